import type { FoundCode } from '../details/codes.ts';
import type { Match } from '../types.ts';
import type { Knowledge } from './knowledge.ts';

/**
 * Codes that only say that something failed and have the cause behind them: "AADSTS70002: Error validating credentials.
 * AADSTS50012: …", "AADSTS1100001 / 1003002".
 */
const WRAPPER_CODES = new Set(['AADSTS70002', 'AADSTS1100001']);

/** Known codes as matches: the cause before its wrapper, what was printed before what is only mentioned. */
export function matchCodes(codes: FoundCode[], { byCode }: Knowledge): Match[] {
  const known = codes.filter(({ code }) => byCode.has(code));
  const matches: Match[] = [];
  for (const found of [...known].sort((a, b) => rank(b) - rank(a) || a.at - b.at)) {
    const entry = byCode.get(found.code)!;
    if (matches.some((match) => match.entry === entry)) continue;
    matches.push({
      entry,
      // A bare number in a sentence is most likely the code, but it is the person who says so.
      confidence: CONFIDENCE[found.form],
      score: SCORE[CONFIDENCE[found.form]] - (matches.length === 0 ? 0 : 0.05),
      why: WHY[found.form](found.code),
    });
  }
  return matches;
}

const rank = ({ code, form, hasMessage }: FoundCode) =>
  (CONFIDENCE[form] === 'exact' ? 1 : 0) + (hasMessage ? 2 : 0) - (WRAPPER_CODES.has(code) ? 4 : 0);

const CONFIDENCE: Record<FoundCode['form'], Match['confidence']> = {
  prefixed: 'exact',
  field: 'exact',
  misread: 'likely',
  sentence: 'likely',
  alone: 'possible',
};
const SCORE: Record<Match['confidence'], number> = { exact: 1, likely: 0.9, possible: 0.5 };

const WHY: Record<FoundCode['form'], (code: string) => string> = {
  prefixed: (code) => `code ${code} in the text`,
  field: (code) => `error code ${code.replace(/\D+/, '')} in a field of the text, which is ${code}`,
  misread: (code) => `the text has letters in place of digits and reads ${code}`,
  sentence: (code) => `the number ${code.replace(/\D+/, '')} is called an error code in the text`,
  alone: (code) => `the number ${code.replace(/\D+/, '')} stands in the text, which may be ${code}`,
};
