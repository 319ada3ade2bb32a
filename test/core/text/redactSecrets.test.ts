import { describe, expect, test } from '@jest/globals';
import { redactSecrets } from '../../../src/core/text/redactSecrets.ts';

// Made up, and put together here so that no scanner takes this file for a leak.
const JWT = [
  'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9',
  'eyJhdWQiOiIxMjM0NTY3ODkwIn0',
  'c2lnbmF0dXJlc2lnbmF0dXJl',
].join('.');
const CLIENT_SECRET = `abc8Q~${'x9Yz_.-~'.repeat(4)}ab`;
const STORAGE_KEY = `${'Ab1+'.repeat(21)}Ab==`;

describe('redactSecrets masks', () => {
  test.each([
    ['a token', `token is ${JWT} ok`, 'jwt', JWT],
    [
      'a bearer header',
      'Authorization: Bearer abcDEF123456789012345678',
      'bearer-token',
      'abcDEF123456789012345678',
    ],
    ['a client secret by its form', `secret ${CLIENT_SECRET} expired`, 'client-secret', CLIENT_SECRET],
    ['a client secret in JSON', '"ClientSecret": "s3cr3t-value-1",', 'client-secret', 's3cr3t-value-1'],
    [
      'a client secret in a request',
      'client_id=1&client_secret=aB3%2Fdef45&grant_type=x',
      'client-secret',
      'aB3%2Fdef45',
    ],
    ['an environment variable', 'AZURE_CLIENT_SECRET=kJ8.dfk2', 'client-secret', 'kJ8.dfk2'],
    ['a password in a sentence', 'my password: Summer2026! does not work', 'password', 'Summer2026!'],
    ['a password of plain letters in a setting', 'password=correcthorse', 'password', 'correcthorse'],
    ['a password with blanks in quotes', 'password: "correct Horse 1"', 'password', 'correct Horse 1'],
    ['a password in an address', 'postgres://bot:hunter2@db/x', 'password', 'hunter2'],
    ['a password behind a switch', 'az login -u a@b.c -p Winter2025', 'password', 'Winter2025'],
    [
      'a password in a sentence that says what it was',
      'the temp password I gave her was Welcome#2026Xy and',
      'password',
      'Welcome#2026Xy',
    ],
    ['a short sentence', 'The password is Geheim!Wort77 and', 'password', 'Geheim!Wort77'],
    ['a sentence with quotes', 'password is "Geheim!Wort77"', 'password', 'Geheim!Wort77'],
    ['a German sentence', 'Das Passwort ist Geheim!Wort77', 'password', 'Geheim!Wort77'],
    ['another German word', 'Kennwort: Geheim!Wort77', 'password', 'Geheim!Wort77'],
    ['a short label', 'pw: Geheim!Wort77', 'password', 'Geheim!Wort77'],
    ['another short label', 'pass=Geheim!Wort77', 'password', 'Geheim!Wort77'],
    ['a secret behind the bare word', 'secret: Ab3-xyz.98q', 'client-secret', 'Ab3-xyz.98q'],
    [
      'the value of a client secret in a sentence',
      'the client secret value is Ab3-xyz.98q',
      'password',
      'Ab3-xyz.98q',
    ],
    ['an element of XML', '<password>Geheim!Wort77</password>', 'password', 'Geheim!Wort77'],
    [
      'a key of API Management',
      'Ocp-Apim-Subscription-Key: 0123456789abcdef0123456789abcdef',
      'account-key',
      '0123456789abcdef0123456789abcdef',
    ],
    ['a temporary access pass', 'temporary access pass h7Kq2+Xz9', 'password', 'h7Kq2+Xz9'],
    ['a password that begins like a mask', 'password=xxAbcdefgh7!', 'password', 'xxAbcdefgh7!'],
    ['a password that begins like a variable', 'password=$Winter2025', 'password', '$Winter2025'],
    ['a password that begins with an at sign', 'password=@Sommer77x', 'password', '@Sommer77x'],
    ['a password of a variable', 'dbPassword=hunter2x', 'password', 'hunter2x'],
    [
      'a password that is glued to a word',
      'Enable flaggingpassword=Geheim!Wort99',
      'password',
      'Geheim!Wort99',
    ],
    ['a password in German', 'Passwort: Sommer2026', 'password', 'Sommer2026'],
    [
      'a SAS signature',
      'https://x.blob.core.windows.net/c?sv=1&sig=abcdefghij0123456789%3D&se=2',
      'sas-signature',
      'abcdefghij0123456789%3D',
    ],
    [
      'a connection string',
      'AccountName=x;AccountKey=abcdefghijklmnopqrstuvwxyz0123456789==;',
      'account-key',
      'abcdefghijklmnopqrstuvwxyz0123456789==',
    ],
    ['a storage key by its form', `key ${STORAGE_KEY}`, 'account-key', STORAGE_KEY],
    [
      'a private key',
      '-----BEGIN PRIVATE KEY-----\nMIIEvQ\n-----END PRIVATE KEY-----',
      'private-key',
      'MIIEvQ',
    ],
    ['a private key that was cut off', '-----BEGIN RSA PRIVATE KEY-----\nMIIEvQ', 'private-key', 'MIIEvQ'],
    ['a refresh token', `refresh_token=1.A${'b2'.repeat(50)}`, 'refresh-token', 'b2b2b2'],
    ['an authorization code in an address', `?code=0.A${'c3'.repeat(50)}&state=1`, 'refresh-token', 'c3c3c3'],
    ['a sign-in cookie', `Cookie: ESTSAUTH=${'d4'.repeat(30)}; x=1`, 'cookie', 'd4d4d4'],
    ['a SAML response', `SAMLResponse=${'PHNhbWw'.repeat(12)}`, 'saml-response', 'PHNhbWwPHNhbWw'],
    ['a GitHub token', `ghp_${'a1'.repeat(18)}`, 'personal-access-token', 'a1a1a1'],
    ['an AWS key', ['AKIA', 'IOSFODNN7EXAMPLE'].join(''), 'cloud-key', 'IOSFODNN7'],
  ])('%s', (_, text, kind, secret) => {
    const { text: safe, secrets } = redactSecrets(text);
    expect(safe).not.toContain(secret);
    expect(safe).toContain('[removed: ');
    expect(secrets.map((found) => found.kind)).toContain(kind);
  });
});

