import { extractDetails } from './details/extractDetails.ts';
import type { Knowledge } from './match/knowledge.ts';
import { matchKnowledge } from './match/matchKnowledge.ts';
import { buildPatternIndex } from './match/patternIndex.ts';
import { buildQuestionIndex, type QuestionIndex } from './match/questionIndex.ts';
import { cleanText } from './text/cleanText.ts';
import { redactSecrets } from './text/redactSecrets.ts';
import type { Entry, Triage } from './types.ts';

/** Prepares entries for triage; takes time once, and once more at the first question, then every triage is quick. */
export function prepareKnowledge(entries: readonly Entry[]): Knowledge {
  let questions: QuestionIndex | undefined;
  return {
    entries,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    byCode: new Map(entries.flatMap((entry) => entry.codes.map((code) => [code, entry]))),
    index: buildPatternIndex(entries),
    get questions() {
      questions ??= buildQuestionIndex(entries);
      return questions;
    },
  };
}

/** Does at once what would else be done at the first question. */
export const prepareQuestions = (knowledge: Knowledge): void => void knowledge.questions;

/**
 * The first line, from a pasted text to what the bot knows about it: cleanText, redactSecrets, extractDetails,
 * matchKnowledge. Pure, never throws for any text, and takes bounded time.
 */
export function triage(raw: string, knowledge: Knowledge): Triage {
  const { text, secrets } = redactSecrets(cleanText(raw));
  const { details, codes } = extractDetails(text, (code) => knowledge.byCode.has(code));
  return { ...matchKnowledge(text, codes, details, knowledge), details, secrets };
}
