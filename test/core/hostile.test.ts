import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { htmlToText } from '../../src/core/text/htmlToText.ts';
import { toJson } from '../../src/core/toJson.ts';
import { prepareKnowledge, triage } from '../../src/core/triage.ts';
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.ts';
import { readMessage } from '../../src/teams/readMessage.ts';
import { contract } from '../cases/contract.ts';

// Whatever people paste: an answer or an honest "none", in bounded time, without their secrets. Speed is measured by
// the benchmark; the bound here only catches what grows with the square, on a machine that is busy with other things.
const MAX_MS = 1_000;

let knowledge: ReturnType<typeof prepareKnowledge>;
beforeAll(async () => {
  knowledge = prepareKnowledge(await loadKnowledge([join(import.meta.dirname, '../../knowledge')]));
});

/** Triages a text, checks what holds for every text, and returns the answer as JSON. */
function check(text: string): string {
  const { result, milliseconds } = timed(() => triage(text, knowledge));
  expect(milliseconds).toBeLessThan(MAX_MS);
  const json = JSON.stringify(toJson(result));
  contract.parse(JSON.parse(json));
  return json;
}

/** One slow run can be the machine, two are the text: the better of two counts, unless the first is hopeless. */
function timed<T>(work: () => T): { result: T; milliseconds: number } {
  const first = timedOnce(work);
  if (first.milliseconds < MAX_MS || first.milliseconds > 5 * MAX_MS) return first;
  const second = timedOnce(work);
  return second.milliseconds < first.milliseconds ? second : first;
}

function timedOnce<T>(work: () => T): { result: T; milliseconds: number } {
  const started = performance.now();
  const result = work();
  return { result, milliseconds: performance.now() - started };
}

const GUID = '7b12f9bb-2eef-42e3-ad75-eee69ec9088d';
const FRAGMENTS = [
  'AADSTS',
  'AADSTS5',
  'AADSTS50011',
  'AADSTS50011:',
  'AADSTS50011: The redirect URI',
  'ADSTS5001',
  'error_codes":[',
  'error_codes":[50011,',
  '"errorCode":',
  'resultType":"50126"',
  'Error(s): 50173',
  'login.microsoftonline.com/error?code=',
  'Trace ID: ',
  'Correlation ID: ',
  'Request Id:',
  'Timestamp: ',
  'Timestamp: 2026-99-99 99:99:99Z',
  '2026-02-30T25:61:61Z',
  'tenant ',
  "application '",
  'client_id=',
  GUID,
  GUID.slice(0, 20),
  GUID.slice(20),
  GUID.toUpperCase(),
  '00000000-0000-0000-0000-000000000000',
  'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
  'DefaultAzureCredential failed to retrieve a token',
  'Attempted credentials:',
  '\tAzureCliCredential: ',
  'EnvironmentCredential authentication unavailable. ',
  'Caused by: ',
  'at a.b.C(D.java:1)',
  '  File "x.py", line 1',
  'https://',
  'https://login.microsoftonline.com/',
  'error_description=%41%',
  '%',
  '+',
  '&',
  '&amp;',
  '&#',
  '&#x41;',
  '&lt;b&gt;',
  '"',
  "'",
  '`',
  '\\',
  '\\\\',
  '\\n',
  '\\r\\n',
  '\\u0041',
  '\\u00',
  '\\ud800',
  '{',
  '}',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '</',
  '<at>',
  '<!--',
  ']]>',
  '$',
  '{{x}}',
  '__proto__',
  'constructor',
  'toString',
  '\n',
  '\r',
  '\r\n',
  '\t',
  ' ',
  '\u2028',
  '\u2029',
  '\u0000',
  '\u0085',
  '\u00a0',
  '\ufeff',
  '\u202e',
  '\u200f',
  '\ud800',
  '\udc00',
  '\ud83d\ude00',
  'שלום',
  'مرحبا',
  'ＡＡＤＳＴＳ',
  '٥٠٠١١',
  'İ',
  'ß',
  '相关ID: ',
  'password=',
  'Bearer ',
  'eyJ',
  '-----BEGIN PRIVATE KEY-----',
  'user@contoso.com',
  '@',
  '1',
  '50011',
  '-',
  ':',
  '=',
  ',',
  ';',
  '|',
];
const soup = fc
  .array(fc.oneof(fc.constantFrom(...FRAGMENTS), fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

describe('any text gets a valid answer', () => {
  test('of any characters, halves of pairs included', () => {
    const codeUnits = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 400 })
      .map((units) => String.fromCharCode(...units));
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), codeUnits), (text) => void check(text)),
      { numRuns: 300 },
    );
  });

  test('of fragments of real errors, in any order', () => {
    fc.assert(
      fc.property(soup, (text) => void check(text)),
      { numRuns: 600 },
    );
  });

  test('and the same answer again', () => {
    fc.assert(
      fc.property(soup, (text) => {
        expect(check(text)).toBe(check(text));
      }),
      { numRuns: 100 },
    );
  });

  test('of fragments that repeat up to a great length', () => {
    const repeated = fc
      .tuple(
        fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(2_000, 60_000, 170_000),
      )
      .map(([parts, length]) => fill(parts.join(''), length));
    fc.assert(
      fc.property(repeated, (text) => void check(text)),
      { numRuns: 120 },
    );
  }, 180_000);
});

