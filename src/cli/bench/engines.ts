import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { withoutNoise } from '../../core/match/words.ts';
import { cleanText } from '../../core/text/cleanText.ts';
import { prepareKnowledge, prepareQuestions, triage } from '../../core/triage.ts';
import type { Entry } from '../../core/types.ts';

export interface Engine {
  name: string;
  /** @returns the ids of its answers to a text, best first; empty where it has none */
  answer(text: string): string[];
}

interface Doc {
  id: string;
  codes: string[];
  title: string;
  signatures: string[];
  phrases: string[];
}

const KEYS = ['codes', 'title', 'signatures', 'phrases'];
const CODE = /AADSTS\s?(\d{4,9})/i;

/** How each engine is made from the same entries. The first is ours. */
export const ENGINES: { name: string; make(entries: readonly Entry[]): Engine }[] = [
  {
    name: 'ours',
    make(entries) {
      const knowledge = prepareKnowledge(entries);
      prepareQuestions(knowledge);
      return {
        name: 'ours',
        answer: (text) => triage(text, knowledge).matches.map(({ entry }) => entry.id),
      };
    },
  },
  {
    name: 'MiniSearch, scrubbed',
    make(entries) {
      const search = miniSearch(entries);
      return { name: 'MiniSearch, scrubbed', answer: (text) => search(scrub(text)) };
    },
  },
  {
    name: 'code, else MiniSearch, scrubbed',
    make(entries) {
      const search = miniSearch(entries);
      const byCode = new Map(entries.flatMap(({ id, codes }) => codes.map((code) => [code, id] as const)));
      return {
        name: 'code, else MiniSearch, scrubbed',
        answer(text) {
          const known = byCode.get(`AADSTS${CODE.exec(text)?.[1]}`);
          return known ? [known] : search(scrub(text));
        },
      };
    },
  },
  {
    name: 'MiniSearch, raw',
    make: (entries) => ({ name: 'MiniSearch, raw', answer: miniSearch(entries) }),
  },
  {
    name: 'Fuse, defaults',
    make(entries) {
      const fuse = new Fuse(entries.map(toDoc), { keys: KEYS });
      return { name: 'Fuse, defaults', answer: (text) => fuse.search(text, { limit: 3 }).map(idOf) };
    },
  },
  {
    name: 'Fuse, token search',
    make(entries) {
      const fuse = new Fuse(entries.map(toDoc), { keys: KEYS, useTokenSearch: true, tokenMatch: 'any' });
      return { name: 'Fuse, token search', answer: (text) => fuse.search(text, { limit: 3 }).map(idOf) };
    },
  },
];

/** The text as ours cleans it before words are compared. */
const scrub = (text: string) => withoutNoise(cleanText(text));
const idOf = ({ item }: { item: Doc }) => item.id;

const toDoc = ({ id, codes, title, signatures, phrases }: Entry): Doc => ({
  id,
  codes,
  title,
  signatures: signatures.map(({ text }) => text),
  phrases,
});

/** MiniSearch with its defaults: with `fuzzy: 0.2` it was half as fast and less often right on the same messages. */
function miniSearch(entries: readonly Entry[]): (text: string) => string[] {
  const index = new MiniSearch<Doc>({
    fields: KEYS,
    extractField: (doc, field) => {
      const value = doc[field as keyof Doc];
      return Array.isArray(value) ? value.join('\n') : value;
    },
  });
  index.addAll(entries.map(toDoc));
  return (text) =>
    index
      .search(text)
      .slice(0, 3)
      .map(({ id }) => id as string);
}
