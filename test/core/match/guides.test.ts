import { expect, test } from '@jest/globals';
import { triage } from '../../../src/core/triage.ts';
import { ownKnowledge } from '../../helpers/bot.ts';

// The rows of the troubleshooting guides of Azure Identity for Python and Go, as they are printed there.
test.each([
  [
    'DefaultAzureCredential failed to retrieve a token from the included credentials.',
    'default-credential-failed',
  ],
  ['DefaultAzureCredential failed to acquire a token', 'default-credential-failed'],
  ['ClientAuthenticationError raised from the client with a status code of 401 or 403', 'permission-denied'],
  ['Error from the client with a status code of 401 or 403', 'permission-denied'],
  ["Environment variables aren't fully configured.", 'environment-incomplete'],
  ['Missing or incomplete environment variable configuration', 'environment-incomplete'],
  ['The requested identity hasn’t been assigned to this resource.', 'imds-identity-not-assigned'],
  ['The request failed due to a gateway error.', 'imds-gateway-error'],
  ['No response received from the managed identity endpoint.', 'imds-no-response'],
  [
    'Multiple attempts failed to obtain a token from the managed identity endpoint.',
    'imds-retries-exhausted',
  ],
  ['managed identity timed out', 'managed-identity-timeout'],
  ['ManagedIdentityCredential authentication unavailable.', 'app-service-endpoint-missing'],
  ['Get "http://169.254.169.254/... " i/o timeout', 'app-service-endpoint-missing'],
  ['No Managed Identity endpoint found', 'aks-pod-identity-not-found'],
  ['no azure identity found for request clientID', 'aks-pod-identity-not-found'],
  ['Failed To Read VS Code Credentials', 'vscode-credentials-unreadable'],
  ['Authenticate via Azure Tools plugin in VS Code', 'vscode-credentials-unreadable'],
  ['MSAL Interaction Required Error', 'vscode-interaction-required'],
  ['ADFS tenant not supported', 'adfs-not-supported'],
  ['Failed To Read Credentials', 'visual-studio-credentials-unreadable'],
  ['Authenticate via Azure Service Authentication', 'visual-studio-credentials-unreadable'],
  ['Azure CLI not installed', 'azure-cli-not-installed'],
  ['Azure CLI not found on path', 'azure-cli-not-installed'],
  ["Please run 'az login' to set up account", 'azure-cli-not-logged-in'],
  ['Azure Developer CLI not found on path', 'azd-not-installed'],
  ['Please run "azd auth login"', 'azd-not-logged-in'],
  ['PowerShell isn’t installed.', 'powershell-not-installed'],
  ['Az.Account module >= 2.2.0 isn’t installed.', 'powershell-az-module-missing'],
  ["Please run 'Connect-AzAccount' to set up account.", 'powershell-not-logged-in'],
  ['no client ID/tenant ID/token file specified', 'workload-identity-config-missing'],
  ['No service connection found with identifier', 'pipelines-service-connection-not-found'],
  ['401 (Unauthorized) response from OIDC endpoint', 'pipelines-oidc-401'],
  [
    '../../go/pkg/mod/github.com/!azure/azure-sdk-for-go/sdk/azidentity/cache@v0.3.0/darwin.go:18:19: undefined: accessor.New',
    'token-cache-build-cgo',
  ],
  [
    'persistent storage isn\'t available due to error "User interaction is not allowed. (-25308)"',
    'token-cache-unavailable',
  ],
])('%s', async (text, id) => {
  expect(triage(text, await ownKnowledge()).matches[0]?.entry.id).toBe(`azure-identity.${id}`);
});
