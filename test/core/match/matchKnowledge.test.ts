import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Knowledge } from '../../../src/core/match/knowledge.ts';
import { triage } from '../../../src/core/triage.ts';
import { ownKnowledge } from '../../helpers/bot.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await ownKnowledge();
});
const ask = (text: string) => triage(text, knowledge);
const idsOf = (text: string) => ask(text).matches.map(({ entry }) => entry.id);

describe('a code that is known decides', () => {
  test.each([
    ['alone', 'AADSTS50105', 'AADSTS50105'],
    [
      'in the JSON of the token endpoint',
      '{"error":"invalid_client","error_codes":[7000215]}',
      'AADSTS7000215',
    ],
    ['in the sign-in log', '{"status":{"errorCode":50126,"failureReason":"x"}}', 'AADSTS50126'],
    ['in an address', 'https://login.microsoftonline.com/error?code=50105', 'AADSTS50105'],
    [
      'with the text in another language',
      'AADSTS50105: Ihr Administrator hat die Anwendung so konfiguriert, dass Benutzer blockiert werden',
      'AADSTS50105',
    ],
    [
      'with the words of another code around it',
      'AADSTS50011: invalid client secret provided, account is locked',
      'AADSTS50011',
    ],
  ])('%s', (_, text, id) => {
    const { outcome, matches } = ask(text);
    expect([outcome, matches[0]!.entry.id, matches[0]!.confidence]).toEqual(['match', id, 'exact']);
  });

  test('the cause comes before the code that wraps it', () => {
    expect(
      idsOf(
        'AADSTS70002: Error validating credentials. AADSTS50012: Invalid client secret is provided.',
      ).slice(0, 2),
    ).toEqual(['AADSTS50012', 'AADSTS70002']);
  });

  test('what an extension answered comes before the code that only says it failed', () => {
    expect(idsOf('AADSTS1100001 / 1003002').slice(0, 2)).toEqual(['AADSTS1003002', 'AADSTS1100001']);
  });

  test('the code that was printed comes before one that is only mentioned', () => {
    expect(idsOf('Is this AADSTS70001 again? AADSTS7000112: Application is disabled.')[0]).toBe(
      'AADSTS7000112',
    );
  });

  test('a code that begins with another known code is not that code', () => {
    expect(idsOf('AADSTS500031: x')).not.toContain('AADSTS50003');
    expect(idsOf('AADSTS50003: x')[0]).toBe('AADSTS50003');
  });

  test('says which code, and where a bare number was taken for one', () => {
    expect(ask('AADSTS50105').matches[0]!.why).toBe('code AADSTS50105 in the text');
    expect(ask('sign-in fails with error code 50126').matches[0]).toMatchObject({
      confidence: 'likely',
      why: expect.stringContaining('50126'),
    });
  });
});

describe('a code that is not known', () => {
  test.each([
    'AADSTS999999',
    'AADSTS999999: Something new went wrong.',
    'AADSTS500110: close to 50011',
    'AADSTS5010: too short',
  ])('%s gets no neighbour', (text) => {
    expect(ask(text)).toMatchObject({ outcome: 'none', matches: [] });
  });

  test('with the words of a known message is asked about, never answered', () => {
    const { outcome, matches, unknownCodes } = ask(
      "AADSTS999998: The reply URL specified in the request does not match the reply URLs configured for the application: '0f1c2d3e-4b5a-4c6d-8e7f-901a2b3c4d5e'.",
    );
    expect(outcome).not.toBe('match');
    expect(unknownCodes).toEqual(['AADSTS999998']);
    for (const match of matches) expect(match.confidence).toBe('possible');
  });
});

describe('twins, which share their words', () => {
  test('are all offered where the code is lost', () => {
    const ids = idsOf('Confidential Client is not supported in Cross Cloud request.');
    expect(ids).toEqual(expect.arrayContaining(['AADSTS900382', 'AADSTS900432']));
  });

  test('are told apart where the code stands', () => {
    expect(idsOf('AADSTS900432: Confidential Client is not supported in Cross Cloud request.')[0]).toBe(
      'AADSTS900432',
    );
  });
});

