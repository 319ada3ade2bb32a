import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';

/** An entry named after a code owns that code. */
export function codeOfItsName(entries: ParsedEntry[]): Problem[] {
  return entries
    .filter(({ entry }) => /^[A-Z]+\d+$/.test(entry.id) && !entry.codes.includes(entry.id))
    .map(({ entry, at }) => ({
      ...at(['codes']),
      message: `codes does not list ${entry.id}`,
      hint: `Write codes: [${entry.id}].`,
    }));
}
