import { describe, expect, test } from '@jest/globals';
import { extractDetails } from '../../../src/core/details/extractDetails.ts';
import { carry } from '../../../src/core/request/buttonData.ts';
import { readRequest } from '../../../src/core/request/readRequest.ts';

test('what a card carries comes back as it was', () => {
  const { details } = extractDetails(
    "AADSTS50105: x\nCorrelation ID: 7b12f9bb-2eef-42e3-ad75-eee69ec9088d\nuser 'kim@contoso.com'",
    () => true,
  );
  const carried = carry({ details });
  expect(
    readRequest({ et: { v: 1, verb: 'escalate', entry: 'AADSTS50105', others: [], carried } }),
  ).toMatchObject({ verb: 'escalate', carried, fields: {} });
});

test('fields are read by their prefix, trimmed and bounded', () => {
  const { fields } = readRequest({
    et: { v: 1, verb: 'submitCase' },
    f_problem: '  it fails ',
    f_steps: 'x'.repeat(100_000),
    other: 'no',
    f_number: 5,
  })!;
  expect(fields.problem).toBe('it fails');
  expect(fields.steps!.length).toBe(8_000);
  expect(Object.keys(fields)).toEqual(['problem', 'steps']);
});

describe('what this bot did not make is refused', () => {
  test.each([
    ['nothing', undefined],
    ['a text', 'x'],
    ['a list', []],
    ['another version', { et: { v: 2, verb: 'solved' } }],
    ['an unknown verb', { et: { v: 1, verb: 'drop' } }],
    ['an unknown key', { et: { v: 1, verb: 'solved', admin: true } }],
    ['a path as an entry', { et: { v: 1, verb: 'answer', entry: '../x' } }],
    ['markup as an ID', { et: { v: 1, verb: 'escalate', carried: { correlationIds: ['<b>'] } } }],
    ['too many codes', { et: { v: 1, verb: 'escalate', carried: { codes: Array(50).fill('AADSTS50105') } } }],
    ['a long error text', { et: { v: 1, verb: 'escalate', carried: { errorText: 'x'.repeat(600) } } }],
    ['a version below zero', { et: { v: 1, verb: 'closeCase', version: -1 } }],
  ])('%s', (_, value) => {
    expect(readRequest(value)).toBeUndefined();
  });

  test('a prototype cannot be reached through a field', () => {
    const request = readRequest(
      JSON.parse('{"et":{"v":1,"verb":"submitCase"},"f___proto__":"x","__proto__":{"f_problem":"y"}}'),
    );
    expect(request!.fields).toEqual({});
  });
});
