import { isGuid } from '../../details/labelled.ts';
import { cleanLines } from './cleanText.ts';

export type IdsError = 'noGuid' | 'brokenGuid' | 'emptyGuid' | 'tooManyIds' | 'oneIdOnly';

/** More don't fit into a card, and support needs one that it can find. */
export const MAX_IDS = 10;

const GUID = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/g;
// Some logs write a GUID without its hyphens.
const BARE_GUID =
  /(?<![0-9a-f-])([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(?![0-9a-f-])/g;
const EMPTY_GUID = '00000000-0000-0000-0000-000000000000';
/** What people write when they have none. */
const NOTHING = /^(?:n\/?a|none|no|nil|null|unknown|not known|-+|\?+|\.+|x+)$/i;
// The name of the field is often copied with its value.
const LABELS =
  /\b(?:correlation|request|trace|client|session|tracking|tenant|directory|application|app|object|activity|x-ms|guid|ids?|and|or)\b/g;

/**
 * Reads GUIDs as people paste them: separated by blanks, commas, semicolons or lines, in upper case, in braces or
 * quotes, with their label, without hyphens, broken over two lines.
 *
 * @param max how many may be given
 * @returns them in lower case, each once, in their order; nothing for "n/a" and the like
 */
export function readIds(typed: string, max = MAX_IDS): { ids: string[] } | { error: IdsError } {
  const plain = cleanLines(typed)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-');
  if (plain === '' || NOTHING.test(plain)) return { ids: [] };
  const ids: string[] = [];
  const take = (id: string) => {
    ids.push(id);
    return ' ';
  };
  const rest = plain
    // A console broke it behind or before a hyphen.
    .replace(/(?<=[0-9a-f])\s*-\s*(?=[0-9a-f])/g, '-')
    .replace(GUID, take)
    .replace(BARE_GUID, (_, a, b, c, d, e) => take([a, b, c, d, e].join('-')))
    .replace(LABELS, ' ')
    .replace(/[\s,;:|=#&(){}<>[\]"'`*./_-]+/g, ' ')
    .trim();
  if (rest !== '') return { error: /\d/.test(rest) || ids.length > 0 ? 'brokenGuid' : 'noGuid' };
  if (ids.length === 0) return { error: 'noGuid' };
  if (ids.includes(EMPTY_GUID)) return { error: 'emptyGuid' };
  const unique = [...new Set(ids)];
  if (unique.length > max) return { error: max === 1 ? 'oneIdOnly' : 'tooManyIds' };
  return unique.every(isGuid) ? { ids: unique } : { error: 'brokenGuid' };
}

/** Is it one of the words for "I have none"? */
export const meansNothing = (typed: string): boolean => NOTHING.test(typed.trim());
