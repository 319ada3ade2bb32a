import type { Entry } from '../types.ts';
import { conceptsOf, stem } from './concepts.ts';
import { withoutNoise, wordsOf } from './words.ts';

/** A way to put the problem of an entry: its title, a phrase, its name. */
export interface Saying {
  /** Position in `entries`. */
  entry: number;
  text: string;
  /** How telling it is, in nats. */
  weight: number;
}

/** What the knowledge says about one concept. */
export interface ConceptUse {
  /** How telling the concept is, in nats. */
  rarity: number;
  /** The entries that speak of it, and how near it stands to what they are about. 0 to 1. */
  users: { entry: number; nearness: number }[];
  sayings: Saying[];
}

/** The knowledge as people ask about it. */
export interface QuestionIndex {
  byConcept: ReadonlyMap<string, ConceptUse>;
  /** For each entry, how often people meet it, compared with others. 0 to 1. */
  met: number[];
  /** Every word of the knowledge. */
  words: ReadonlySet<string>;
  /** The longer words by their first letter, to find the one that a misspelt word means. */
  byLetter: ReadonlyMap<string, string[]>;
}

// A word in the headline says more about an entry than one in the notes.
const NEARNESS = { headline: 1, summary: 0.85, rest: 0.6 } as const;
/** A shorter word that is not known is too easily another word. */
export const MIN_SPELT = 6;

/** Prepares the knowledge for questions. Takes time once; the result is never changed. */
export function buildQuestionIndex(entries: readonly Entry[]): QuestionIndex {
  const byConcept = new Map<string, ConceptUse>();
  /** Every word of the knowledge, with its stem. */
  const words = new Map<string, string>();
  const stemOf = (word: string) => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const found = stem(word);
    words.set(word, found);
    return found;
  };
  const read = (text: string) =>
    conceptsOf(wordsOf(withoutNoise(text.replace(/\{[^{}\s]{1,40}\}/g, ' '))), stemOf);
  const said: { saying: Saying; concepts: Set<string> }[] = [];
  entries.forEach((entry, e) => {
    const near = new Map<string, number>();
    const add = (nearness: number, concepts: Set<string>) => {
      for (const concept of concepts) if (!near.has(concept)) near.set(concept, nearness);
    };
    for (const text of wordingsOf(entry)) {
      const concepts = read(text);
      add(NEARNESS.headline, concepts);
      if (concepts.size > 0) said.push({ saying: { entry: e, text, weight: 0 }, concepts });
    }
    add(NEARNESS.headline, read(entry.signatures.map(({ text }) => text).join(' . ')));
    add(NEARNESS.headline, read(entry.appliesTo.credentials.join(' ')));
    add(NEARNESS.summary, read([entry.summary, ...entry.causes.map(({ text }) => text)].join(' . ')));
    add(NEARNESS.rest, read(restOf(entry)));
    for (const [concept, nearness] of near) {
      const use = byConcept.get(concept) ?? { rarity: 0, users: [], sayings: [] };
      byConcept.set(concept, use);
      use.users.push({ entry: e, nearness });
    }
  });
  for (const use of byConcept.values()) use.rarity = Math.log(1 + entries.length / use.users.length);
  for (const { saying, concepts } of said) {
    for (const concept of concepts) {
      const use = byConcept.get(concept)!;
      saying.weight += use.rarity;
      use.sayings.push(saying);
    }
  }
  const long = [...words.keys()].filter((word) => word.length >= MIN_SPELT - 1);
  return {
    byConcept,
    met: entries.map(howOftenMet),
    words: new Set(words.keys()),
    byLetter: Map.groupBy(long, (word) => word[0]!),
  };
}

/**
 * How often people meet an entry, compared with others. Between five threads and fifty there is little to choose: a count
 * of public threads is a rough measure.
 *
 * @returns 0 to 1
 */
export const howOftenMet = ({ threads = 0 }: Entry) => Math.min(1, Math.log1p(threads) / Math.log1p(5));

const wordingsOf = ({ title, phrases, name = '' }: Entry) => [
  title,
  ...phrases,
  // EntitlementGrantsNotFound
  name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, ' '),
];

const restOf = ({ causes, checks, notes, fixes }: Entry) =>
  [
    ...causes.map(({ tell }) => tell ?? ''),
    ...checks,
    ...notes,
    ...fixes.flatMap(({ title, steps, command }) => [title, ...steps, command?.run ?? '']),
  ].join(' . ');
