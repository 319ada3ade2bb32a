import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';

/** Whom the card names as able to fix it finds a fix there, and whoever has a fix is named. Microsoft's work has no steps. */
export function fixersHaveFixes(entries: ParsedEntry[]): Problem[] {
  return entries.flatMap(({ entry, at }) => {
    const doers = new Set(entry.fixes.map(({ by }) => by));
    const idle = entry.fixedBy.filter((by) => by !== 'microsoft' && !doers.has(by));
    const unnamed = [...doers].filter((by) => !entry.fixedBy.includes(by));
    return [
      ...idle.map((by) => ({
        ...at(['fixedBy']),
        message: `fixedBy names ${by}, and no fix is by ${by}`,
        hint: 'Add what they can do, or take them out of fixedBy.',
      })),
      ...unnamed.map((by) => ({
        ...at(['fixedBy']),
        message: `a fix is by ${by}, whom fixedBy does not name`,
        hint: 'Name them in fixedBy, at the place of how likely their fix is.',
      })),
    ];
  });
}
