/** A time zone: an IANA name that this runtime knows, or a fixed distance from UTC in minutes. */
export type Zone = { name: string } | { offset: number };

const FIXED = /^(?:(?:utc|gmt)\s*)?(?<sign>[+-])\s*(?<h>\d{1,2})(?::?(?<mi>\d\d))?$/i;
/** Hours ahead of UTC of the abbreviations that mean one thing, in English and German. */
const ABBREVIATIONS: Record<string, number> = {
  WET: 0,
  WEST: 1,
  CET: 1,
  MEZ: 1,
  CEST: 2,
  MESZ: 2,
  EET: 2,
  EEST: 3,
  PST: -8,
  PDT: -7,
  MDT: -6,
  CDT: -5,
  EST: -5,
  EDT: -4,
  JST: 9,
  NZST: 12,
  NZDT: 13,
};
// Kiritimati is 14 hours ahead, Baker Island 12 behind.
const MAX_AHEAD = 14 * 60;
const MAX_BEHIND = 12 * 60;

/**
 * Reads a time zone as it is typed or as Teams sends it: `Europe/Berlin`, `UTC`, `Z`, `+02:00`, `UTC+2`, `-0530`.
 * Abbreviations count where they stand for one distance only; IST, CST or BST are refused, they stand for several.
 *
 * @returns undefined where it is none
 */
export function readZone(typed: string): Zone | undefined {
  const text = typed
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();
  if (/^(?:utc|gmt|z|zulu|etc\/utc)$/i.test(text)) return { offset: 0 };
  const known = ABBREVIATIONS[text.toUpperCase()];
  if (known !== undefined) return { offset: known * 60 };
  const fixed = FIXED.exec(text)?.groups;
  if (fixed) {
    const minutes = Number(fixed.h) * 60 + Number(fixed.mi ?? 0);
    const offset = fixed.sign === '-' ? -minutes : minutes;
    return Number(fixed.mi ?? 0) < 60 && offset <= MAX_AHEAD && offset >= -MAX_BEHIND
      ? { offset }
      : undefined;
  }
  const name = text.replace(/\s*\/\s*/g, '/').replace(/\s+/g, '_');
  if (!/^[a-z]+(?:\/[a-z0-9_+-]+){1,2}$/i.test(name)) return undefined;
  try {
    return { name: new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone };
  } catch {
    return undefined;
  }
}

/**
 * The moments at which a clock in the zone shows the given date and time.
 *
 * @param wall the shown time as if it were UTC, in milliseconds
 * @returns milliseconds since 1970; two when clocks were put back over it, none when they were put forward over it
 */
export function momentsOf(wall: number, zone: Zone): number[] {
  if ('offset' in zone) return [wall - zone.offset * 60_000];
  const day = 86_400_000;
  // The offsets before and after any change that could be near; changes are rarer than one in two days.
  const offsets = new Set([wall - day, wall + day].map((near) => shownIn(zone.name, near) - near));
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((moment) => shownIn(zone.name, moment) === wall)
    .sort((a, b) => a - b);
}

/** What a clock in the zone shows at a moment, as if it were UTC, to the second. */
function shownIn(timeZone: string, moment: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(moment);
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(get('year'), get('month') - 1, get('day'), get('hour'), get('minute'), get('second'));
}
