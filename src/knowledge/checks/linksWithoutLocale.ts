import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';
import { stringsOf } from '../stringsOf.ts';

const LOCALE = /https:\/\/(?:learn|docs|support)\.microsoft\.com\/([a-z]{2,3}-[a-z]{2,4})(?=\/)/i;

/** Without a language in the address Microsoft shows each person the page in their own. */
export function linksWithoutLocale(entries: ParsedEntry[]): Problem[] {
  return entries.flatMap(({ entry, at }) => {
    const { examples: _e, counterExamples: _c, signatures: _s, ...written } = entry;
    return stringsOf(written).flatMap(({ path, text }) => {
      const found = LOCALE.exec(text);
      return found
        ? [
            {
              ...at(path),
              message: `the link names a language: ${found[1]}`,
              hint: `Leave /${found[1]} out.`,
            },
          ]
        : [];
    });
  });
}
