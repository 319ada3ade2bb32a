import { describe, expect, test } from '@jest/globals';
import { findChain } from '../../../src/core/details/chain.ts';

const links = (text: string) => findChain(text).map(({ credential, state }) => `${credential} ${state}`);

describe('the chain of credentials is read in five languages', () => {
  test('Python', () => {
    expect(
      links(`azure.core.exceptions.ClientAuthenticationError: DefaultAzureCredential failed to retrieve a token from the included credentials.
Attempted credentials:
\tEnvironmentCredential: EnvironmentCredential authentication unavailable. Environment variables are not fully configured.
Visit https://aka.ms/azsdk/python/identity/environmentcredential/troubleshoot to troubleshoot this issue.
\tManagedIdentityCredential: ManagedIdentityCredential authentication unavailable, no response from the IMDS endpoint.
\tSharedTokenCacheCredential: SharedTokenCacheCredential authentication unavailable. No accounts were found in the cache.
\tAzureCliCredential: Please run 'az login' to set up an account
\tAzurePowerShellCredential: PowerShell is not installed
To mitigate this issue, please refer to the troubleshooting guidelines`),
    ).toEqual([
      'EnvironmentCredential skipped',
      'ManagedIdentityCredential tried',
      'SharedTokenCacheCredential tried',
      'AzureCliCredential tried',
      'AzurePowerShellCredential skipped',
    ]);
  });

  test('Go', () => {
    expect(
      links(`DefaultAzureCredential: failed to acquire a token.
Attempted credentials:
\tEnvironmentCredential: missing environment variable AZURE_TENANT_ID
\tWorkloadIdentityCredential: no client ID specified. Check pod configuration or set ClientID in the options
\tManagedIdentityCredential: managed identity timed out. See https://aka.ms/azsdk/go/identity/troubleshoot#dac for more information
\tAzureCLICredential: ERROR: AADSTS50173: The provided grant has expired`),
    ).toEqual([
      'EnvironmentCredential skipped',
      'WorkloadIdentityCredential skipped',
      'ManagedIdentityCredential tried',
      'AzureCLICredential failed',
    ]);
  });

  test('.NET, whose lines do not all name their credential', () => {
    expect(
      links(`Azure.Identity.CredentialUnavailableException: DefaultAzureCredential failed to retrieve a token from the included credentials. See the troubleshooting guide for more information.
- EnvironmentCredential authentication unavailable. Environment variables are not fully configured.
- ManagedIdentityCredential authentication unavailable. The requested identity has not been assigned to this resource.
- Visual Studio Token provider can't be accessed at C:\\Users\\x\\tokenprovider.json
- Azure CLI not installed
- PowerShell is not installed.
- Azure Developer CLI could not be found.`),
    ).toEqual([
      'EnvironmentCredential skipped',
      'ManagedIdentityCredential skipped',
      'VisualStudioCredential skipped',
      'AzureCliCredential skipped',
      'AzurePowerShellCredential skipped',
      'AzureDeveloperCliCredential skipped',
    ]);
  });

  test('Java', () => {
    expect(
      links(`com.azure.core.exception.ClientAuthenticationException: ChainedTokenCredential authentication failed. Error Details: EnvironmentCredential authentication unavailable. Environment variables are not fully configured.
ManagedIdentityCredential authentication unavailable. Connection to IMDS endpoint cannot be established, connect timed out.`),
    ).toEqual(['EnvironmentCredential skipped', 'ManagedIdentityCredential tried']);
  });

  test('JavaScript', () => {
    expect(
      links(`AggregateAuthenticationError: ChainedTokenCredential authentication failed.
CredentialUnavailableError: EnvironmentCredential is unavailable. No underlying credential could be used.
CredentialUnavailableError: ManagedIdentityCredential: Network unreachable. Message: connect EHOSTUNREACH
CredentialUnavailableError: Azure CLI could not be found. Please visit https://aka.ms/azure-cli for installation instructions
AuthenticationError: AzurePowerShellCredential authentication failed: AADSTS700016`),
    ).toEqual([
      'EnvironmentCredential skipped',
      'ManagedIdentityCredential tried',
      'AzureCliCredential skipped',
      'AzurePowerShellCredential failed',
    ]);
  });
});

test('a client that drops line breaks does not hide the links', () => {
  expect(
    links(
      'DefaultAzureCredential failed to retrieve a token from the included credentials.Attempted credentials:EnvironmentCredential: EnvironmentCredential authentication unavailable. Environment variables are not fully configured.SharedTokenCacheCredential: SharedTokenCacheCredential authentication unavailable. No accounts were found in the cache.AzureCliCredential: ERROR: AADSTS50173: The provided grant has expiredAzurePowerShellCredential: PowerShell is not installed',
    ),
  ).toEqual([
    'EnvironmentCredential skipped',
    'SharedTokenCacheCredential tried',
    'AzureCliCredential failed',
    'AzurePowerShellCredential skipped',
  ]);
});

test('Java prints no heading, and not every name', () => {
  expect(
    links(`com.azure.identity.CredentialUnavailableException: EnvironmentCredential authentication unavailable. Environment variables are not fully configured.
WorkloadIdentityCredential authentication unavailable. The workload options are not fully configured.
Managed Identity authentication is not available. Connection to IMDS endpoint cannot be established, Connection timed out.
Unable to execute PowerShell. Please make sure that it is installed in your system.`),
  ).toEqual([
    'EnvironmentCredential skipped',
    'WorkloadIdentityCredential skipped',
    'ManagedIdentityCredential tried',
    'AzurePowerShellCredential skipped',
  ]);
});

test('one credential that is only mentioned is no chain', () => {
  expect(findChain('I use DefaultAzureCredential and EnvironmentCredential in my app')).toEqual([]);
});

test('a reason on the line after its credential belongs to it', () => {
  const [outer, inner] =
    findChain(`VisualStudioCodeCredential authentication failed: InteractiveBrowserCredential authentication failed:
The current credential is not configured to acquire tokens for tenant <tenant-id>.`);
  expect(outer).toMatchObject({ credential: 'VisualStudioCodeCredential', state: 'failed' });
  expect(inner?.reason).toMatch(/authentication failed: The current credential is not configured/);
});

test('"unavailable" is no failure, whatever is quoted behind it', () => {
  expect(
    links(`DefaultAzureCredential failed to retrieve a token from the included credentials.
ManagedIdentityCredential: ManagedIdentityCredential authentication unavailable, no response from the IMDS endpoint. invalid_request
AzureCliCredential: Failed to invoke the Azure CLI`),
  ).toEqual(['ManagedIdentityCredential tried', 'AzureCliCredential skipped']);
});