/** `unit` again and again, up to `length` characters. */
const fill = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / Math.max(1, unit.length))).slice(0, length);
const nested = (open: string, inner: string, close: string) =>
  open.repeat(10_000) + inner + close.repeat(10_000);
const guids = (count: number) =>
  Array.from({ length: count }, (_, n) => `${n.toString(16).padStart(8, '0')}${GUID.slice(8)}`).join(' ');

const SHAPES: [name: string, text: () => string][] = [
  ['nothing', () => ''],
  ['one character', () => 'x'],
  ['megabytes of lines', () => fill('2026-05-05T10:00:00Z INFO nothing special happened here\n', 5_000_000)],
  ['one line of 1 MB', () => fill('lorem ipsum dolor sit amet ', 1_000_000)],
  ['one word of 1 MB', () => fill('a', 1_000_000)],
  ['only digits', () => fill('1234567890', 1_000_000)],
  ['only GUIDs', () => guids(20_000)],
  ['only blanks', () => fill(' ', 1_000_000)],
  ['only line breaks', () => fill('\n', 1_000_000)],
  ['only <', () => fill('<', 1_000_000)],
  ['only quotes', () => fill('"', 1_000_000)],
  ['only backslashes', () => fill('\\', 1_000_000)],
  ['only NUL', () => fill('\u0000', 1_000_000)],
  ['only halves of pairs', () => fill('\ud800', 1_000_000)],
  ['right-to-left with marks', () => fill('\u202eAADSTS50011\u202c שלום ', 200_000)],
  ['JSON 10,000 deep', () => nested('{"a":', '"AADSTS50011: x"', '}')],
  ['lists 10,000 deep', () => nested('[', '50011', ']')],
  ['escapes in escapes', () => fill('\\\\\\\\\\\\\\\\u0041\\\\n', 300_000)],
  ['HTML escaped many times', () => fill('&amp;amp;amp;lt;', 300_000)],
  ['codes that differ', () => Array.from({ length: 20_000 }, (_, n) => `AADSTS${50_000 + n}:`).join(' ')],
  ['a code, then commas', () => `AADSTS50011: ${fill(',', 160_000)}x`],
  ['a code, then blanks', () => `AADSTS50011: ${fill(' ', 160_000)}x`],
  ['an exception name again and again', () => fill('MsalServiceException: ', 160_000)],
  [
    'credentials without end',
    () => fill('DefaultAzureCredential failed to retrieve a token\n\tAzureCliCredential: x', 160_000),
  ],
  [
    'base64',
    () =>
      fill('QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0NTY3ODkrLw', 300_000),
  ],
  ...[
    'Correlation ID: ',
    'Trace ID',
    'tenant ',
    'client_id=',
    'Timestamp: 2026-01-01',
    'error_codes":[',
    'password=',
    'client_secret="',
    'Bearer ',
    'eyJ',
    'error_description=%41',
    'https://',
    'a@',
    'a-',
    'a.',
    '-----BEGIN PRIVATE KEY-----',
    'x.onmicrosoft',
    'codes: 50011, ',
  ].map((label): [string, () => string] => [
    `the label ${JSON.stringify(label)} again and again`,
    () => fill(label, 170_000),
  ]),
];

test.each(SHAPES)('a text of extreme shape is answered: %s', (_, make) => {
  check(make());
});

test('the error is found at either end of a text that is too long to be read whole', () => {
  const filler = fill('nothing to see here\n', 2_000_000);
  for (const text of [`AADSTS50105: x\n${filler}`, `${filler}AADSTS50105: x`])
    expect(check(text)).toContain('AADSTS50105');
});

