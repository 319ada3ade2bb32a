import { expect, test } from '@jest/globals';
import { CASE_ID_ALPHABET, newCaseId } from '../../../src/core/case/newCaseId.ts';
import { readCaseId } from '../../../src/core/case/readCaseId.ts';

test('an id has six characters of sixteen, so every byte counts', () => {
  expect(CASE_ID_ALPHABET).toHaveLength(16);
  expect(new Set(CASE_ID_ALPHABET).size).toBe(16);
  expect(newCaseId(new Uint8Array([0, 0, 0]))).toBe('ENT-222222');
  expect(newCaseId(new Uint8Array([255, 255, 255]))).toBe('ENT-YYYYYY');
  expect(newCaseId(new Uint8Array([0x01, 0x23, 0x45, 0x67]))).toBe('ENT-234679');
});

test('no character looks like another one of the alphabet', () => {
  for (const pair of ['0O', '1I', '1L', 'UV', 'B8', 'S5', 'Z2', 'G6', 'MN', 'DO', 'QO'])
    expect([...pair].every((char) => CASE_ID_ALPHABET.includes(char))).toBe(false);
});

test('too few random bytes are refused', () => {
  expect(() => newCaseId(new Uint8Array(2))).toThrow(RangeError);
});

test.each([
  ['ENT-7K3P9W', 'ENT-7K3P9W'],
  ['ent-7k3p9w', 'ENT-7K3P9W'],
  ['ent7k3p9w', 'ENT-7K3P9W'],
  ['7K3P9W', 'ENT-7K3P9W'],
  [' ENT – 7K3 P9W. ', 'ENT-7K3P9W'],
  ['case ENT 7K3-P9W', 'ENT-7K3P9W'],
  ['ＥＮＴ－７Ｋ３Ｐ９Ｗ', 'ENT-7K3P9W'],
  ['ENT-ZGQM22', 'ENT-269N22'],
  ['ENT-7K3P9', undefined],
  ['ENT-7K3P9WW', undefined],
  ['ENT-7K3P9O', undefined],
  ['ENT-7K3P9B', undefined],
  ['', undefined],
  ['x'.repeat(10_000), undefined],
])('%j is read as %j', (typed, id) => {
  expect(readCaseId(typed)).toBe(id);
});
