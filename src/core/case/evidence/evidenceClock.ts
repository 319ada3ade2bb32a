const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/**
 * How long the customer's own evidence of a sign-in lasts.
 * - diagnostic: the Sign-in diagnostic finds "events that occurred within 48 hours" when it is searched by date
 *   (entra-docs howto-use-sign-in-diagnostics.md); started from a row of the log it has no such limit;
 * - free, premium: sign-in logs are kept 7 days with Entra ID Free and 30 days with P1 or P2 (entra-docs
 *   reference-reports-data-retention.md). Moving to a higher licence doesn't bring older events back.
 * It becomes urgent when less than `urgent` is left: a working day for the logs, a few hours for the diagnostic.
 */
const WINDOWS = [
  { key: 'diagnostic', lasts: 48 * HOUR, urgent: 6 * HOUR },
  { key: 'free', lasts: 7 * DAY, urgent: DAY },
  { key: 'premium', lasts: 30 * DAY, urgent: DAY },
] as const;

export interface ClockWindow {
  key: (typeof WINDOWS)[number]['key'];
  state: 'open' | 'urgent' | 'past';
  /** ISO 8601 in UTC. */
  ends: string;
  /** What is left in whole steps, rounded down so that nobody relies on time that isn't there; 0 when past. */
  left: { count: number; unit: 'minute' | 'hour' | 'day' };
}

/**
 * What is left of each window, the shortest first.
 *
 * @param timestamps ISO 8601 in UTC. The newest counts: one event that can still be found is enough to open a case.
 * @returns nothing when there is no timestamp
 */
export function evidenceClock(timestamps: string[], now: Date): ClockWindow[] {
  const times = timestamps.map((iso) => Date.parse(iso)).filter(Number.isFinite);
  if (times.length === 0) return [];
  // A clock that is a little ahead of ours must not lengthen a window.
  const event = Math.min(Math.max(...times), now.getTime());
  return WINDOWS.map(({ key, lasts, urgent }) => {
    const ends = event + lasts;
    const remaining = Math.max(0, ends - now.getTime());
    return {
      key,
      state: remaining === 0 ? 'past' : remaining < urgent ? 'urgent' : 'open',
      ends: `${new Date(ends).toISOString().slice(0, 19)}Z`,
      left: inWholeSteps(remaining),
    };
  });
}

function inWholeSteps(remaining: number): ClockWindow['left'] {
  if (remaining < 2 * HOUR) return { count: Math.floor(remaining / 60_000), unit: 'minute' };
  if (remaining < 2 * DAY) return { count: Math.floor(remaining / HOUR), unit: 'hour' };
  return { count: Math.floor(remaining / DAY), unit: 'day' };
}
