import type { Entry, Sdk } from '../types.ts';
import { COMMON_WORDS } from './commonWords.ts';
import { PLAIN_WORDS } from './plainWords.ts';
import { withoutNoise, wordsOf } from './words.ts';

/** Words by which an entry can be recognised. */
export interface Pattern {
  /** Position in `entries`. */
  entry: number;
  /**
   * signature: printed by software; part: one sentence of it; identifier: a name such as `popup_window_error` that
   * one problem alone has; question: the title, or how people put it.
   */
  kind: 'signature' | 'part' | 'identifier' | 'question';
  text: string;
  /** It has only words with which any program says that something failed. */
  isPlain: boolean;
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
  /** Patterns by all their words, for a text that is one of them and nothing else. */
  byWhole: Map<string, number[]>;
  weightOf: Float64Array;
}

/**
 * A word or pair that leads to more patterns than this is too common to search by. Fixed, not a share, so that the
 * work for one paste stays the same as the knowledge grows.
 */
const MAX_POSTINGS = 200;
// Sentences with less than this are too common to stand for a message.
const MIN_PART_WORDS = 5;
/** What a common word weighs: enough for the order of words to count, too little to lead anywhere. */
const COMMON_WEIGHT = 0.4;
// What an OAuth server of any maker answers names no problem by itself.
const GENERIC_IDENTIFIER =
  /^(?:invalid_(?:client|grant|request|scope|token|resource)|unauthorized_client|access_denied|server_error|temporarily_unavailable|expired_token|unsupported_(?:grant_type|response_type))$/;
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
    const found = patternWords(text).slice(0, MAX_PATTERN_WORDS);
    const words = found.map(numberOf);
    const key = `${entry}:${words.join(' ')}`;
    if (words.length === 0 || seen.has(key)) return;
    seen.add(key);
    const isIdentifier = kind === 'signature' && found.length === 1 && isTellingName(text.trim());
    patterns.push({
      entry,
      kind: isIdentifier ? 'identifier' : kind,
      text,
      isPlain: found.every((word) => COMMON_WORDS.has(word) || PLAIN_WORDS.has(word)),
      words,
      wordWeights: [],
      pairWeights: [],
      total: 0,
      sdk,
      credential,
    });
  };
  entries.forEach((entry, e) => {
    for (const { text, sdk, credential } of entry.signatures) {
      add(e, 'signature', text, sdk, credential);
      // People and addresses write `parsing_wstrust_response_failed` with hyphens or blanks as well.
      if (/^[a-z]+(?:_[a-z0-9]+){3,}$/.test(text.trim()))
        add(e, 'part', text.replaceAll('_', ' '), sdk, credential);
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

  const weightOf = weigh(entries, patterns, vocabulary);
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

/** A name that a program gave to one error: `popup_window_error`, `EntitlementGrantsNotFound`. */
const isTellingName = (name: string) =>
  (/^[A-Za-z]+(?:_[A-Za-z0-9]+)+$/.test(name) || /^(?:[A-Z][a-z0-9]+){3,}[A-Z]?$/.test(name)) &&
  !GENERIC_IDENTIFIER.test(name);

/**
 * Rarity of each word in nats. A word counts once per entry, in whatever part of the entry it stands, so that the
 * plain English of the explanations tells which words are plain.
 */
function weigh(
  entries: readonly Entry[],
  patterns: Pattern[],
  vocabulary: Map<string, number>,
): Float64Array {
  const users = new Float64Array(vocabulary.size);
  const ofPatterns = entries.map(() => new Set<number>());
  for (const { entry, words } of patterns) for (const word of words) ofPatterns[entry]!.add(word);
  entries.forEach((entry, e) => {
    const used = ofPatterns[e]!;
    for (const text of [entry.summary, ...entry.causes.map((cause) => cause.text), ...entry.notes]) {
      for (const word of wordsOf(text)) {
        const number = vocabulary.get(word);
        if (number !== undefined) used.add(number);
      }
    }
    for (const word of used) users[word]!++;
  });
  const weights = users.map((count) => Math.log(1 + entries.length / Math.max(1, count)));
  for (const [word, number] of vocabulary) if (COMMON_WORDS.has(word)) weights[number] = COMMON_WEIGHT;
  return weights;
}

/** The key of a whole pattern. */
export const wholeKey = (words: readonly number[]): string => words.join(' ');

function postings(patterns: Pattern[]): Pick<PatternIndex, 'byWord' | 'byPair' | 'byWhole'> {
  const byWord = new Map<number, number[]>();
  const byPair = new Map<number, number[]>();
  const byWhole = new Map<string, number[]>();
  patterns.forEach(({ words }, p) => {
    push(byWhole, wholeKey(words), p);
    for (const word of new Set(words)) push(byWord, word, p);
    const pairs = new Set<number>();
    for (let i = 0; i + 1 < words.length; i++) pairs.add(pairKey(words[i]!, words[i + 1]!));
    for (const pair of pairs) push(byPair, pair, p);
  });
  for (const map of [byWord, byPair]) {
    for (const [key, list] of map) if (list.length > MAX_POSTINGS) map.delete(key);
  }
  return { byWord, byPair, byWhole };
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
