import { describe, expect, test } from '@jest/globals';
import { localTime, relativeTime, utcTime } from '../../src/cards/moments.ts';
import { readWords } from '../../src/cards/words.ts';
import { CARDS_DIR } from './allCards.ts';

const words = readWords(CARDS_DIR);
const now = new Date('2026-11-02T21:25:00Z');

describe('how long ago', () => {
  test.each([
    ['2026-11-02T21:25:00Z', 'just now'],
    ['2026-11-02T21:24:20Z', 'just now'],
    ['2026-11-02T21:24:00Z', '1 min ago'],
    ['2026-11-02T20:26:00Z', '59 min ago'],
    ['2026-11-02T20:25:20Z', '1 h ago'],
    ['2026-11-02T18:25:26Z', '3 h ago'],
    ['2026-11-01T21:25:00Z', '24 h ago'],
    ['2026-11-01T09:30:00Z', '36 h ago'],
    ['2026-11-01T09:00:00Z', '2 days ago'],
    ['2026-10-20T21:25:00Z', '13 days ago'],
    ['2026-09-04T21:25:00Z', '59 days ago'],
    ['2026-08-02T21:25:00Z', '3 months ago'],
    ['2025-11-02T21:25:00Z', '12 months ago'],
    ['2022-03-02T18:25:26Z', '4 years ago'],
    ['1970-01-01T00:00:00Z', '56 years ago'],
    ['2026-11-02T21:25:30Z', 'just now'],
    ['2026-11-02T21:30:00Z', 'in 5 min'],
    ['2026-11-02T23:25:00Z', 'in 2 h'],
    ['2026-11-12T21:25:00Z', 'in 10 days'],
    ['2031-11-02T21:25:00Z', 'in 4 years'],
  ])('%s was %s', (at, said) => {
    expect(relativeTime(new Date(at), now, words)).toBe(said);
  });
});

describe('the time on the reader’s clock', () => {
  const at = new Date('2026-11-02T18:25:26Z');
  test.each([
    ['Europe/Berlin', 'en-GB', '2 Nov 2026, 19:25 in Europe/Berlin'],
    ['America/Los_Angeles', 'en-US', 'Nov 2, 2026, 10:25 AM in America/Los Angeles'],
    ['Asia/Kolkata', 'en-GB', '2 Nov 2026, 23:55 in Asia/Calcutta'],
    ['Pacific/Auckland', undefined, '3 Nov 2026, 07:25 in Pacific/Auckland'],
    ['Europe/Berlin', 'no such locale', '2 Nov 2026, 19:25 in Europe/Berlin'],
    ['Asia/Riyadh', 'ar-SA-u-nu-arab', undefined],
  ])('in %s for %s', (timeZone, locale, shown) => {
    const local = localTime(at, { now, timeZone, locale }, words);
    if (shown) expect(local?.replace('Asia/Kolkata', 'Asia/Calcutta')).toBe(shown);
    else expect(local).toMatch(/2026/);
  });

  test.each([undefined, '', 'UTC', 'Etc/UTC', 'Europe/Nowhere', '<b>', '$(id)'])(
    'is left out for the zone %j',
    (timeZone) => {
      expect(localTime(at, { now, timeZone }, words)).toBeUndefined();
    },
  );

  test('changes with daylight saving', () => {
    const shown = (iso: string) => localTime(new Date(iso), { now, timeZone: 'Europe/Berlin' }, words);
    expect(shown('2026-10-25T00:30:00Z')).toContain('02:30');
    expect(shown('2026-10-25T01:30:00Z')).toContain('02:30');
    expect(shown('2026-07-01T12:00:00Z')).toContain('14:00');
  });
});

test('a time is shown in UTC to the second', () => {
  expect(utcTime('2022-03-02T18:25:26Z', words)).toBe('2022-03-02 18:25:26 UTC');
});

test('what is no time is no time', () => {
  expect(utcTime('yesterday', words)).toBeUndefined();
});
