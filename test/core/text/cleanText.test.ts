import { describe, expect, test } from '@jest/globals';
import { cleanText, MAX_TEXT, SOFT_BREAK } from '../../../src/core/text/cleanText.ts';

describe('cleanText brings every encoding to the same words', () => {
  test.each([
    ['no-break spaces and typographic quotes', 'AADSTS50011:\u00a0“x” isn’t', 'AADSTS50011: "x" isn\'t'],
    ['full-width characters', 'ＡＡＤＳＴＳ７０００１１２：已禁用', 'AADSTS7000112:已禁用'],
    ['invisible characters', 'AADSTS\u200b500\u00ad11\ufeff', 'AADSTS50011'],
    ['direction marks', '\u202eAADSTS50011\u202c', 'AADSTS50011'],
    ['HTML entities', '{&quot;error&quot;: &#39;x&#39; &#8216;y&#8217;}', "{\"error\": 'x' 'y'}"],
    ['HTML that was escaped twice', '&amp;quot;error&amp;quot;', '"error"'],
    ['escapes of JSON', 'not valid.\\r\\nTrace ID: 1', `not valid.${SOFT_BREAK}Trace ID: 1`],
    ['escapes of JSON inside JSON', 'valid.\\\\r\\\\nTrace', `valid.${SOFT_BREAK}Trace`],
    ['unicode escapes', 'app \\u0027x\\u0027', "app 'x'"],
    ['escaped quotes', '{\\"error\\":\\"x\\"}', '{"error":"x"}'],
    ['carriage returns', 'a\r\nb\rc', 'a\nb\nc'],
    ['NUL and other control characters', 'a\u0000b\u0007c', 'a b c'],
  ])('%s', (_, pasted, clean) => {
    expect(cleanText(pasted)).toBe(clean);
  });

  test('decodes the values of a redirect address, whatever the case of its escapes', () => {
    expect(
      cleanText(
        'https://app/cb?error=access_denied&error_description=AADSTS65004%3a+User+declined.%0D%0ATrace+ID%3A+1',
      ),
    ).toBe(
      `https://app/cb?error=access_denied&error_description=AADSTS65004: User declined.${SOFT_BREAK}Trace ID: 1`,
    );
  });

  test('leaves plus signs, paths and percent signs elsewhere as they are', () => {
    expect(cleanText('1+1 is 100% in C:\\new\\temp')).toBe('1+1 is 100% in C:\\new\\temp');
  });

  test('keeps names of URL parameters that look like entities', () => {
    expect(cleanText('?a=1&times=2&copy=3')).toBe('?a=1&times=2&copy=3');
  });

  test('replaces lone surrogates', () => {
    expect(cleanText('a\ud800b').isWellFormed()).toBe(true);
  });

  test('keeps the beginning and the end of a text that is too long', () => {
    const long = `AADSTS50011${'x'.repeat(MAX_TEXT * 3)}Trace ID: 1`;
    const clean = cleanText(long);
    expect(clean.length).toBeLessThan(MAX_TEXT + 10);
    expect(clean.startsWith('AADSTS50011')).toBe(true);
    expect(clean.endsWith('Trace ID: 1')).toBe(true);
  });
});
