import type { Cloud, Sdk } from '../types.ts';

const CLOUDS: [Cloud, RegExp][] = [
  [
    'usgov',
    /login\.microsoftonline\.us|login\.usgovcloudapi\.net|login-us\.microsoftonline\.com|graph\.microsoft\.us|management\.usgovcloudapi\.net|\.usgovcloudapi\.net|portal\.azure\.us|AzureUSGovernment|AzureUSGov\b/i,
  ],
  [
    'china',
    /login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn|microsoftgraph\.chinacloudapi\.cn|management\.chinacloudapi\.cn|\.chinacloudapi\.cn|portal\.azure\.cn|AzureChinaCloud|\.partner\.onmschina\.cn/i,
  ],
  [
    'public',
    /login\.microsoftonline\.com|login\.windows\.net|login\.microsoft\.com|sts\.windows\.net|graph\.microsoft\.com|management\.azure\.com|management\.core\.windows\.net|AzureCloud\b/i,
  ],
];

/** The cloud whose addresses stand in the text; undefined where none does. */
export function findCloud(text: string): Cloud | undefined {
  return CLOUDS.find(([, pattern]) => pattern.test(text))?.[0];
}

// What only that language prints, strongest first; the points add up.
const SDK_SIGNS: [Sdk, number, RegExp][] = [
  ['python', 5, /aka\.ms\/azsdk\/python/i],
  ['go', 5, /aka\.ms\/azsdk\/go\//i],
  ['net', 5, /aka\.ms\/azsdk\/net\//i],
  ['java', 5, /aka\.ms\/azsdk\/java/i],
  ['js', 5, /aka\.ms\/azsdk\/js\//i],
  ['cpp', 5, /aka\.ms\/azsdk\/cpp|azure-identity-cpp|Azure::Identity|Azure::Core/],
  [
    'python',
    4,
    /azure[./]identity[./]_|azure\.identity\._|azure-identity-python|azsdk-python|site-packages|msal_extensions|\bmsal\.(?:application|authority|token_cache|oauth2cli)/,
  ],
  [
    'python',
    3,
    /Traceback \(most recent call last\)|\bFile "[^"\n]{1,300}\.py"|\bpip3? install|\bfrom azure\.identity import/,
  ],
  [
    'python',
    2,
    /\bget_token\b|CredentialUnavailableError: |exclude_\w{1,40}_credential|additionally_allowed_tenants|azure\.core\.exceptions/,
  ],
  [
    'go',
    4,
    /\bazidentity\b|azure-sdk-for-go|goroutine \d|\.go:\d{1,5}\b|microsoft-authentication-library-for-go/,
  ],
  [
    'go',
    3,
    /(?:Credential|endpoint)[^\n]{0,60}\n(?:GET|POST) https?:\/\/[^\n]{1,300}\n-{20,}|AzureCLICredential|AzureDeveloperCLICredential: /,
  ],
  [
    'net',
    4,
    /\bAzure\.Identity\.|\bMicrosoft\.Identity\.(?:Client|Web)|MSAL\.(?:NetCore|Desktop|Xamarin|CoreCLR)|Microsoft\.IdentityModel|azsdk-net/,
  ],
  [
    'net',
    3,
    /\bSystem\.(?:AggregateException|Net\.Http|Threading|Exception|InvalidOperationException)|\bMsal(?:Service|Client|UiRequired|ThrottledService|ManagedIdentity)Exception\b|\.cs:line \d/,
  ],
  ['net', 1, /CredentialUnavailableException|AuthenticationFailedException/],
  [
    'java',
    4,
    /\bcom\.azure\.(?:identity|core)|\bcom\.microsoft\.aad\.(?:msal4j|adal4j)|azsdk-java|\bmsal4j\b/,
  ],
  [
    'java',
    3,
    /\bat (?:java|com|org|reactor)\.[\w.$]{3,120}\([\w$]{1,60}\.java:\d|\bjava\.(?:lang|util|io)\.\w{3,40}|Msal(?:InteractionRequired|Service)Exception: [^\n]{0,300}\n[ \t]{0,12}at com\./,
  ],
  [
    'js',
    4,
    /@azure\/(?:identity|msal)|\bmsal-(?:browser|node|react|angular|common)|azsdk-js|AggregateAuthenticationError|azure-sdk-for-js/,
  ],
  [
    'js',
    3,
    /\b(?:BrowserAuthError|ClientAuthError|InteractionRequiredAuthError|ClientConfigurationError|BrowserConfigurationAuthError)\b|node_modules|\.m?[jt]sx?:\d{1,6}:\d{1,6}/,
  ],
  ['js', 1, /\bnpm\b|acquireTokenSilent|loginPopup|loginRedirect|acquireTokenPopup/],
];

/** The language of the SDK that printed the text; undefined where nothing tells. */
export function findSdk(text: string): Sdk | undefined {
  const points = new Map<Sdk, number>();
  for (const [sdk, worth, pattern] of SDK_SIGNS) {
    if (pattern.test(text)) points.set(sdk, (points.get(sdk) ?? 0) + worth);
  }
  const [best] = [...points].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 2 ? best[0] : undefined;
}

const LIBRARIES =
  /(?<![\w@/-])(?<name>azure-identity|azure-core|azidentity|Azure\.Identity|@azure\/identity|@azure\/msal-(?:browser|node|react|angular|common)|msal-(?:browser|node|react|angular)|msal4j|msal|MSAL\.(?:NetCore|Desktop|Xamarin\.\w{1,12}|CoreCLR)|Microsoft\.Identity\.(?:Client|Web)|MSAL|azure-cli|azure-cli-core|Az\.Accounts|Microsoft\.Graph\.Authentication|azd)(?:==|@|\/v?|[ ,:=]{1,3}(?:version[ =:]{0,3})?v?|\.)(?<version>\d{1,3}\.\d{1,4}(?:\.\d{1,6}){0,2}(?:[-.]?(?:beta|preview|rc|alpha|b)\.?\d{0,8})?)/gi;

/** Library and version as printed, e.g. `MSAL.NetCore 4.60.1.0`, `@azure/msal-browser 2.22.0`. */
export function findLibraries(text: string): string[] {
  const found = [...text.matchAll(LIBRARIES)].map(({ groups }) => `${groups!.name} ${groups!.version}`);
  return [...new Set(found)].slice(0, 4);
}

const CREDENTIALS = [
  'AuthorizationCodeCredential',
  'AzureApplicationCredential',
  'AzureCLICredential',
  'AzureCliCredential',
  'AzureDeveloperCLICredential',
  'AzureDeveloperCliCredential',
  'AzurePipelinesCredential',
  'AzurePowerShellCredential',
  'BrokerCredential',
  'CertificateCredential',
  'ChainedTokenCredential',
  'ClientAssertionCredential',
  'ClientCertificateCredential',
  'ClientSecretCredential',
  'DefaultAzureCredential',
  'DeviceCodeCredential',
  'EnvironmentCredential',
  'ImdsCredential',
  'InteractiveBrowserBrokerCredential',
  'InteractiveBrowserCredential',
  'IntelliJCredential',
  'ManagedIdentityCredential',
  'OnBehalfOfCredential',
  'SharedTokenCacheCredential',
  'UsernamePasswordCredential',
  'VSCodeCredential',
  'VisualStudioCodeCredential',
  'VisualStudioCredential',
  'WorkloadIdentityCredential',
  'AppServiceCredential',
  'AzureArcCredential',
  'AzureMLCredential',
  'CloudShellCredential',
  'ServiceFabricCredential',
] as const;
const CREDENTIAL = new RegExp(String.raw`(?<![A-Za-z])(?:${CREDENTIALS.join('|')})(?![a-z])`, 'g');

/** Credential types of the Azure Identity SDKs that the text names, as each language spells them. */
export function findCredentials(text: string): string[] {
  return [...new Set(text.match(CREDENTIAL))].slice(0, 20);
}

/** How the token was asked for, where the text tells. */
export type Flow =
  | 'authorization-code'
  | 'client-credentials'
  | 'device-code'
  | 'on-behalf-of'
  | 'password'
  | 'refresh-token'
  | 'managed-identity'
  | 'silent';

const FLOWS: [Flow, RegExp][] = [
  [
    'on-behalf-of',
    /grant_type["']?\s?[=:]\s?["']?urn:ietf:params:oauth:grant-type:jwt-bearer|OnBehalfOfCredential|acquireTokenOnBehalfOf|\bon-behalf-of\b/i,
  ],
  [
    'client-credentials',
    /grant_type["']?\s?[=:]\s?["']?client_credentials|Client(?:Secret|Certificate|Assertion)Credential|AcquireTokenForClient|acquireTokenByClientCredential|acquire_token_for_client|WorkloadIdentityCredential authentication failed|--service-principal/i,
  ],
  [
    'device-code',
    /grant_type["']?\s?[=:]\s?["']?(?:urn:ietf:params:oauth:grant-type:)?device_code|DeviceCodeCredential|--use-device-code|UseDeviceAuthentication|acquireTokenByDeviceCode|microsoft\.com\/devicelogin/i,
  ],
  [
    'password',
    /grant_type["']?\s?[=:]\s?["']?password|UsernamePasswordCredential|AcquireTokenByUsernamePassword|\bROPC\b/i,
  ],
  ['refresh-token', /grant_type["']?\s?[=:]\s?["']?refresh_token/i],
  [
    'authorization-code',
    /grant_type["']?\s?[=:]\s?["']?authorization_code|response_type=code|loginPopup|loginRedirect|acquireToken(?:Popup|Redirect)|InteractiveBrowserCredential/i,
  ],
  [
    'managed-identity',
    /169\.254\.169\.254|ManagedIdentityCredential authentication|managed identity endpoint|IDENTITY_ENDPOINT/i,
  ],
  ['silent', /acquireTokenSilent|AcquireTokenSilent|acquire_token_silent/],
];

export function findFlow(text: string): Flow | undefined {
  return FLOWS.find(([, pattern]) => pattern.test(text))?.[0];
}

const USER =
  /(?<![\w.@/:-])(?<user>[A-Za-z0-9](?:[\w.+'-]{0,62}[A-Za-z0-9_])?(?:#EXT#)?@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9][A-Za-z0-9-]{0,61}){1,4})(?![\w@/:])/g;

/** Names that people sign in with (user principal names), in lower case, behind "user" labels first. */
export function findUsers(text: string): string[] {
  const users = [...text.matchAll(USER)].map((match) => ({
    user: match.groups!.user!.toLowerCase(),
    labelled:
      /(?:user(?:name)?|account|upn|userPrincipalName|login[_ ]?hint)\W{0,6}(?:account\W{0,3})?$/i.test(
        match.input!.slice(Math.max(0, match.index - 30), match.index),
      ),
  }));
  // git@github.com and package versions (name@1.2.3) have the form as well.
  const real = users.filter(
    ({ user }) => !/^git@|@\d|@(?:example|v\d)/.test(user) && !/\.(?:js|ts|py|go|cs|exe|dll|png)$/.test(user),
  );
  const ordered = [...real.filter(({ labelled }) => labelled), ...real.filter(({ labelled }) => !labelled)];
  return [...new Set(ordered.map(({ user }) => user))].slice(0, 5);
}

const RESOURCE =
  /\b(?:scopes?|resource|audience)["'\])]{0,2}\s{0,3}[:=]?\s{0,3}["'[(]{0,3}\s?(?<resource>(?:https|api):\/\/[A-Za-z0-9._~:/-]{4,120})/gi;

/** The API that a token was asked for, from scope or resource parameters. */
export function findResources(text: string): string[] {
  return [
    ...new Set([...text.matchAll(RESOURCE)].map((match) => match.groups!.resource!.replace(/[/.]+$/, ''))),
  ].slice(0, 4);
}

const OAUTH_ERROR =
  /\b(?:invalid_(?:client|grant|request|scope|resource|instance|token)|unauthorized_client|unsupported_(?:grant_type|response_type)|interaction_required|consent_required|login_required|access_denied|temporarily_unavailable|server_error|authorization_pending|expired_token|slow_down)\b/g;

/** OAuth error words such as `invalid_grant`. */
export function findOAuthErrors(text: string): string[] {
  return [...new Set(text.match(OAUTH_ERROR))].slice(0, 4);
}
