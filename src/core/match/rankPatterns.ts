import { type Pattern, type PatternIndex, pairKey, wholeKey } from './patternIndex.ts';
import type { Statement } from './words.ts';

/** A pattern that the text covers, at its best place. */
export interface Coverage {
  pattern: Pattern;
  /** Share of the pattern's words and pairs, weighted by rarity, that stand together in the text. 0 to 1. */
  share: number;
  /** The weight behind that share, in nats: how much was really recognised. */
  weight: number;
  /** The statement in which most of it stands. */
  statement: Statement;
}

// Candidates that are aligned word by word; the rest were led to by too little.
const MAX_CANDIDATES = 60;
/** A longer text has rare words. */
const MAX_WHOLE = 12;
// A common word may occur thousands of times in a log; its first places are enough.
const MAX_PLACES = 120;

/**
 * Finds the patterns that a text covers best. Rare words and pairs lead to candidates; only those are aligned: the
 * best window of the text is sought in which the most of the pattern stands, words and their order both counting.
 *
 * @returns coverages, best share first; at most one per pattern
 */
export function rankPatterns(statements: Statement[], index: PatternIndex): Coverage[] {
  const words: number[] = [];
  const owner: number[] = [];
  statements.forEach((statement, s) => {
    for (const word of statement.words) {
      words.push(index.vocabulary.get(word) ?? -1);
      owner.push(s);
    }
  });

  const places = new Map<number, number[]>();
  words.forEach((word, at) => {
    if (word < 0) return;
    const list = places.get(word);
    if (!list) places.set(word, [at]);
    else if (list.length < MAX_PLACES) list.push(at);
  });

  return candidates(words, places, index)
    .map((p) => align(index.patterns[p]!, places, words.length, owner, statements))
    .filter((coverage) => coverage !== undefined)
    .sort((a, b) => b.share - a.share);
}

function candidates(words: number[], places: Map<number, number[]>, index: PatternIndex): number[] {
  const support = new Map<number, number>();
  const add = (list: number[] | undefined, weight: number) => {
    for (const p of list ?? []) support.set(p, (support.get(p) ?? 0) + weight);
  };
  for (const word of places.keys()) add(index.byWord.get(word), index.weightOf[word]!);
  const pairs = new Set<number>();
  for (let i = 0; i + 1 < words.length; i++) {
    const [a, b] = [words[i]!, words[i + 1]!];
    if (a < 0 || b < 0) continue;
    const key = pairKey(a, b);
    if (pairs.has(key)) continue;
    pairs.add(key);
    add(index.byPair.get(key), (index.weightOf[a]! + index.weightOf[b]!) / 2);
  }
  // All its words may be common: then nothing rare leads to it.
  const whole = words.length <= MAX_WHOLE ? (index.byWhole.get(wholeKey(words)) ?? []) : [];
  const found = [...support]
    .map(([p, weight]) => ({ p, share: weight / (index.patterns[p]!.total + 6) }))
    .sort((a, b) => b.share - a.share)
    .slice(0, MAX_CANDIDATES)
    .map(({ p }) => p);
  return [...new Set([...whole, ...found])];
}

function align(
  pattern: Pattern,
  places: Map<number, number[]>,
  length: number,
  owner: number[],
  statements: Statement[],
): Coverage | undefined {
  // Every place of every word of the pattern, in the order of the text.
  const hits: { at: number; i: number }[] = [];
  pattern.words.forEach((word, i) => {
    for (const at of places.get(word) ?? []) hits.push({ at, i });
  });
  if (hits.length === 0) return undefined;
  hits.sort((a, b) => a.at - b.at);

  // Names, IDs and line breaks come between the words, so the window is wider than the pattern.
  const window = Math.min(length, Math.ceil(pattern.words.length * 1.7) + 8);
  const inWindow = new Array<number>(pattern.words.length).fill(0);
  let weight = 0;
  let best = 0;
  let bestFrom = 0;
  let from = 0;
  for (const { at, i } of hits) {
    if (inWindow[i]!++ === 0) weight += pattern.wordWeights[i]!;
    while (at - hits[from]!.at >= window) {
      const left = hits[from++]!.i;
      if (--inWindow[left]! === 0) weight -= pattern.wordWeights[left]!;
    }
    if (weight > best + 1e-9) {
      best = weight;
      bestFrom = from;
    }
  }

  // Which neighbours of the pattern are neighbours in the text as well, with little between them.
  const start = hits[bestFrom]!.at;
  const at: number[][] = pattern.words.map(() => []);
  for (let h = bestFrom; h < hits.length && hits[h]!.at - start < window; h++)
    at[hits[h]!.i]!.push(hits[h]!.at);
  let pairs = 0;
  for (let i = 0; i + 1 < at.length; i++) {
    if (at[i]!.some((first) => at[i + 1]!.some((second) => second > first && second - first <= 4))) {
      pairs += pattern.pairWeights[i]!;
    }
  }
  const anchor = at.reduce(
    (top, list, i) => (list.length > 0 && pattern.wordWeights[i]! > pattern.wordWeights[top]! ? i : top),
    at.findIndex((list) => list.length > 0),
  );
  return {
    pattern,
    share: (best + pairs) / pattern.total,
    weight: best + pairs,
    statement: statements[owner[at[anchor]![0]!]!]!,
  };
}
