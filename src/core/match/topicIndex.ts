import type { Entry } from '../types.ts';
import { COMMON_WORDS } from './commonWords.ts';
import { withoutNoise, wordsOf } from './words.ts';

/** Which words each entry uses, and how near they stand to what it is about. */
export interface TopicIndex {
  byWord: Map<string, { rarity: number; users: { entry: number; nearness: number }[] }>;
}

/** How much of a question an entry speaks about. */
export interface Topic {
  entry: number;
  /** Share of the question's telling words that the entry uses, weighted by rarity. 0 to 1. */
  share: number;
  /** The rarity behind that share, in nats. */
  weight: number;
}

// A word in the headline says more about an entry than one in the notes.
const NEARNESS = { headline: 1, summary: 0.85, rest: 0.6 } as const;
/** Words of more entries than this tell nothing, and would make the work grow with the knowledge. */
const MAX_USERS = 250;

export function buildTopicIndex(entries: readonly Entry[]): TopicIndex {
  const users = new Map<string, Map<number, number>>();
  entries.forEach((entry, e) => {
    const add = (nearness: number, texts: (string | undefined)[]) => {
      for (const text of texts) {
        for (const word of text ? topicWords(text) : []) {
          const ofWord = users.get(word) ?? new Map<number, number>();
          users.set(word, ofWord);
          ofWord.set(e, Math.max(ofWord.get(e) ?? 0, nearness));
        }
      }
    };
    add(NEARNESS.headline, [
      entry.title,
      ...entry.phrases,
      ...entry.signatures.map(({ text }) => text),
      ...entry.appliesTo.credentials,
    ]);
    add(NEARNESS.summary, [entry.summary, ...entry.causes.map(({ text }) => text)]);
    add(NEARNESS.rest, [
      ...entry.causes.map(({ tell }) => tell),
      ...entry.checks,
      ...entry.notes,
      ...entry.fixes.flatMap((fix) => [fix.title, ...fix.steps, fix.command?.run]),
    ]);
  });
  const byWord: TopicIndex['byWord'] = new Map();
  for (const [word, ofWord] of users) {
    if (ofWord.size > MAX_USERS) continue;
    byWord.set(word, {
      rarity: Math.log(1 + entries.length / ofWord.size),
      users: [...ofWord].map(([entry, nearness]) => ({ entry, nearness })),
    });
  }
  return { byWord };
}

/** Entries that speak about most of the words, best first. */
export function rankTopics(words: Iterable<string>, { byWord }: TopicIndex, most: number): Topic[] {
  const weights = new Map<number, number>();
  let total = 0;
  for (const word of new Set(words)) {
    const known = byWord.get(word);
    if (!known) continue;
    total += known.rarity;
    for (const { entry, nearness } of known.users)
      weights.set(entry, (weights.get(entry) ?? 0) + known.rarity * nearness);
  }
  return [...weights]
    .map(([entry, weight]) => ({ entry, weight, share: weight / total }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
}

const topicWords = (text: string) =>
  topicWordsOf(wordsOf(withoutNoise(text.replace(/\{[^{}\s]{1,40}\}/g, ' '))));

/** The telling words among words: no plain English, endings undone a little further than for literal messages. */
export function topicWordsOf(words: string[]): string[] {
  return words.filter((word) => word.length > 2 && !COMMON_WORDS.has(word)).map(stem);
}

/** "signing", "signed" and "signs" are one word to a person who asks. */
function stem(word: string): string {
  if (word.length < 6 || word.includes('_')) return word;
  return word.replace(/(?:ations?|ing|ed|ion|ment|er)$/, (ending, at: number) => (at >= 4 ? '' : ending));
}
