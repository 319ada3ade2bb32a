import Fuse from 'fuse.js';
import type { Details, Entry, Match } from '../types.ts';
import { COMMON_WORDS } from './commonWords.ts';
import { conceptsOf } from './concepts.ts';
import type { Knowledge } from './knowledge.ts';
import type { PatternIndex } from './patternIndex.ts';
import { howOftenMet, type QuestionIndex } from './questionIndex.ts';
import { type Coverage, rankPatterns } from './rankPatterns.ts';
import { rankTopics } from './rankQuestion.ts';
import { IN_MICROSOFT, isOfSignIn, trustIn } from './trust.ts';
import { readStatements, type Statement } from './words.ts';

export interface WordMatch {
  match: Match;
  /** Nearly all of a message that a program prints stands in the text. */
  isVerbatim: boolean;
  /** What the text is about speaks for it more than the words of a message do. */
  isAsked?: boolean;
  /** Like the score, but not cut at its top: for comparing matches with each other. */
  strength: number;
}

/** How much must be recognised, in nats, before a share counts in full: about three rare words. */
const FULL_WEIGHT = 9;
/** A message counts as printed when this share of it stands together. */
const VERBATIM_FROM = 0.85;
/** What one sentence of a longer message is worth, and a person's own words. */
const KIND_WORTH = { signature: 1, part: 0.95, identifier: 1, question: 0.95 } as const;
const IDENTIFIER_SCORE = 0.88;

// Only the best places are compared further: Fuse's time grows with what it is given.
const SHORTLIST = 36;
const QUERY_WORDS = 12;
const QUERY_PATTERN = /[\p{L}\p{N}_]+/gu;

/**
 * Finds entries by words: those that programs print, and those that people ask with. How much of a pattern the text
 * covers decides; where that leaves a doubt, Fuse compares the few best patterns with the few telling words of the
 * text, letter by letter, so that misspelt words count too.
 *
 * @returns at most one match per entry, best first; scores are comparable within the result
 */
export function matchWords(text: string, details: Details, knowledge: Knowledge): WordMatch[] {
  const { index, entries } = knowledge;
  const statements = readStatements(text);
  const ranked = rankPatterns(statements, index);
  const scored = ranked.map((coverage) => ({ coverage, score: scoreOf(coverage, details) }));
  const isDoubtful = scored.every(({ score }) => score < CERTAIN);
  const compared = isDoubtful ? compareByLetters(scored, statements, index) : scored;

  const found = bestOfEntries(compared, text.trim(), wordCount(statements));
  const concepts = isDoubtful ? conceptsOf(statements.flatMap(({ words }) => words)) : new Set<string>();
  if (isDoubtful) addTopics(found, concepts, knowledge.questions);

  const trust = trustIn(text);
  const isElsewhere = trust < IN_MICROSOFT || (trust === IN_MICROSOFT && !isOfSignIn(concepts));
  return [...found]
    .map(([e, one]) => weighUp(one, entries[e]!, details, { trust, isElsewhere }))
    .sort((a, b) => b.strength - a.strength);
}

interface Scored {
  coverage: Coverage;
  score: number;
}

/** Mixes into each score how near the pattern is to the text letter by letter. */
function compareByLetters(scored: Scored[], statements: Statement[], index: PatternIndex): Scored[] {
  const coverages = scored.map(({ coverage }) => coverage);
  const fuzzy = fuzzyShares(statements, coverages, index);
  return scored.map(({ coverage, score }, i) => ({ coverage, score: blend(coverage, score, fuzzy[i] ?? 0) }));
}

/** The pattern by which each entry is known best. */
function bestOfEntries(scored: Scored[], pasted: string, total: number): Map<number, Found> {
  const found = new Map<number, Found>();
  for (const { coverage, score } of scored) {
    const { entry, kind, words, text } = coverage.pattern;
    const isPrinted = kind !== 'question';
    const isWhole = isPrinted && coverage.share > 0.999 && total <= words.length + 1;
    const known = found.get(entry);
    const isCutOff =
      known?.isCutOff || (isPrinted && pasted.length >= MIN_CUT_OFF && text.startsWith(pasted));
    const isBetter = !known || (isWhole === known.isWhole ? score > known.score : isWhole);
    if (isBetter) found.set(entry, { coverage, score, topic: 0, weight: coverage.weight, isWhole, isCutOff });
    else known.isCutOff = isCutOff;
  }
  return found;
}

