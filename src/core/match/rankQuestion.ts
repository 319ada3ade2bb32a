import Fuse from 'fuse.js';
import { COMMON_WORDS } from './commonWords.ts';
import { conceptsOf } from './concepts.ts';
import { MIN_SPELT, type QuestionIndex, type Saying } from './questionIndex.ts';

/** How well an entry answers a question. */
export interface Asked {
  /** Position in `entries`. */
  entry: number;
  /** 0 to 1. */
  score: number;
  /** The way of putting the problem that is nearest to the question. */
  saying: string;
}

/** How much of a text an entry speaks about. */
export interface Topic {
  entry: number;
  /** Share of the text's concepts that the entry uses, weighted by rarity. 0 to 1. */
  share: number;
  /** The rarity behind that share, in nats. */
  weight: number;
}

/** Concepts of more entries than this tell nothing of a long text, and would make the work grow with the knowledge. */
const MAX_USERS = 400;
/** A concept of more sayings than this only adds to what rarer ones led to, unless there is hardly another. */
const MAX_SAYINGS = 500;

/** What a word weighs that the knowledge does not know, in nats: as much as one that a few entries use. */
const UNKNOWN_WEIGHT = 3;
/** Half or more of the worth is that the question is covered, the rest that it says all there is to say. */
const ASKED_WORTH = 0.6;
/** One way of putting it that fits is worth more than an entry that uses the words here and there. */
const SAYING_WORTH = 0.65;
/** How much must be shared, in nats, before a share counts in full: less than two telling words are no question. */
const FULL_WEIGHT = 4;

/** Of two that fit alike, the one that people meet more often is meant more often. */
const MET_WORTH = 0.08;

/** What a question is about, misspelt words included. */
export const conceptsAsked = (words: string[], index: QuestionIndex): Set<string> =>
  conceptsOf(spelt(words, index));

/** Finds entries by what a question is about, in whatever words. Best first. */
export function rankQuestion(concepts: ReadonlySet<string>, index: QuestionIndex): Asked[] {
  const asked = weigh(concepts, index);
  const total = [...asked.values()].reduce((sum, weight) => sum + weight, 0);
  const shared = new Map<Saying, number>();
  const near = new Map<number, { nearness: number; known: number }>();
  for (const [concept, weight] of asked) {
    const use = index.byConcept.get(concept);
    if (!use) continue;
    for (const saying of use.sayings) {
      const known = shared.get(saying);
      if (known !== undefined || use.sayings.length <= MAX_SAYINGS || asked.size <= 2)
        shared.set(saying, (known ?? 0) + weight);
    }
    for (const { entry, nearness } of use.users) {
      const sum = near.get(entry) ?? { nearness: 0, known: 0 };
      near.set(entry, { nearness: sum.nearness + weight * nearness, known: sum.known + weight });
    }
  }

  const best = new Map<number, { share: number; saying: string }>();
  for (const [{ entry, weight, text }, common] of shared) {
    const share = (common / total) ** ASKED_WORTH * (common / weight) ** (1 - ASKED_WORTH);
    if (share > (best.get(entry)?.share ?? 0)) best.set(entry, { share, saying: text });
  }
  return [...best]
    .map(([entry, { share, saying }]) => {
      const { nearness, known } = near.get(entry)!;
      const worth = SAYING_WORTH * share + (1 - SAYING_WORTH) * (nearness / total);
      const score = worth * (1 - Math.exp(-known / FULL_WEIGHT)) * (1 + MET_WORTH * index.met[entry]!);
      return { entry, score, saying };
    })
    .sort((a, b) => b.score - a.score);
}

/** Entries that speak about most of what a text of any length speaks about, best first. */
export function rankTopics(
  concepts: ReadonlySet<string>,
  { byConcept }: QuestionIndex,
  most: number,
): Topic[] {
  const weights = new Map<number, number>();
  let total = 0;
  for (const concept of concepts) {
    const use = byConcept.get(concept);
    if (!use || use.users.length > MAX_USERS) continue;
    total += use.rarity;
    for (const { entry, nearness } of use.users)
      weights.set(entry, (weights.get(entry) ?? 0) + use.rarity * nearness);
  }
  return [...weights]
    .map(([entry, weight]) => ({ entry, weight, share: weight / total }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, most);
}

/** The concepts of a question with their weights, the rarest first. */
function weigh(concepts: ReadonlySet<string>, { byConcept }: QuestionIndex): Map<string, number> {
  const weights = [...concepts].map((concept): [string, number] => [
    concept,
    byConcept.get(concept)?.rarity ?? UNKNOWN_WEIGHT,
  ]);
  return new Map(weights.sort((a, b) => b[1] - a[1]));
}

/** Fuse takes its time over each word. */
const MAX_LOOKS = 4;

/** The words with those that the knowledge does not have replaced by the ones that they are a slip of. */
function spelt(words: string[], index: QuestionIndex): string[] {
  let looks = MAX_LOOKS;
  return words.map((word) => {
    const isKnown = index.words.has(word) || COMMON_WORDS.has(word) || word.length < MIN_SPELT;
    return isKnown || looks-- <= 0 ? word : (meant(word, index) ?? word);
  });
}

function meant(word: string, { byLetter }: QuestionIndex): string | undefined {
  const near = byLetter.get(word[0]!)?.filter((other) => Math.abs(other.length - word.length) <= 1) ?? [];
  return new Fuse(near, { threshold: 0.25, distance: 4 }).search(word, { limit: 1 })[0]?.item;
}
