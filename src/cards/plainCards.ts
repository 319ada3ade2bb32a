import type { ButtonData, Carried } from '../core/request/buttonData.ts';
import type { Entry } from '../core/types.ts';
import { button } from './buttons.ts';
import type { No } from './cards.ts';
import { cutText } from './case/caseData.ts';
import { plainText } from './plainText.ts';
import { fill, type Words } from './words.ts';

export interface SolvedData {
  fallbackText: string;
  title: string;
  canShow: boolean;
  button: ButtonData;
}

/** The data of the thanks; with what is needed to show the answer again, where the button carried it. */
export function solvedData(entry: Entry | undefined, carried: Carried | undefined, words: Words): SolvedData {
  const title = plainText(entry?.title ?? '', 120);
  return {
    fallbackText: title ? fill(words.summary.solved, { title }) : words.summary.solvedPlain,
    title,
    canShow: entry !== undefined && carried !== undefined,
    button: button('answer', { entry: entry?.id, carried }),
  };
}

/** The data of the card for a fault of the bot itself. */
export function errorData(referenceId: string, words: Words): { fallbackText: string; referenceId: string } {
  const shown = referenceId.replace(/[^A-Za-z0-9-]/g, '').slice(0, 60);
  return { fallbackText: fill(words.summary.error, { referenceId: shown }), referenceId: shown };
}

/** The data of a friendly no: why not, and what to do instead. */
export function noticeData(kind: No, { no }: Words): { fallbackText: string; title: string; text: string } {
  return { fallbackText: no[kind].title, ...no[kind] };
}

/** The data of the card after "forget". */
export function forgottenData(
  done: { cases: number; changed: number },
  { forgotten }: Words,
): ReturnType<typeof noticeData> {
  const text = fill(forgotten.text, done);
  return { fallbackText: text, title: forgotten.title, text };
}

export interface NotSavedData {
  fallbackText: string;
  template: string;
}

/** The data of the card for a case that could not be stored. */
export function notSavedData(template: string, words: Words): NotSavedData {
  return { fallbackText: words.summary.notSaved, template };
}

export const notSavedCuts = (words: Words): ((data: NotSavedData) => NotSavedData)[] =>
  [18_000, 9_000, 3_500].map((max) => (data) => ({ ...data, template: cutText(data.template, max, words) }));