describe('words that a program prints', () => {
  test.each([
    [
      "The signed in user 'kim@contoso.com' is blocked because they are not a direct member of a group with access, nor had access directly assigned by an administrator.",
      'AADSTS50105',
    ],
    [
      "Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
      'AADSTS9002326',
    ],
    [
      'BrowserAuthError: interaction_in_progress: Interaction is currently in progress.',
      'msal.interaction-in-progress',
    ],
    ['popup_window_error', 'msal.popup-blocked'],
    [
      "CredentialUnavailableError: Please run 'az login' to set up an account",
      'azure-identity.azure-cli-not-logged-in',
    ],
    ['undefined: accessor.New', 'azure-identity.token-cache-build-cgo'],
  ])('%s', (text, id) => {
    expect(idsOf(text)[0]).toBe(id);
  });

  test('of two entries that print the same words, the one with the same marks comes first', () => {
    expect(
      idsOf('VisualStudioCodeCredential requires the Azure.Identity.Broker package to be installed.')[0],
    ).toBe('azure-identity.broker-unavailable');
    expect(
      idsOf("VisualStudioCodeCredential requires the 'azure-identity-broker' package to be installed.")[0],
    ).toBe('azure-identity.vscode-credentials-unreadable');
  });

  test('a message is known by its longest form', () => {
    const text =
      "The provided value for the input parameter scope isn't valid because it contains more than one resource.";
    expect(idsOf(text).slice(0, 2)).toEqual(['AADSTS700022', 'AADSTS70011']);
  });

  test('a message that any program prints is asked about, unless Entra ID stands around it', () => {
    const text = 'Service is temporarily unavailable. Please retry later.';
    expect(ask(text).outcome).toBe('suggestions');
    expect(ask(`Entra ID sign-in log, failure reason: ${text}`).outcome).toBe('match');
  });

  test('the beginning of a message comes before a question with its words', () => {
    expect(idsOf('Get "http://169.254.169.254/')[0]).toBe('azure-identity.app-service-endpoint-missing');
  });

  test('are found under four kilobytes of log', () => {
    const noise = Array.from(
      { length: 60 },
      (_, i) =>
        `2026-11-21 10:00:${String(i % 60).padStart(2, '0')} INFO worker-${i} handled request ${i * 7919} in ${i} ms`,
    ).join('\n');
    const { matches } = ask(
      `${noise}\nERROR BrowserAuthError: monitor_window_timeout: Token acquisition in iframe failed due to timeout.\n${noise}`,
    );
    expect(matches[0]!.entry.id).toBe('msal.timed-out');
    expect(matches[0]!.why).toContain('line 61');
  });

  test.each([
    ['no token found', 'msal.no-account-in-cache'],
    ['account not found', 'msal.no-account-in-cache'],
    ['access_denied', 'msal.user-cancelled'],
  ])('come first where the message is nothing but plain words: %s', (text, id) => {
    expect(idsOf(text)[0]).toBe(id);
  });

  test('count although letters are missing', () => {
    expect(
      idsOf(
        'The redirct URI specified in the requst does not match the redirect URIs configured for the applicaton',
      ),
    ).toContain('AADSTS50011');
  });
});

describe('a chain of credentials', () => {
  const chain = (...lines: string[]) =>
    `DefaultAzureCredential failed to retrieve a token from the included credentials.\nAttempted credentials:\n\t${lines.join('\n\t')}`;

  test('in which none really failed is answered as a whole', () => {
    const ids = idsOf(
      chain(
        'EnvironmentCredential: EnvironmentCredential authentication unavailable. Environment variables are not fully configured.',
        'ManagedIdentityCredential: ManagedIdentityCredential authentication unavailable, no response from the IMDS endpoint.',
        "AzureCliCredential: Please run 'az login' to set up an account",
      ),
    );
    expect(ids[0]).toBe('azure-identity.default-credential-failed');
    expect(ids.length).toBeGreaterThan(1);
  });

  test('in which one failed with a code is answered with that code', () => {
    const ids = idsOf(
      chain(
        'EnvironmentCredential: EnvironmentCredential authentication unavailable. Environment variables are not fully configured.',
        'WorkloadIdentityCredential: Authentication failed: AADSTS70021: No matching federated identity record found for presented assertion.',
      ),
    );
    expect(ids[0]).toBe('AADSTS70021');
    expect(ids).toContain('azure-identity.default-credential-failed');
  });

  test('in which one was set up half is answered with that one', () => {
    const ids = idsOf(
      chain(
        'EnvironmentCredential: Incomplete environment configuration for EnvironmentCredential. These variables are set: AZURE_CLIENT_ID',
        'AzureCliCredential: Azure CLI not found on path',
      ),
    );
    expect(ids[0]).toBe('azure-identity.environment-incomplete');
  });
});

describe('what has nothing to do with signing in to Entra ID is left alone', () => {
  test.each([
    'The coffee machine on floor 3 shows error 17 again',
    'An error occurred (ExpiredToken) when calling the ListBuckets operation: The provided token has expired. aws s3 ls',
    'remote: Invalid username or password. fatal: Authentication failed for https://github.com/contoso/x.git',
    'error: You must be logged in to the server (Unauthorized) kubectl get pods',
    'Error 400: redirect_uri_mismatch. Google blocked the sign-in: this app does not follow its OAuth 2.0 rules.',
    'Team call on Tuesday 14:30 UTC, please add your updates',
    'npm ERR! 401 Unauthorized - GET https://npm.pkg.github.com/@contoso/x',
    '7b12f9bb-2eef-42e3-ad75-eee69ec9088d',
    'thanks, that helped!',
    '?',
  ])('%s', (text) => {
    expect(ask(text)).toMatchObject({ outcome: 'none', matches: [] });
  });
});

test('the same text gives the same answer', () => {
  const text = 'reply url does not match in our azure app';
  expect(ask(text)).toEqual(ask(text));
});