describe('no secret comes back', () => {
  // Random, so that no part of it can stand in the answer by chance.
  const word = (length: number) =>
    fc.string({
      unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'),
      minLength: length,
      maxLength: length,
    });
  const secrets = fc.oneof(
    fc.tuple(word(30), word(60), word(43)).map(([a, b, c]) => ({ shown: `eyJ${a}.eyJ${b}.${c}`, core: b })),
    fc.tuple(word(3), word(33)).map(([a, b]) => ({ shown: `${a}8Q~${b}`, core: b })),
    word(24).map((value) => ({ shown: `client_secret=${value}9`, core: value })),
    word(24).map((value) => ({ shown: `"client_secret": "${value}9"`, core: value })),
    word(18).map((value) => ({ shown: `password=${value}7!`, core: value })),
    word(18).map((value) => ({ shown: `Password: "${value} 7"`, core: value })),
    word(40).map((value) => ({ shown: `Authorization: Bearer ${value}1`, core: value })),
    word(70).map((value) => ({ shown: `0.A${value}`, core: value })),
    word(86).map((value) => ({ shown: `AccountKey=${value}==`, core: value })),
  );
  const around = fc.constantFrom(
    '\n',
    ' ',
    ' AADSTS50011: The redirect URI ',
    '\nAADSTS7000215: Invalid client secret provided ',
    '\n\tAzureCliCredential: ',
    '\nDefaultAzureCredential failed to retrieve a token ',
    '\nClientSecretCredential authentication failed: ',
    ' scope=https://contoso.com/',
    '\nBrowserAuthError: ',
  );

  test('wherever it stands', () => {
    fc.assert(
      fc.property(soup, around, secrets, soup, (before, label, secret, after) => {
        const json = check(`${before}${label} ${secret.shown}\n${after}`);
        expect(json).not.toContain(secret.core);
      }),
      { numRuns: 500 },
    );
  });

  test('also when the text is HTML that Teams sent', () => {
    fc.assert(
      fc.property(around, secrets, (label, secret) => {
        const html = `<div><p>${label.replaceAll('\n', '<br>')} ${secret.shown.replaceAll('"', '&quot;')}</p></div>`;
        const { text } = readMessage({ attachments: [{ contentType: 'text/html', content: html }] });
        expect(check(text)).not.toContain(secret.core);
      }),
      { numRuns: 100 },
    );
  });
});

describe('HTML soup becomes plain text', () => {
  const TAGS = [
    '<p>',
    '</p>',
    '<div>',
    '</div>',
    '<br>',
    '<pre>',
    '</pre>',
    '<at id="0">',
    '</at>',
    '<blockquote itemtype="http://schema.skype.com/Reply">',
    '</blockquote>',
    '<table><tr><td>',
    '</td>',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '<a href="javascript:1">',
    '<img src=x onerror=1>',
    '<span itemtype="http://schema.skype.com/Mention" itemid="0">',
    '</span>',
    '<quoted messageId="1"/>',
    '<',
    '>',
    '&',
    '&lt;',
    '&nbsp;',
    '&#0;',
    '&#x110000;',
    '"',
    "'",
    '=',
    ' ',
    '\n',
    '\u0000',
    '\ud800',
    'AADSTS50011',
    '<x '.repeat(9),
  ];
  const html = fc.array(fc.constantFrom(...TAGS), { maxLength: 60 }).map((parts) => parts.join(''));
  const read = (content: string) =>
    timed(() =>
      readMessage({
        text: content,
        attachments: [{ contentType: 'text/html', content }],
        recipient: { id: '28:bot', name: 'Entra Triage' },
        entities: [
          {
            type: 'mention',
            text: '<at>Entra Triage</at>',
            mentioned: { id: '28:bot', name: 'Entra Triage' },
          },
        ] as never,
      }),
    );

  test('of any tags', () => {
    fc.assert(
      fc.property(html, (content) => {
        const { text, quoted } = htmlToText(content, () => false);
        expect(typeof text).toBe('string');
        expect(typeof quoted).toBe('string');
        check(read(content).result.text);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    ...TAGS.map((tag) => [JSON.stringify(tag), tag] as const),
    ['blanks in <pre>', ' '],
    ['mentions in mentions', '<at>a'],
    ['attributes', '<a b=c '],
    ['open and other close', '<div></b>'],
  ])('of great length: %s', (_, unit) => {
    const { result, milliseconds } = read(`<pre>${fill(unit, 1_000_000)}x</pre>`);
    expect(milliseconds).toBeLessThan(MAX_MS);
    expect(typeof result.text).toBe('string');
  });
});
