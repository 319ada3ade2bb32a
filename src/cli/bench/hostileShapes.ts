import { guid, seeded } from './seeded.ts';

const fill = (unit: string, length: number) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
// As much as is read of a text, and more.
const LONG = 160_000;
const MEGABYTE = 1_000_000;

/** Texts that nobody pastes, except by accident or to do harm: what makes a careless regular expression hang. */
export function hostileShapes(): { name: string; text: string }[] {
  const random = seeded(7);
  const many = (make: (n: number) => string, length: number) => {
    let text = '';
    for (let n = 0; text.length < length; n++) text += make(n);
    return text.slice(0, length);
  };
  const repeated = [
    'a',
    ' ',
    '\n',
    '\t',
    '0',
    '-',
    '.',
    '"',
    '\\',
    '<',
    '%',
    '&',
    '\u0000',
    '\ud800',
    '\u202e',
    '！',
    'a-',
    'a.',
    'a@',
    "a'",
    ' \n',
    'a\n',
    '="',
    '":"',
    '&lt;',
    '&amp;amp;',
    '\\\\n',
    '\\u0041',
    '://a:a',
    '[[',
    '{"a":',
    'AADSTS',
    'AADSTS50011',
    'AADSTS50011: ',
    'dsts1\n',
    'error_codes',
    'error_codes":[5,',
    'codes: 50011, ',
    'error code ',
    'Correlation ID: ',
    'Trace ID',
    'tenant id: ',
    'client_id=',
    'Timestamp: 2026-01-01',
    '2026-01-01 ',
    'Msal',
    'MsalServiceException: ',
    'Credential',
    'AzureCliCredential: x\n',
    'DefaultAzureCredential failed to retrieve a token\n\tAzureCliCredential: x',
    'Caused by: ',
    'at a.b(',
    'password: "',
    'client_secret=',
    'Bearer ',
    'eyJaaaaaaaaaaa',
    '-----BEGIN PRIVATE KEY-----',
    '0.Aaaa',
    'esctxa',
    'login.microsoftonline.com/a.',
    'x.onmicrosoft',
    'scope=https://',
    'error_description=%41',
    'https://a',
    '/a',
  ].map((unit) => ({ name: `${JSON.stringify(unit).slice(1, -1)} again and again`, text: fill(unit, LONG) }));
  return [
    ...repeated,
    { name: 'one line of 1 MB', text: fill('the quick brown fox jumps over the lazy dog ', MEGABYTE) },
    { name: 'one word of 1 MB', text: fill('a', MEGABYTE) },
    { name: 'only digits, 1 MB', text: fill('1234567890', MEGABYTE) },
    { name: 'only GUIDs, 1 MB', text: many(() => `${guid(random)} `, MEGABYTE) },
    { name: 'labelled GUIDs', text: many(() => `Correlation ID: ${guid(random)}\n`, LONG) },
    { name: 'codes that differ', text: many((n) => `AADSTS${50_000 + n}: x `, LONG) },
    { name: 'words that differ', text: many((n) => `${(n * 7919).toString(36)} `, LONG) },
    { name: 'lines that differ', text: many((n) => `${(n * 7919).toString(36)}\n`, LONG) },
    { name: 'numbers that differ', text: many((n) => `error ${10_000 + n}\n`, LONG) },
    { name: 'users that differ', text: many((n) => `u${n}@contoso.com `, LONG) },
    { name: 'JSON 10,000 deep', text: `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}` },
    { name: 'a code, then commas', text: `AADSTS50011: ${fill(',', LONG)}x` },
    { name: 'a code, then blanks', text: `AADSTS50011: ${fill(' ', LONG)}x` },
    { name: 'random bytes', text: many(() => String.fromCharCode(Math.floor(random() * 65_536)), LONG) },
    { name: 'random ASCII', text: many(() => String.fromCharCode(32 + Math.floor(random() * 95)), LONG) },
  ];
}