/** Adds how much the explanations of entries speak about what the text speaks about. */
function addTopics(found: Map<number, Found>, concepts: ReadonlySet<string>, questions: QuestionIndex): void {
  for (const { entry, share, weight } of rankTopics(concepts, questions, TOPICS)) {
    const topic = share * (1 - Math.exp(-weight / TOPIC_WEIGHT));
    const known = found.get(entry);
    if (known) Object.assign(known, { topic, weight: Math.max(known.weight, weight) });
    else found.set(entry, { ...NOT_PRINTED, topic, weight });
  }
}

/** What all that was found for an entry is worth together. */
function weighUp(
  { coverage, score, topic, weight, isWhole, isCutOff }: Found,
  entry: Entry,
  details: Details,
  { trust, isElsewhere }: { trust: number; isElsewhere: boolean },
): WordMatch {
  const isVerbatim =
    coverage !== undefined &&
    coverage.pattern.kind !== 'question' &&
    coverage.share >= VERBATIM_FROM &&
    coverage.weight >= FULL_WEIGHT;
  const together = score * PATTERN_WORTH + topic * TOPIC_WORTH;
  const isNamed = details.credentials.some(
    (name) =>
      !CHAINS.has(name) &&
      (entry.appliesTo.credentials.includes(name) || coverage?.pattern.credential === name),
  );
  const isToTheLetter = isVerbatim && coverage.statement.text.includes(coverage.pattern.text);
  const earned =
    (isVerbatim
      ? Math.max(score, together) * Math.max(trust, 0.9) + specific(coverage.weight)
      : together * trust) *
    (isNamed ? CREDENTIAL_NAMED : 1) *
    (isElsewhere && !isWhole && saysLittle(coverage, isVerbatim) ? ASKED_ELSEWHERE : 1) *
    (coverage?.pattern.kind === 'identifier' ? 1 : Math.min(1, weight / ENOUGH_WEIGHT)) *
    (entry.id === WHOLE_CHAIN ? WRAPPER_WORTH : 1);
  const printed = Math.max(earned, isCutOff ? CUT_OFF_MESSAGE : 0, isWhole ? WHOLE_MESSAGE : 0);
  const strength =
    (isElsewhere && coverage?.pattern.isPlain ? Math.min(printed, WHOLE_MESSAGE) : printed) +
    (isToTheLetter ? LETTER_WORTH : 0) +
    MET_WORTH * howOftenMet(entry);
  const why =
    coverage && score > topic / 2
      ? whyOf(coverage)
      : 'its explanation uses most of the telling words of the text';
  const match: Match = { entry, confidence: 'likely', score: Math.min(0.97, strength), why };
  return { match, isVerbatim, strength };
}

/** Of two messages that both stand in the text, the longer one says more. */
const specific = (weight: number) => (0.15 * weight) / (weight + 40);

interface Found {
  coverage?: Coverage;
  /** How well a pattern is covered. */
  score: number;
  /** How much the entry as a whole speaks about what the text speaks about. */
  topic: number;
  /** The rarity of what was recognised, in nats. */
  weight: number;
  /** The text is one printed message and nothing else. */
  isWhole: boolean;
  /** The text is the beginning of a printed message. */
  isCutOff: boolean;
}

const NOT_PRINTED = { score: 0, isWhole: false, isCutOff: false };

/** Small talk uses the words of questions; without a word of sign-in around them they are worth little. */
const ASKED_ELSEWHERE = 0.75;
/** A printed message of so few words ("quota exceeded") is printed by others too. */
const FEW_WORDS = 3;
const saysLittle = (coverage: Coverage | undefined, isVerbatim: boolean) =>
  coverage === undefined ||
  (coverage.pattern.kind !== 'identifier' && coverage.pattern.words.length <= FEW_WORDS) ||
  (coverage.pattern.kind === 'question' && !isVerbatim);
