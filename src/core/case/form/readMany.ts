import { meansNothing } from './readIds.ts';
import { readTime, type TimeError } from './readTime.ts';
import type { Zone } from './readZone.ts';

export type TimesError = TimeError | 'tooManyTimes';

const MAX_TIMES = 5;

/**
 * Reads one or several times, each on a line of its own or behind a semicolon.
 *
 * @param zone of the person, for times that have none of their own
 * @returns ISO 8601 in UTC to the second, each once, in their order; or the key of the first fault
 */
export function readMany(typed: string, zone: Zone, now: Date): { value: string[] } | { error: TimesError } {
  const parts = typed
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !meansNothing(part));
  const times = new Set<string>();
  for (const part of parts) {
    const time = readTime(part, zone, now);
    if ('error' in time) return time;
    times.add(time.iso);
  }
  return times.size > MAX_TIMES ? { error: 'tooManyTimes' } : { value: [...times] };
}
