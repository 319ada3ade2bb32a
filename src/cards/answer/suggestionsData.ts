import type { ButtonData, Carried } from '../../core/request/buttonData.ts';
import type { Entry } from '../../core/types.ts';
import { button, carryLess, wayBack } from '../buttons.ts';
import type { Moment } from '../cards.ts';
import { plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';
import { codeOf } from './answerData.ts';
import { fillHoles } from './fillHoles.ts';
import { type Found, type FoundRow, foundInMessage } from './foundInMessage.ts';

/** What `suggestions.template.json` is filled with. */
export interface SuggestionsData {
  fallbackText: string;
  title: string;
  choices: { n: string; title: string; about: string; tell: string; choose: string; button: ButtonData }[];
  /** What refuses all of them. */
  none: string;
  found: FoundRow[];
  /** The way back to the answer, where there was one. */
  back: { button: ButtonData }[];
  buttons: { none: ButtonData; escalate: ButtonData };
}

/**
 * Turns up to three entries into a choice.
 *
 * @param offer whether they are offered first, or after another answer
 * @param back the answer that was shown before
 */
export function suggestionsData(
  entries: Entry[],
  found: Found,
  carried: Carried,
  offer: 'suggestion' | 'otherSuggestion',
  back: Entry | undefined,
  moment: Moment,
  words: Words,
): SuggestionsData {
  const shown = entries.slice(0, 3);
  const ids = shown.map(({ id }) => id);
  const isOnly = shown.length === 1;
  return {
    fallbackText: isOnly
      ? fill(words.summary.suggestion, { title: plainText(shown[0]!.title, 120) })
      : fill(words.summary.suggestions, { count: shown.length }),
    title: words.titles[isOnly ? offer : (`${offer}s` as const)],
    choices: shown.map((entry, at) => ({
      n: isOnly ? '' : fill(words.suggestion.number, { n: at + 1 }),
      title: plainText(
        entry.codes.length > 0 ? `${entry.title} (${codeOf(entry, found)})` : entry.title,
        140,
      ),
      about: plainText(entry.summary, 320),
      tell: plainText(fillHoles(whatTells(entry, ids), found, words).text, 320),
      choose: isOnly ? words.suggestion.chooseOnly : fill(words.suggestion.choose, { n: at + 1 }),
      button: button('answer', { entry: entry.id, others: ids.filter((id) => id !== entry.id), carried }),
    })),
    none: isOnly ? words.suggestion.notOnly : words.suggestion.none,
    found: foundInMessage(found, moment, words),
    back: wayBack(back, shown, carried),
    buttons: {
      none: button('notThis', { others: [], carried }),
      escalate: button('escalate', { carried }),
    },
  };
}

/** What to leave out of suggestions that are too large, least missed first. */
export const suggestionsCuts: ((data: SuggestionsData) => SuggestionsData)[] = [
  (data) => ({
    ...data,
    choices: data.choices.map((choice) => ({ ...choice, button: carryLess(choice.button) })),
    back: data.back.map(({ button: one }) => ({ button: carryLess(one) })),
    buttons: { none: carryLess(data.buttons.none), escalate: carryLess(data.buttons.escalate) },
  }),
  (data) => ({ ...data, found: data.found.slice(0, 5) }),
  (data) => ({ ...data, choices: data.choices.map((choice) => ({ ...choice, about: '' })) }),
];

/** The check against a twin that is offered too; else what to look at first. */
function whatTells(entry: Entry, offered: string[]): string {
  const twin = entry.twins.find(({ id }) => id !== entry.id && offered.includes(id));
  return twin?.check ?? entry.checks[0] ?? entry.causes.find(({ tell }) => tell)?.tell ?? '';
}
