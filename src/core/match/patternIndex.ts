import type { Entry, Sdk } from '../types.ts';
import { withoutNoise, wordsOf } from './words.ts';

/** Words by which an entry can be recognised. */
export interface Pattern {
  /** Position in `entries`. */
  entry: number;
  /** signature: printed by software; part: one sentence of it; question: title, summary or how people put it. */
  kind: 'signature' | 'part' | 'question';
  text: string;
  words: number[];
  /** How telling each word is, and each pair of neighbours; same order as `words`. */
  wordWeights: number[];
  pairWeights: number[];
  total: number;
  sdk?: Sdk;
  credential?: string;
}

export interface PatternIndex {
  entries: readonly Entry[];
  patterns: Pattern[];
  vocabulary: Map<string, number>;
  /** Patterns by the words and pairs that are rare enough to lead to them. */
  byWord: Map<number, number[]>;
  byPair: Map<number, number[]>;
  weightOf: Float64Array;
}

/**
 * A word or pair that leads to more patterns than this is too common to search by. Fixed, not a share, so that the
 * work for one paste stays the same as the knowledge grows.
 */
const MAX_POSTINGS = 160;
// Sentences shorter than this are too common to stand for a message.
const MIN_PART_WORDS = 5;
const MAX_PATTERN_WORDS = 60;
/** Pairs are made of two word numbers; a vocabulary stays far below this. */
const PAIR_BASE = 2 ** 24;

/** Prepares the knowledge for matching. Takes time once; the result is never changed. */
export function buildPatternIndex(entries: readonly Entry[]): PatternIndex {
  const vocabulary = new Map<string, number>();
  const numberOf = (word: string): number => {
    let number = vocabulary.get(word);
    if (number === undefined) {
      number = vocabulary.size;
      vocabulary.set(word, number);
    }
    return number;
  };

  const patterns: Pattern[] = [];
  const seen = new Set<string>();
  const add = (entry: number, kind: Pattern['kind'], text: string, sdk?: Sdk, credential?: string) => {
    const words = patternWords(text).slice(0, MAX_PATTERN_WORDS).map(numberOf);
    const key = `${entry}:${words.join(' ')}`;
    if (words.length === 0 || seen.has(key)) return;
    seen.add(key);
    patterns.push({ entry, kind, text, words, wordWeights: [], pairWeights: [], total: 0, sdk, credential });
  };
  entries.forEach((entry, e) => {
    for (const { text, sdk, credential } of entry.signatures) {
      add(e, 'signature', text, sdk, credential);
      const sentences = text.split(/(?<=[.!?])\s+(?=[A-Z"'{[])/);
      if (sentences.length > 1) {
        for (const sentence of sentences) {
          if (patternWords(sentence).length >= MIN_PART_WORDS) add(e, 'part', sentence, sdk, credential);
        }
      }
    }
    for (const phrase of entry.phrases) add(e, 'question', phrase);
    add(e, 'question', entry.title);
    if (entry.name) add(e, 'signature', entry.name);
  });

  const weightOf = weigh(patterns, entries.length, vocabulary.size);
  for (const pattern of patterns) {
    pattern.wordWeights = pattern.words.map((word) => weightOf[word]!);
    pattern.pairWeights = pattern.words.map((word, i) =>
      i + 1 < pattern.words.length ? (weightOf[word]! + weightOf[pattern.words[i + 1]!]!) / 2 : 0,
    );
    pattern.total = sum(pattern.wordWeights) + sum(pattern.pairWeights);
  }
  return { entries, patterns, vocabulary, weightOf, ...postings(patterns) };
}

/** The number under which a pair of neighbouring words is found. */
export const pairKey = (first: number, second: number): number => first * PAIR_BASE + second;

export const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** `{name}` stands for a part that varies, so it has no words. */
const patternWords = (text: string) => wordsOf(withoutNoise(text.replace(/\{[^{}\s]{1,40}\}/g, ' ')));

/** Rarity in nats: how few entries use a word. Counted by entry, since one entry may have many wordings. */
function weigh(patterns: Pattern[], entryCount: number, size: number): Float64Array {
  const users = Array.from({ length: size }, () => new Set<number>());
  for (const { entry, words } of patterns) for (const word of words) users[word]!.add(entry);
  return Float64Array.from(users, (set) => Math.log(1 + entryCount / Math.max(1, set.size)));
}

function postings(patterns: Pattern[]): Pick<PatternIndex, 'byWord' | 'byPair'> {
  const byWord = new Map<number, number[]>();
  const byPair = new Map<number, number[]>();
  patterns.forEach(({ words }, p) => {
    for (const word of new Set(words)) push(byWord, word, p);
    const pairs = new Set<number>();
    for (let i = 0; i + 1 < words.length; i++) pairs.add(pairKey(words[i]!, words[i + 1]!));
    for (const pair of pairs) push(byPair, pair, p);
  });
  for (const map of [byWord, byPair]) {
    for (const [key, list] of map) if (list.length > MAX_POSTINGS) map.delete(key);
  }
  return { byWord, byPair };
}

function push(map: Map<number, number[]>, key: number, value: number) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
