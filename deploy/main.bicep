// Entra Triage on Azure App Service, as a container, without any secret of its own: the bot signs in with a managed
// identity. README.md beside this file says how to deploy it and what to do afterwards.

@description('Base of all names. It becomes part of the host name, so it has to be unique in Azure.')
@minLength(4)
@maxLength(40)
param name string

@description('Region of the web app. The registration of the bot itself is global.')
param location string = resourceGroup().location

@description('Azure Container Registry in this resource group that holds the image.')
param registryName string

@description('Image and tag in that registry. Name a version: "latest" would change under a running bot.')
param image string

@description('postgres://… of the database. A sqlite:/tmp/… path is good for a trial only: it is lost at each restart.')
@secure()
@minLength(1)
param databaseUrl string

@description('IDs of the tenants whose people may use the bot. Empty: the tenant of this subscription alone.')
param allowedTenants string[] = []

@description('Days until a case is deleted. Empty: the default of the bot.')
param retentionDays string = ''

@description('Pricing tier of the plan. Basic is the lowest that can be always on.')
param planSku string = 'B1'

var port = '3978'

// The identity is both the bot's app ID towards Teams and what pulls the image. There is no app registration and no
// client secret to renew. It has to be user-assigned: the registration of the bot needs its ID before the app exists.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: name
  location: location
}

resource registry 'Microsoft.ContainerRegistry/registries@2023-07-01' existing = {
  name: registryName
}

// AcrPull, a built-in role: https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
var acrPull = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '7f951dda-4ed3-4680-a7ca-43fe172d538d')

resource mayPull 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identity.id, acrPull)
  scope: registry
  properties: {
    principalId: identity.properties.principalId
    // Without the type the assignment fails now and then, as long as the new identity is not known everywhere.
    principalType: 'ServicePrincipal'
    roleDefinitionId: acrPull
  }
}

resource plan 'Microsoft.Web/serverfarms@2023-12-01' = {
  name: name
  location: location
  kind: 'linux'
  sku: {
    name: planSku
  }
  properties: {
    reserved: true // means Linux
  }
}

var settings = [
  {
    name: 'MicrosoftAppType'
    value: 'UserAssignedMSI'
  }
  {
    name: 'MicrosoftAppId'
    value: identity.properties.clientId
  }
  {
    name: 'MicrosoftAppTenantId'
    value: identity.properties.tenantId
  }
  {
    name: 'ALLOWED_TENANTS'
    value: empty(allowedTenants) ? identity.properties.tenantId : join(allowedTenants, ',')
  }
  {
    // Whoever may read the settings of the app can read this. Where that is too many people, keep it in a key vault,
    // put @Microsoft.KeyVault(SecretUri=…) here and set keyVaultReferenceIdentity of the app to this identity.
    name: 'DATABASE_URL'
    value: databaseUrl
  }
  {
    name: 'NODE_ENV'
    value: 'production'
  }
  {
    name: 'PORT'
    value: port
  }
  {
    // Where App Service finds the bot inside the container.
    name: 'WEBSITES_PORT'
    value: port
  }
  {
    // Keeps /home, a network share, out of the container: SQLite's locks do not work there.
    name: 'WEBSITES_ENABLE_APP_SERVICE_STORAGE'
    value: 'false'
  }
]
var retention = empty(retentionDays)
  ? []
  : [
      {
        name: 'RETENTION_DAYS'
        value: retentionDays
      }
    ]

resource app 'Microsoft.Web/sites@2023-12-01' = {
  name: name
  location: location
  kind: 'app,linux,container'
  // The first start pulls the image, so the role has to be there.
  dependsOn: [mayPull]
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    // The bot keeps no state in memory that another instance would miss, so no client needs to stick to one.
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: 'DOCKER|${registry.properties.loginServer}/${image}'
      acrUseManagedIdentityCreds: true
      acrUserManagedIdentityID: identity.properties.clientId
      // Teams gives up after 5 seconds on a button: a bot that first has to wake up does not make it.
      alwaysOn: true
      healthCheckPath: '/healthz'
      http20Enabled: true
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
      appSettings: concat(settings, retention)
    }
  }
}

// The registration that Teams knows: it binds the ID of the identity to the address of the app. F0 is the free tier.
resource bot 'Microsoft.BotService/botServices@2022-09-15' = {
  name: name
  location: 'global'
  kind: 'azurebot'
  sku: {
    name: 'F0'
  }
  properties: {
    displayName: 'Entra Triage'
    endpoint: 'https://${app.properties.defaultHostName}/api/messages'
    msaAppType: 'UserAssignedMSI'
    msaAppId: identity.properties.clientId
    msaAppTenantId: identity.properties.tenantId
    msaAppMSIResourceId: identity.id
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: {
    channelName: 'MsTeamsChannel'
  }
}

// For .env, then: npm run package
output MicrosoftAppId string = identity.properties.clientId
output PUBLIC_HOST string = app.properties.defaultHostName
