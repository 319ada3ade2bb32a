import { HOLES } from '../../core/types.ts';
import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';
import { stringsOf } from '../stringsOf.ts';

// Shown as they are written.
const WITHOUT_HOLES = new Set<PropertyKey>(['name', 'title', 'collect', 'retry', 'references']);

/**
 * A hole that nothing fills would be shown to a person as it is. Signatures have holes of their own kind, and
 * `${NAME}` is a program's.
 */
export function knownHoles(entries: ParsedEntry[]): Problem[] {
  return entries.flatMap(({ entry, at }) => {
    const { signatures: _s, examples: _e, counterExamples: _c, source: _o, phrases: _p, ...shown } = entry;
    return stringsOf(shown).flatMap(({ path, text }) => {
      const isFilled = !WITHOUT_HOLES.has(path[0]!) && path.at(-1) !== 'licence';
      return [...text.matchAll(/(?<!\$)\{([A-Za-z]+)\}/g)]
        .filter(([, name]) => !isFilled || !HOLES.includes(name as never))
        .map(([hole]) => ({
          ...at(path),
          message: `nothing fills ${hole}${isFilled ? '' : ` in ${path.map(String).join('.')}`}`,
          hint: isFilled
            ? `Holes are ${HOLES.map((name) => `{${name}}`).join(', ')}; write other parts as <name>.`
            : 'Write it as <name>; holes are filled in causes, checks, fixes, notes and twins.',
        }));
    });
  });
}
