import type { FoundCode } from '../details/codes.ts';
import type { Details, Match, Outcome } from '../types.ts';
import type { Knowledge } from './knowledge.ts';
import { matchChain } from './matchChain.ts';
import { matchCodes } from './matchCodes.ts';
import { matchQuestion } from './matchQuestion.ts';
import { matchWords, type WordMatch } from './matchWords.ts';

export interface Matched {
  outcome: Outcome;
  matches: Match[];
  unknownCodes: string[];
}

/** As many as a person will read. */
export const MAX_MATCHES = 3;

/**
 * Finds what the text is about, in the order of the evidence: a code that is known; an unknown code; a chain of
 * credentials; words that a program prints or a person asks with.
 *
 * @param text cleaned and without secrets
 */
export function matchKnowledge(
  text: string,
  codes: FoundCode[],
  details: Details,
  knowledge: Knowledge,
): Matched {
  const unknownCodes = codes.map(({ code }) => code).filter((code) => !knowledge.byCode.has(code));
  const isMaybe = codes.length > 0 && codes.every(({ form }) => form === 'alone');
  const byCode = matchCodes(codes, knowledge);
  if (isMaybe) {
    const byWords = decideByWords(text, details, knowledge);
    return byWords.outcome === 'match'
      ? { ...byWords, unknownCodes }
      : { outcome: 'suggestions', matches: byCode.slice(0, MAX_MATCHES), unknownCodes };
  }
  if (byCode.length > 0) {
    // A chain or wrapper around the code is told too, behind the cause.
    const around = matchChain(details, knowledge).filter(
      ({ entry }) => !byCode.some((match) => match.entry === entry),
    );
    return { outcome: 'match', matches: [...byCode, ...around].slice(0, MAX_MATCHES), unknownCodes };
  }

  if (unknownCodes.length > 0) {
    // Never a neighbour's fix: only an entry whose own words stand in the text nearly whole is offered, as a question.
    const same = matchWords(text, details, knowledge).filter(({ isVerbatim }) => isVerbatim);
    const matches = same.slice(0, MAX_MATCHES).map(({ match }) => ({
      ...match,
      confidence: 'possible' as const,
      why: `${unknownCodes[0]} is not in the knowledge; ${match.why}`,
    }));
    return { outcome: matches.length > 0 ? 'suggestions' : 'none', matches, unknownCodes };
  }

  const chain = matchChain(details, knowledge);
  if (chain.length > 0) return { outcome: 'match', matches: chain.slice(0, MAX_MATCHES), unknownCodes };
  return { ...decideByWords(text, details, knowledge), unknownCodes };
}

/** What a program printed, and what a person asks. */
const decideByWords = (text: string, details: Details, knowledge: Knowledge) =>
  decide(matchQuestion(text, matchWords(text, details, knowledge), knowledge), knowledge);

/**
 * From this score on the bot answers. Chosen on labelled messages so that nine in ten answers of this kind are right
 * and off-topic texts stay below it.
 */
const ANSWER_FROM = { printed: 0.58, asked: 0.62 };
/**
 * From here on it is worth asking "did you mean". Below, more than half of the suggestions were wrong, or the texts were
 * about something else. A person who asks gets a little more patience than a log.
 */
const SUGGEST_FROM = { printed: 0.42, asked: 0.37 };
/** What stands behind the first may be weaker: it is read as "or one of these". */
const FOLLOW_FROM = 0.28;
/** The second must be this far behind, else both are offered, unless the first is that good. */
const CLEAR_LEAD = 0.03;
/** In few words of a person's own more is left open. */
const ASKED_LEAD = 0.1;

function decide(found: WordMatch[], { byId }: Knowledge): Omit<Matched, 'unknownCodes'> {
  const [first, second] = found;
  if (!first || first.match.score < (first.isAsked ? SUGGEST_FROM.asked : SUGGEST_FROM.printed))
    return { outcome: 'none', matches: [] };
  const isClear =
    !second ||
    first.strength - second.strength >= (first.isAsked ? ASKED_LEAD : CLEAR_LEAD) ||
    (first.isVerbatim && !second.isVerbatim);
  const isAnswer = first.match.score >= (first.isAsked ? ANSWER_FROM.asked : ANSWER_FROM.printed) && isClear;
  const near = found
    .filter(({ match }) => match.score >= FOLLOW_FROM)
    .slice(0, MAX_MATCHES)
    .map(({ match }) => match);
  if (!isAnswer)
    return { outcome: 'suggestions', matches: near.map((match) => ({ ...match, confidence: 'possible' })) };
  const [best, ...rest] = near;
  return {
    outcome: 'match',
    matches: [
      { ...best!, confidence: 'likely' as const, why: withTwins(best!) },
      ...[...rest, ...twinsOf(best!, rest, byId)].map((match) => ({
        ...match,
        confidence: 'possible' as const,
      })),
    ].slice(0, MAX_MATCHES),
  };
}

/** Some messages belong to several codes. Without the code the honest answer names the other, and how to tell. */
function withTwins({ why, entry }: Match): string {
  const [twin] = entry.twins;
  return twin ? `${why}; without a code it can also be ${twin.id}: ${twin.check}` : why;
}

function twinsOf({ entry, score }: Match, named: Match[], byId: Knowledge['byId']): Match[] {
  return entry.twins.flatMap(({ id, check }): Match[] => {
    const twin = byId.get(id);
    if (!twin || named.some((match) => match.entry === twin)) return [];
    return [
      {
        entry: twin,
        confidence: 'possible',
        score: score * 0.9,
        why: `its message has the same words; what tells them apart: ${check}`,
      },
    ];
  });
}
