import type { ParsedEntry } from '../parseEntry.ts';

/** The project's own entries, for what is not asked of a team's: the folders after the first are runbooks of its own. */
export function projectEntries(entries: ParsedEntry[]): ParsedEntry[] {
  const own = entries[0]?.folder;
  return entries.filter(({ folder }) => folder === own);
}
