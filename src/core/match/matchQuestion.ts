import type { Knowledge } from './knowledge.ts';
import type { WordMatch } from './matchWords.ts';
import { type Asked, conceptsAsked, rankQuestion } from './rankQuestion.ts';
import { trustInQuestion } from './trust.ts';
import { readStatements } from './words.ts';

/** A longer text is a paste, and is about more than it asks. */
const MOST_WORDS = 40;
/** What stands in quotes or brackets is mostly the name of an app, a user or a tenant. */
const NAMES = /(?<![\p{L}\p{N}])'[^'\n]{1,80}'(?![\p{L}\p{N}])|"[^"\n]{1,80}"|\([^()\n]{1,60}\)/gu;
/** Enough to find again what printed words found, and to add what they did not. */
const MOST_ENTRIES = 12;

/**
 * Brings the scores of questions onto the scale of printed words. Chosen on labelled questions: 0.45, from where more
 * than half of the suggestions are right, and 0.72, from where more than nine in ten answers are, fall on the bounds
 * from which `matchKnowledge` asks back and answers.
 */
const toStrength = (score: number) => 0.913 * score - 0.041;
/** Two ways to the same entry are more than the better one alone. */
const BOTH = 0.2;

/**
 * Adds to what printed words found what a short text asks about, in whatever words. A person who writes "his account
 * is locked" prints nothing, and means one thing.
 *
 * @param printed what `matchWords` found in the text
 * @returns at most one match per entry, best first
 */
export function matchQuestion(text: string, printed: WordMatch[], knowledge: Knowledge): WordMatch[] {
  // Where a whole message stands in the text, its words have been said; what they are about adds nothing.
  if (printed[0]?.isVerbatim) return printed;
  const words = readStatements(text.replace(NAMES, ' '), MOST_WORDS).flatMap((statement) => statement.words);
  if (words.length > MOST_WORDS) return printed;
  const concepts = conceptsAsked(words, knowledge.questions);
  const trust = trustInQuestion(text, concepts);
  const byEntry = new Map(printed.map((one) => [one.match.entry, one]));
  for (const asked of rankQuestion(concepts, knowledge.questions).slice(0, MOST_ENTRIES)) {
    const entry = knowledge.entries[asked.entry]!;
    const strength = toStrength(asked.score * trust);
    if (strength <= 0) continue;
    const known = byEntry.get(entry);
    byEntry.set(entry, known ? together(known, strength, asked) : byQuestion(entry, strength, asked));
  }
  return [...byEntry.values()].sort((a, b) => b.strength - a.strength);
}

function byQuestion(entry: Knowledge['entries'][number], strength: number, { saying }: Asked): WordMatch {
  return {
    match: { entry, confidence: 'likely', score: shown(strength), why: readsLike(saying) },
    isVerbatim: false,
    isAsked: true,
    strength,
  };
}

function together(known: WordMatch, strength: number, { saying }: Asked): WordMatch {
  const sum = Math.max(known.strength, strength) + BOTH * Math.max(0, Math.min(known.strength, strength));
  const isAsked = strength > known.strength;
  const why = isAsked ? readsLike(saying) : known.match.why;
  return { ...known, isAsked, strength: sum, match: { ...known.match, score: shown(sum), why } };
}

const shown = (strength: number) => Math.min(0.97, strength);
const readsLike = (saying: string) => `the question reads like: ${saying}`;
