import type { Moment } from './cards.ts';
import { fill, type Words } from './words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** How long ago something was, or how far ahead it is: `3 h ago`, `in 2 days`, `just now`. */
export function relativeTime(at: Date, now: Date, { time }: Words): string {
  const distance = Math.abs(now.getTime() - at.getTime());
  if (distance < 45_000) return time.now;
  return fill(at <= now ? time.ago : time.ahead, { amount: amount(distance, time) });
}

// Each unit ends where the next one would begin with 2, so that no singular is needed.
function amount(distance: number, time: Words['time']): string {
  if (distance < 59.5 * MINUTE) return fill(time.minute, { n: Math.max(1, Math.round(distance / MINUTE)) });
  if (distance < 36 * HOUR) return fill(time.hour, { n: Math.round(distance / HOUR) });
  if (distance < 60 * DAY) return fill(time.days, { n: Math.round(distance / DAY) });
  if (distance < 23.5 * MONTH) return fill(time.months, { n: Math.round(distance / MONTH) });
  return fill(time.years, { n: Math.floor(distance / YEAR) });
}

/** A time as support wants it: `2026-11-02 18:25:26 UTC`; undefined for what is no time. */
export function utcTime(iso: string, { time }: Words): string | undefined {
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return undefined;
  return fill(time.utc, { time: at.toISOString().slice(0, 19).replace('T', ' ') });
}

/**
 * A time as the reader's clock showed it: `2 Nov 2026, 19:25 in Europe/Berlin`.
 *
 * @returns undefined where the zone is not known, is no zone, or is UTC itself
 */
export function localTime(at: Date, { timeZone, locale }: Moment, { time }: Words): string | undefined {
  if (!timeZone || Number.isNaN(at.getTime())) return undefined;
  try {
    const zone = new Intl.DateTimeFormat('en-GB', { timeZone }).resolvedOptions().timeZone;
    if (zone === 'UTC') return undefined;
    const shown = formatter(timeZone, locale).format(at);
    return fill(time.local, { time: shown.replaceAll('\u202f', ' '), zone: zone.replaceAll('_', ' ') });
  } catch {
    return undefined;
  }
}

function formatter(timeZone: string, locale: string | undefined): Intl.DateTimeFormat {
  const options = { timeZone, dateStyle: 'medium', timeStyle: 'short', calendar: 'gregory' } as const;
  try {
    return new Intl.DateTimeFormat(locale ?? 'en-GB', { ...options, numberingSystem: 'latn' });
  } catch {
    return new Intl.DateTimeFormat('en-GB', options);
  }
}
