import type { FoundCode } from '../details/codes.ts';
import type { Details, Entry, Match, Outcome } from '../types.ts';
import type { PatternIndex } from './patternIndex.ts';
import { type Coverage, rankPatterns } from './rankPatterns.ts';
import { readStatements } from './words.ts';

export interface Knowledge {
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
  byCode: ReadonlyMap<string, Entry>;
  index: PatternIndex;
}

export interface Matched {
  outcome: Outcome;
  matches: Match[];
  unknownCodes: string[];
}

export function matchKnowledge(
  text: string,
  codes: FoundCode[],
  details: Details,
  knowledge: Knowledge,
): Matched {
  const known = codes.filter(({ code }) => knowledge.byCode.has(code));
  const unknownCodes = codes.filter(({ code }) => !knowledge.byCode.has(code)).map(({ code }) => code);
  if (known.length > 0) {
    return {
      outcome: 'match',
      matches: known
        .sort((a, b) => rank(b) - rank(a))
        .slice(0, 3)
        .map((f) => ({
          entry: knowledge.byCode.get(f.code)!,
          confidence: 'exact',
          score: 1,
          why: `code ${f.code}`,
        })),
      unknownCodes,
    };
  }
  const ranked = rankPatterns(readStatements(text), knowledge.index);
  const best = new Map<number, { score: number; c: Coverage }>();
  for (const c of ranked) {
    const score = c.share * (1 - Math.exp(-c.weight / 14));
    const b = best.get(c.pattern.entry);
    if (!b || score > b.score) best.set(c.pattern.entry, { score, c });
  }
  const list = [...best]
    .map(([e, { score, c }]) => ({
      entry: knowledge.entries[e]!,
      confidence: 'likely' as const,
      score,
      why: `${c.share.toFixed(2)} ${c.weight.toFixed(1)} ${c.pattern.kind} "${c.pattern.text.slice(0, 60)}" line ${c.statement.line}`,
    }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3);
  const top = list[0]?.score ?? 0;
  return {
    outcome: top > 0.6 ? 'match' : top > 0.4 ? 'suggestions' : 'none',
    matches: top > 0.4 ? list : list,
    unknownCodes,
  };
}
const rank = (f: FoundCode) => (f.hasMessage ? 2 : 0) + (f.code === 'AADSTS70002' ? -3 : 0) - f.at / 1e6;
