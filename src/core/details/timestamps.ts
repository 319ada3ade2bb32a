import { unique } from './labelled.ts';

export interface Timestamps {
  /** ISO 8601 in UTC, to the second, those with a label first. */
  timestamps: string[];
  /** Some had no zone and were read as UTC, which is what the service and its logs write. */
  assumedUtc: boolean;
}

const DATE = String.raw`(?<y>20\d\d)-(?<mo>\d\d)-(?<d>\d\d)[T +]{1,2}(?<h>\d\d):(?<mi>\d\d)(?::(?<s>\d\d))?(?:[.,]\d{1,9})?(?<zone>Z| ?(?:Z|UTC|GMT)\b| ?[+-]\d\d:?\d\d\b)?`;
const LABEL = String.raw`(?:time[ _-]?stamp|createdDateTime|TimeGenerated|activityDateTime|Date \(UTC\)|Zeitstempel|Horodatage|Marca de tiempo|Carimbo de data\/hora|Timestamp|Tijdstempel|Sygnatura czasowa|Метка времени|时间戳|時間戳記|タイムスタンプ|타임스탬프)`;
const LABELLED = new RegExp(
  String.raw`${LABEL}["'\])*\x60]{0,3}[ \t]{0,4}[:=]?[ \t\u2028]{0,4}\n?[ \t]{0,4}["'<(\[{*\x60]{0,3}${DATE}`,
  'gi',
);
// The time in a log line of the libraries: "[2021-09-03 14:20:13Z]: AADSTS…".
const BRACKETED = new RegExp(String.raw`\[${DATE}(?: - [^\]\n]{0,60})?\]`, 'gi');
const ANY = new RegExp(String.raw`(?<!\d)${DATE}`, 'gi');

// 3/2/2022 could be February or March. Only what cannot be misread is taken.
const US_LABELLED = new RegExp(
  String.raw`${LABEL}["']?\s{0,3}[:=]?\s{0,3}["']?(?<mo>\d{1,2})\/(?<d>\d{1,2})\/(?<y>20\d\d),? (?<h>\d{1,2}):(?<mi>\d\d)(?::(?<s>\d\d))? ?(?<half>[AP]M)?(?<zone> ?(?:Z|UTC|GMT))`,
  'gi',
);

/**
 * The times of the failed sign-in. Times with a label come first; times of other log lines count only where there
 * is no better one.
 */
export function findTimestamps(text: string): Timestamps {
  const labelled = read(text, LABELLED).concat(read(text, US_LABELLED));
  const found = labelled.length > 0 ? labelled : read(text, BRACKETED);
  const times = found.length > 0 ? found : read(text, ANY).slice(0, 3);
  return {
    timestamps: unique(times.map(({ iso }) => iso)),
    assumedUtc: times.some(({ zoned }) => !zoned),
  };
}

function read(text: string, pattern: RegExp): { iso: string; zoned: boolean }[] {
  return [...text.matchAll(pattern)].flatMap(({ groups }) => {
    const { y, mo, d, h, mi, s = '00', zone, half } = groups as Record<string, string | undefined>;
    let hour = Number(h);
    if (half) hour = (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
    const date = new Date(
      `${y}-${mo!.padStart(2, '0')}-${d!.padStart(2, '0')}T${String(hour).padStart(2, '0')}:${mi}:${s}${offset(zone)}`,
    );
    if (Number.isNaN(date.getTime())) return [];
    return [{ iso: `${date.toISOString().slice(0, 19)}Z`, zoned: zone !== undefined }];
  });
}

function offset(zone: string | undefined): string {
  const sign = zone?.trim();
  if (!sign || /^[A-Z]/i.test(sign)) return 'Z';
  return sign.includes(':') ? sign : `${sign.slice(0, 3)}:${sign.slice(3)}`;
}
