import type { Details } from '../../core/types.ts';
import type { Moment } from '../cards.ts';
import { localTime, relativeTime, utcTime } from '../moments.ts';
import { plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';

/** What a card shows of a paste; details and what a button carried both have it. */
export type Found = Pick<
  Details,
  | 'codes'
  | 'correlationIds'
  | 'traceIds'
  | 'timestamps'
  | 'tenantIds'
  | 'appIds'
  | 'tenantDomains'
  | 'users'
  | 'resources'
  | 'libraries'
  | 'cloud'
  | 'sdk'
  | 'assumedUtc'
>;

/** A labelled row of the card: the values, each with its note, as runs of text that can be selected. */
export interface FoundRow {
  label: string;
  runs: { text: string; font: 'Monospace' | 'Default'; subtle: boolean }[];
}

interface Lines {
  label: string;
  lines: { text: string; note: string }[];
}

const MOST_VALUES = 2;

/**
 * The rows of "Found in your message", what support asks for first at the top. Rows without a value are left out.
 *
 * @param unknownCodes codes that are marked as not known
 */
export function foundInMessage(
  found: Found,
  moment: Moment,
  words: Words,
  unknownCodes: string[] = [],
): FoundRow[] {
  const label = words.found;
  const plain = (all: string[], max = 130) => all.map((text) => ({ text: plainText(text, max), note: '' }));
  const software = [
    ...found.libraries.map((name) => plainText(name, 60)),
    ...(found.sdk ? [words.sdk[found.sdk]] : []),
  ];
  const rows: Lines[] = [
    {
      label: label.codes,
      lines: found.codes.map((code) => ({
        text: plainText(code, 30),
        note: unknownCodes.includes(code) ? label.unknownCode : '',
      })),
    },
    { label: label.correlationIds, lines: plain(found.correlationIds, 60) },
    {
      label: label.timestamps,
      lines: found.timestamps.map((iso) => timeLine(iso, found.assumedUtc, moment, words)),
    },
    { label: label.traceIds, lines: plain(found.traceIds, 60) },
    { label: label.tenants, lines: plain([...found.tenantIds, ...found.tenantDomains]) },
    { label: label.appIds, lines: plain(found.appIds, 60) },
    { label: label.users, lines: plain(found.users) },
    { label: label.resources, lines: plain(found.resources) },
    {
      label: label.software,
      lines: software.length > 0 ? plain([software.slice(0, 3).join(', ')], 240) : [],
    },
    {
      label: label.cloud,
      lines: found.cloud && found.cloud !== 'public' ? plain([words.cloud[found.cloud]]) : [],
    },
  ];
  return rows.filter(({ lines }) => lines.length > 0).map((row) => toRow(row, words));
}

function timeLine(iso: string, assumedUtc: boolean, moment: Moment, words: Words): Lines['lines'][number] {
  const utc = utcTime(iso, words);
  if (utc === undefined) return { text: plainText(iso, 40), note: '' };
  const at = new Date(iso);
  const notes = [
    relativeTime(at, moment.now, words),
    localTime(at, moment, words),
    assumedUtc ? words.time.assumedUtc : undefined,
  ];
  return { text: utc, note: notes.filter((note) => note !== undefined).join(' · ') };
}

function toRow({ label, lines }: Lines, words: Words): FoundRow {
  const runs: FoundRow['runs'] = [];
  for (const { text, note } of lines.slice(0, MOST_VALUES)) {
    if (runs.length > 0) runs.push({ text: ', ', font: 'Default', subtle: false });
    runs.push({ text, font: 'Monospace', subtle: false });
    if (note) runs.push({ text: ` · ${note}`, font: 'Default', subtle: true });
  }
  const more = lines.length - MOST_VALUES;
  if (more > 0)
    runs.push({ text: ` ${fill(words.found.more, { count: more })}`, font: 'Default', subtle: true });
  return { label, runs };
}
