import { describe, expect, test } from '@jest/globals';
import { buildManifest } from '../../../src/cli/appPackage/buildManifest.ts';

// Written with a variable so that the holes are not taken for JavaScript's own.
const hole = (name: string) => `$\{{${name}}}`;

describe('buildManifest', () => {
  test('fills a hole wherever a string stands', () => {
    const template = {
      id: hole('ID'),
      bots: [{ botId: hole('ID') }],
      note: `v${hole('V')} of ${hole('ID')}`,
    };
    expect(buildManifest(template, { ID: 'a', V: '1' })).toEqual({
      id: 'a',
      bots: [{ botId: 'a' }],
      note: 'v1 of a',
    });
  });

  test('takes a value as text, whatever is in it', () => {
    const value = `"}], \\ $& $1 ${hole('OTHER')}`;
    expect(buildManifest({ name: hole('NAME') }, { NAME: value, OTHER: 'x' })).toEqual({ name: value });
  });

  test('leaves out a list item whose only value is empty, and keeps the rest', () => {
    const template = { validDomains: [hole('HOST')], list: ['', hole('HOST'), 'b'] };
    expect(buildManifest(template, { HOST: '' })).toEqual({ validDomains: [], list: ['', 'b'] });
  });

  test('keeps a hole that nothing fills, so that it can be reported', () => {
    expect(buildManifest({ id: hole('toString') }, {})).toEqual({ id: hole('toString') });
  });

  test('keeps numbers, booleans and null', () => {
    const template = { a: 1, b: false, c: null, d: [true] };
    expect(buildManifest(template, {})).toEqual(template);
  });
});
