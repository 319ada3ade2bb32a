import { describe, expect, test } from '@jest/globals';
import { findCodes } from '../../../src/core/details/codes.ts';
import { cleanText } from '../../../src/core/text/cleanText.ts';

const KNOWN = new Set([
  'AADSTS50003',
  'AADSTS50011',
  'AADSTS50126',
  'AADSTS500011',
  'AADSTS500121',
  'AADSTS135011',
  'AADSTS7000215',
]);
const codesIn = (text: string) =>
  findCodes(cleanText(text), (code) => KNOWN.has(code)).map(({ code }) => code);

describe('codes are found in every form', () => {
  test.each([
    ['AADSTS50011: The reply URL', ['AADSTS50011']],
    ['aadsts50011', ['AADSTS50011']],
    ['ADSTS50011 with a lost letter', ['AADSTS50011']],
    ['AADST50011 with another lost letter', ['AADSTS50011']],
    ['AADSTS 50011', ['AADSTS50011']],
    ['AADSTS: 50011', ['AADSTS50011']],
    ['AADSTS050011', ['AADSTS50011']],
    ['pageMessage:AADSTS50011The reply URL', ['AADSTS50011']],
    ['AADSTS500112026-11-21 10:00:00Z', ['AADSTS50011']],
    ['a console wraps AADSTS500\n11: The reply URL', ['AADSTS50011']],
    ['"error_codes":[7000215]', ['AADSTS7000215']],
    ['"error_codes": [\n7000215\n]', ['AADSTS7000215']],
    ["'error_codes': [50011, 50126]", ['AADSTS50011', 'AADSTS50126']],
    ['"status":{"errorCode":50126,"failureReason":"x"}', ['AADSTS50126']],
    ['"resultType": "50126"', ['AADSTS50126']],
    ['Sign-in error code\t500121', ['AADSTS500121']],
    ['https://login.microsoftonline.com/error?code=7000215', ['AADSTS7000215']],
    ['https://login.partner.microsoftonline.cn/error?code=7000215', ['AADSTS7000215']],
    ['invalid_grant: Error(s): 50126 - Timestamp: 2024', ['AADSTS50126']],
    ['x-ms-clitelem: 1,50126,0,,', ['AADSTS50126']],
    ['"server_error_code":"50126"', ['AADSTS50126']],
    ['ServerError: temporarily_unavailable: 50126 - [2025-08-02 15:36:10Z]: CCS', ['AADSTS50126']],
    ['Error Code: 500121', ['AADSTS500121']],
    ['135011 is an undocumented error code', ['AADSTS135011']],
    ['sign-in fails with error 50126', ['AADSTS50126']],
    ['消息：AADSTS50011：回复 URL', ['AADSTS50011']],
    ['AAD STS50011', ['AADSTS50011']],
    ['STS50011: the beginning is cut off', ['AADSTS50011']],
    ['entra_aadsts_code=50011', ['AADSTS50011']],
    ['{"aadsts_error_code": "50011"}', ['AADSTS50011']],
    ['AADSTS code 50011, what to do?', ['AADSTS50011']],
    ['AADSTS error code: 99999', ['AADSTS99999']],
    ['AADSTS99999 / 7000215', ['AADSTS99999', 'AADSTS7000215']],
    ['AADSTS99999: it failed. Underlying error code: 7000215', ['AADSTS99999', 'AADSTS7000215']],
    ['Authentication Events 7000215', ['AADSTS7000215']],
    ['code 50126', ['AADSTS50126']],
    ['read from a screenshot: AADSTS5OO11', ['AADSTS50011']],
    ['read from a screenshot: AADST5 l350ll', ['AADSTS135011']],
    ['Getting 50126 for a guest', ['AADSTS50126']],
    ['50126?', ['AADSTS50126']],
    ['Codes that are not listed: 50126, 50011', ['AADSTS50126', 'AADSTS50011']],
  ])('%s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('codes are whole numbers', () => {
  test.each([
    ['AADSTS500031: not the same as 50003', ['AADSTS500031']],
    ['AADSTS5000: cut off, so unknown', ['AADSTS5000']],
    ['AADSTS500110: unknown stays what it is', ['AADSTS500110']],
  ])('%s', (text, codes) => {
    expect(codesIn(text)).toEqual(codes);
  });
});

describe('other numbers are no codes', () => {
  test.each([
    'it took 50011 ms',
    'port 50011 is in use',
    'error after 50126 seconds',
    'error in line 12, 50011.5 rows',
    'HTTP error 404',
    '"errorCode": 0',
    'error 99999 is unknown and has no prefix',
    'Error 50011-22',
    'zip code 50126',
    'ticket 50126 please',
    'we have 50126 users',
    'room 50011',
    `a number in a longer text is no code: ${'word '.repeat(15)} 50126`,
    'AADSTSSO',
  ])('%s', (text) => {
    expect(codesIn(text)).toEqual([]);
  });
});

test('how it was written tells how sure it is', () => {
  const form = (text: string) => findCodes(text, (code) => KNOWN.has(code))[0]?.form;
  expect(
    ['AADSTS50011', '"errorCode": 50011', 'AADSTS5OO11', 'error 50011', '50126 again'].map(form),
  ).toEqual(['prefixed', 'field', 'misread', 'sentence', 'alone']);
});

test('what has its message behind it is told apart from what is only mentioned', () => {
  const found = findCodes('Is it like AADSTS50126? AADSTS50011: The reply URL', () => true);
  expect(found.map(({ code, hasMessage }) => [code, hasMessage])).toEqual([
    ['AADSTS50126', false],
    ['AADSTS50011', true],
  ]);
});