/** The beginning of a message counts as the message from this length on, in characters: less begins many. */
const MIN_CUT_OFF = 24;
/** Enough for the first place of a "did you mean", too little for an answer. */
const WHOLE_MESSAGE = 0.57;
/** To the letter, though not to its end: an answer, unless several messages begin like this. */
const CUT_OFF_MESSAGE = 0.65;
/** Orders those that print the same words; too little to decide between them. */
const MET_WORTH = 0.002;
/** Of two that print the same words, the one that also has the stops and marks of the text. More than MET_WORTH gives. */
const LETTER_WORTH = 0.01;
const TOPICS = 12;
/** Less than this, in nats, is one rare word, and one word is no question. */
const ENOUGH_WEIGHT = 9;
/** A text that names a credential is more likely about a problem of that credential. */
const CREDENTIAL_NAMED = 1.1;
/** The failure of a whole chain wraps a cause; anything more specific goes before it. */
export const WHOLE_CHAIN = 'azure-identity.default-credential-failed';
const WRAPPER_WORTH = 0.75;
const CHAINS = new Set(['DefaultAzureCredential', 'ChainedTokenCredential']);
/** How much must be shared, in nats, before the share of a topic counts in full. */
const TOPIC_WEIGHT = 15;
/** Words that stand together as they are printed are worth more than words that only occur. */
const PATTERN_WORTH = 0.85;
const TOPIC_WORTH = 0.5;

/** From here on nothing is left to compare. */
const CERTAIN = 0.9;

function scoreOf({ pattern, share, weight }: Coverage, { sdk, credentials }: Details): number {
  if (pattern.kind === 'identifier') return share >= 1 ? IDENTIFIER_SCORE : 0;
  let score = share * (1 - Math.exp(-weight / FULL_WEIGHT)) * KIND_WORTH[pattern.kind];
  if (pattern.sdk && sdk) score *= pattern.sdk === sdk ? 1.02 : 0.97;
  if (pattern.credential && credentials.includes(pattern.credential)) score *= 1.03;
  return score;
}

function blend({ pattern }: Coverage, score: number, fuzzy: number): number {
  return pattern.kind === 'question' ? score * 0.55 + fuzzy * 0.45 : score * 0.85 + fuzzy * 0.15;
}

/** For each coverage the share of the text's telling words that its pattern has, misspelt ones included. 0 to 1. */
function fuzzyShares(
  statements: Statement[],
  coverages: Coverage[],
  index: PatternIndex,
): (number | undefined)[] {
  const shortlist = coverages.slice(0, SHORTLIST);
  const query = tellingWords(statements, shortlist, index);
  if (query.length === 0) return [];
  const fuse = new Fuse(
    shortlist.map(({ pattern }) => pattern.text.toLowerCase()),
    {
      useTokenSearch: true,
      tokenMatch: 'any',
      tokenize: QUERY_PATTERN,
      includeScore: true,
      threshold: 0.25,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      shouldSort: false,
    },
  );
  const shares: (number | undefined)[] = new Array(coverages.length).fill(undefined);
  for (const { refIndex, score } of fuse.search(query.join(' '))) shares[refIndex] = 1 - (score ?? 1);
  return shares;
}

/** The words to compare by: of a short text its rarest, of a long one those of the statements that were led to. */
function tellingWords(statements: Statement[], coverages: Coverage[], index: PatternIndex): string[] {
  const total = wordCount(statements);
  const isShort = total <= 60;
  const from = isShort ? statements : [...new Set(coverages.slice(0, 2).map(({ statement }) => statement))];
  const words = new Set(from.flatMap((statement) => statement.words));
  const known: [string, number][] = [];
  const unknown: string[] = [];
  for (const word of words) {
    if (COMMON_WORDS.has(word) || word.length < 3 || word.length > 32) continue;
    const number = index.vocabulary.get(word);
    if (number !== undefined) known.push([word, index.weightOf[number]!]);
    else if (isShort && word.length >= 6) unknown.push(word);
  }
  known.sort((a, b) => b[1] - a[1]);
  return [...known.slice(0, QUERY_WORDS).map(([word]) => word), ...unknown.slice(0, 2)];
}

const wordCount = (statements: Statement[]) => statements.reduce((n, { words }) => n + words.length, 0);

const MAX_QUOTE = 90;

function whyOf({ pattern, statement }: Coverage): string {
  const quote =
    statement.text.length > MAX_QUOTE ? `${statement.text.slice(0, MAX_QUOTE - 1)}…` : statement.text;
  return pattern.kind === 'question'
    ? `the words "${quote}" in line ${statement.line} read like: ${pattern.text}`
    : `the words "${quote}" in line ${statement.line}`;
}
