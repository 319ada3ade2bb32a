import { momentsOf, readZone, type Zone } from './readZone.ts';

export type TimeError =
  | 'timeUnreadable'
  | 'timeWithoutClock'
  | 'dateAmbiguous'
  | 'dateImpossible'
  | 'timeSkipped'
  | 'timeTwice'
  | 'timeFuture'
  | 'timeTooOld';

// A person's clock may be a little ahead of ours.
const SKEW = 5 * 60_000;
// Azure Active Directory went into service after this; older dates are slips of the pen.
const EARLIEST = Date.UTC(2010, 0, 1);

const CLOCK = String.raw`(?:[T,]?\s*(?:at\s+)?(?<h>\d{1,2})[:.](?<mi>\d\d)(?:[:.](?<s>\d\d)(?:[.,]\d{1,9})?)?\s*(?<half>[ap]\.?m\.?)?)?`;
const ZONE = String.raw`\s*\(?(?<zone>z|utc|gmt|(?:utc|gmt)?\s*[+-]\s*\d{1,2}(?::?\d\d)?)?\)?`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = String.raw`(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?`;
const WEEKDAY = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?`;
const pattern = (date: string) => new RegExp(`^${WEEKDAY}${date}${CLOCK}${ZONE}$`, 'i');

const FORMS = [
  pattern(String.raw`(?<y>\d{4})[-/.](?<mo>\d{1,2})[-/.](?<d>\d{1,2})`),
  pattern(String.raw`(?<d>\d{1,2})\.\s*(?<mo>\d{1,2})\.\s*(?<y>\d{4})`),
  // Only here the order of day and month differs between countries.
  pattern(String.raw`(?<first>\d{1,2})[/-](?<second>\d{1,2})[/-](?<y>\d{4})`),
  pattern(String.raw`(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[\s-]${MONTH}[\s,-]\s*(?<y>\d{4})`),
  pattern(String.raw`${MONTH}\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4})`),
];

/**
 * Reads a date and time as a person types it: ISO 8601 with or without zone, `2026-11-21 14:05`, `21.11.2026 14:05`,
 * `11/21/2026 2:05 PM`, `21 Nov 2026 14:05`, `Nov 21, 2026, 2:05 PM`. `3/2/2026` is refused, because it is February
 * in one country and March in another.
 *
 * @param zone of the person, for a time that has none of its own
 * @param now later times are refused, and times before 2010
 * @returns ISO 8601 in UTC to the second, or the key of what is wrong
 */
export function readTime(typed: string, zone: Zone, now: Date): { iso: string } | { error: TimeError } {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/["'`<>[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  const groups = FORMS.map((form) => form.exec(text)?.groups).find((found) => found);
  if (!groups) return { error: 'timeUnreadable' };
  const date = readDate(groups);
  if ('error' in date) return date;
  if (groups.h === undefined) return { error: 'timeWithoutClock' };
  const clock = readClock(groups);
  const wall = Date.UTC(date.year, date.month - 1, date.day, clock?.hour, clock?.minute, clock?.second);
  if (!clock || !isDay(wall, date)) return { error: 'dateImpossible' };

  const own = groups.zone ? readZone(groups.zone) : zone;
  if (!own) return { error: 'timeUnreadable' };
  const moments = momentsOf(wall, own);
  if (moments.length === 0) return { error: 'timeSkipped' };
  if (moments.length > 1) return { error: 'timeTwice' };
  if (moments[0]! > now.getTime() + SKEW) return { error: 'timeFuture' };
  if (moments[0]! < EARLIEST) return { error: 'timeTooOld' };
  return { iso: `${new Date(moments[0]!).toISOString().slice(0, 19)}Z` };
}

interface Day {
  year: number;
  month: number;
  day: number;
}

function readDate(groups: Record<string, string | undefined>): Day | { error: TimeError } {
  const year = Number(groups.y);
  if (groups.month) {
    const month = MONTHS.indexOf(groups.month.toLowerCase().slice(0, 3)) + 1;
    return { year, month, day: Number(groups.d) };
  }
  if (groups.first === undefined) return { year, month: Number(groups.mo), day: Number(groups.d) };
  const [first, second] = [Number(groups.first), Number(groups.second)];
  if (first > 12) return { year, month: second, day: first };
  if (second > 12 || first === second) return { year, month: first, day: second };
  return { error: 'dateAmbiguous' };
}

/** @returns undefined for a clock that no clock shows */
function readClock(groups: Record<string, string | undefined>) {
  const [minute, second] = [Number(groups.mi), Number(groups.s ?? 0)];
  let hour = Number(groups.h);
  if (minute > 59 || second > 59 || hour > 23) return undefined;
  if (groups.half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (groups.half.toLowerCase().startsWith('p') ? 12 : 0);
  }
  return { hour, minute, second };
}

// Date.UTC turns 31 February into a day in March.
const isDay = (wall: number, { month, day }: Day) =>
  new Date(wall).getUTCMonth() === month - 1 && new Date(wall).getUTCDate() === day;