describe('redactSecrets leaves alone', () => {
  test.each([
    'AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID.',
    'AADSTS50126: Error validating credentials due to invalid username or password.',
    'The password: incorrect',
    '"ClientSecret": "xxxxxx_xxxxxxxx"',
    'client_secret=<your-client-secret>',
    'password = ********',
    'AZURE_CLIENT_SECRET=$(clientSecret)',
    'password=process.env.PASSWORD',
    'Correlation ID: 7b12f9bb-2eef-42e3-ad75-eee69ec9088d',
    'The request body must contain the following parameter: client_assertion or client_secret.',
    'error code: 50011',
    'client secret ID 7b12f9bb-2eef-42e3-ad75-eee69ec9088d',
    'The secret expired on 2026-01-05 and nobody noticed',
    'bypass: see section 12, compass=north1',
    'password reset 2 days ago',
  ])('%s', (text) => {
    expect(redactSecrets(text)).toEqual({ text, secrets: [] });
  });
});

test('says each kind once, however many there are', () => {
  expect(redactSecrets(`${JWT} ${JWT}`).secrets).toEqual([{ kind: 'jwt' }]);
});

test('what is masked once is not masked again', () => {
  const once = redactSecrets(`client_assertion=${JWT}&client_secret=aB3def45`).text;
  expect(redactSecrets(once).text).toBe(once);
});
