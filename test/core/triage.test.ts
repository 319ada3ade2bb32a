import { expect, test } from '@jest/globals';
import { cleanText } from '../../src/core/text/cleanText.ts';

test('characters that look alike become the plain ones', () => {
  expect(cleanText('AADSTS50011：\u00a0“x”')).toBe('AADSTS50011: "x"');
});
