import { expect, test } from '@jest/globals';
import { readTime } from '../../../../src/core/case/form/readTime.ts';
import { readZone } from '../../../../src/core/case/form/readZone.ts';
import { NOW } from '../samples.ts';

const read = (typed: string, zone = 'UTC') => {
  const time = readTime(typed, readZone(zone)!, NOW);
  return 'iso' in time ? time.iso : time.error;
};

test.each([
  ['2026-11-21T13:05:00Z', 'Asia/Tokyo', '2026-11-21T13:05:00Z'],
  ['2026-11-21T13:05:00.1234567Z', 'UTC', '2026-11-21T13:05:00Z'],
  ['2026-11-21T14:05:00+01:00', 'UTC', '2026-11-21T13:05:00Z'],
  ['2026-11-21 08:05 -0500', 'UTC', '2026-11-21T13:05:00Z'],
  ['2026-11-21 14:05', 'Europe/Berlin', '2026-11-21T13:05:00Z'],
  ['2026-07-21 14:05', 'Europe/Berlin', '2026-07-21T12:05:00Z'],
  ['2026/11/21 14:05', '+01:00', '2026-11-21T13:05:00Z'],
  ['21.11.2026 14:05', 'Europe/Berlin', '2026-11-21T13:05:00Z'],
  ['21.11.2026, 14:05:30', 'UTC', '2026-11-21T14:05:30Z'],
  ['11/21/2026 2:05 PM', 'UTC', '2026-11-21T14:05:00Z'],
  ['11/21/2026, 12:05:11 AM', 'UTC', '2026-11-21T00:05:11Z'],
  ['21/11/2026 14:05', 'UTC', '2026-11-21T14:05:00Z'],
  ['11/11/2026 14:05', 'UTC', '2026-11-11T14:05:00Z'],
  ['21 Nov 2026 14:05', 'UTC', '2026-11-21T14:05:00Z'],
  ['Nov 21, 2026, 2:05:11 p.m.', 'UTC', '2026-11-21T14:05:11Z'],
  ['Sat, 21 Nov 2026 13:05:11 GMT', 'Asia/Tokyo', '2026-11-21T13:05:11Z'],
  ['November 1st, 2026 at 09:00', 'America/New_York', '2026-11-01T14:00:00Z'],
  ['2026-11-21\u202f14:05\u00a0', 'UTC', '2026-11-21T14:05:00Z'],
  ['2026-11-21 18:35', 'Asia/Kolkata', '2026-11-21T13:05:00Z'],
  ['2026-11-21 15:04', 'UTC', '2026-11-21T15:04:00Z'],
])('%j in %s is %s', (typed, zone, iso) => {
  expect(read(typed, zone)).toBe(iso);
});

test.each([
  ['3/2/2026 14:05', 'UTC', 'dateAmbiguous'],
  ['2026-11-21', 'UTC', 'timeWithoutClock'],
  ['21.11.2026', 'UTC', 'timeWithoutClock'],
  ['2026-02-30 14:05', 'UTC', 'dateImpossible'],
  ['2026-11-21 24:05', 'UTC', 'dateImpossible'],
  ['2026-11-21 13:05 PM', 'UTC', 'dateImpossible'],
  ['31.13.2026 14:05', 'UTC', 'dateImpossible'],
  ['2026-03-29 02:30', 'Europe/Berlin', 'timeSkipped'],
  ['2026-10-25 02:30', 'Europe/Berlin', 'timeTwice'],
  ['2026-11-01 01:30', 'America/New_York', 'timeTwice'],
  ['2026-11-21 16:00', 'UTC', 'timeFuture'],
  ['2027-01-01T00:00:00Z', 'UTC', 'timeFuture'],
  ['2009-12-31 23:59', 'UTC', 'timeTooOld'],
  ['yesterday', 'UTC', 'timeUnreadable'],
  ['2026-11-21 14:05 CET', 'UTC', 'timeUnreadable'],
  ['2026-11-21 14:05 +25:00', 'UTC', 'timeUnreadable'],
  [`${'1'.repeat(5000)}/2/2026`, 'UTC', 'timeUnreadable'],
])('%.40j in %s is refused: %s', (typed, zone, error) => {
  expect(read(typed, zone)).toBe(error);
});

test('a time that was there twice is told apart by its distance from UTC', () => {
  expect(read('2026-10-25 02:30 +02:00', 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z');
  expect(read('2026-10-25 02:30 +01:00', 'Europe/Berlin')).toBe('2026-10-25T01:30:00Z');
});

test.each([
  ['Europe/Berlin', { name: 'Europe/Berlin' }],
  ['europe/berlin', { name: 'Europe/Berlin' }],
  [
    'America/Argentina/Buenos Aires',
    expect.objectContaining({ name: expect.stringContaining('Buenos_Aires') }),
  ],
  ['UTC', { offset: 0 }],
  ['z', { offset: 0 }],
  ['+02:00', { offset: 120 }],
  ['UTC+5:30', { offset: 330 }],
  ['−0330', { offset: -210 }],
  ['+15:00', undefined],
  ['+01:75', undefined],
  ['IST', undefined],
  ['CET', { offset: 60 }],
  ['BST', undefined],
  ['Mars/Base', undefined],
  ['../../etc', undefined],
])('the zone %j is read as %j', (typed, zone) => {
  expect(readZone(typed)).toEqual(zone);
});
