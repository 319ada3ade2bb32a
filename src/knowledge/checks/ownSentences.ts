import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';
import { stringsOf } from '../stringsOf.ts';

// Shorter sentences ("Sign in again.") are alike without being filler.
const MIN_WORDS = 6;
const NAMED = 3;

interface Use {
  parsed: ParsedEntry;
  path: PropertyKey[];
  sentence: string;
}

/**
 * A sentence that stands in several entries says nothing about any one of them: it is filler, or was copied.
 * Only explanations and instructions count; what programs print and where things are found is the same for many.
 */
export function ownSentences(entries: ParsedEntry[]): Problem[] {
  const uses = new Map<string, Use[]>();
  for (const parsed of entries) {
    const { checks, causes, fixes, notes, escalateWhen, retry } = parsed.entry;
    const texts = stringsOf({
      checks,
      causes,
      fixes: fixes.map(({ steps }) => ({ steps })),
      notes,
      escalateWhen,
      retry: { note: retry.note },
    });
    for (const { path, text } of texts) {
      for (const sentence of text.split(/(?<=[.!?;])\s+/)) {
        if (sentence.split(/\s+/).filter(Boolean).length < MIN_WORDS) continue;
        const key = normalised(sentence);
        const list = uses.get(key) ?? [];
        uses.set(key, [...list, { parsed, path, sentence }]);
      }
    }
  }
  return [...uses.values()].flatMap((list) => {
    const ids = [...new Set(list.map(({ parsed }) => parsed.entry.id))];
    if (ids.length < 2) return [];
    return list.map(({ parsed, path, sentence }) => {
      const others = ids.filter((id) => id !== parsed.entry.id);
      const more = others.length > NAMED ? ` and ${others.length - NAMED} more` : '';
      return {
        ...parsed.at(path),
        message: `filler: "${sentence}" also stands in ${others.slice(0, NAMED).join(', ')}${more}`,
        hint: 'Say what holds for this problem only (what to look at, what it shows here), or leave it out.',
      };
    });
  });
}

/** The same but for capitals, punctuation, holes, codes and other numbers is the same sentence. */
const normalised = (sentence: string) =>
  sentence
    .toLowerCase()
    .replace(/\{\w+\}/g, ' ')
    .replace(/\b(?:aadsts)?\d+\b/g, ' 0 ')
    .replace(/[’']/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
