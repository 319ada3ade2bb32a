import type { FieldName, FormView, Reply } from '../cards/cards.ts';
import type { ChangeError } from '../core/case/changeCase.ts';
import { completeness } from '../core/case/completeness.ts';
import type { FormValues } from '../core/case/form/fields.ts';
import { prefill } from '../core/case/form/prefill.ts';
import { type FieldError, readForm } from '../core/case/form/readForm.ts';
import { noFacts } from '../core/case/readStoredFacts.ts';
import type { Case, CaseFacts } from '../core/case/types.ts';
import type { ButtonData, Carried } from '../core/request/buttonData.ts';
import type { Entry } from '../core/types.ts';
import type { Asker } from './asker.ts';
import type { BotParts } from './parts.ts';
import { inWords } from './renderCase.ts';

/** The form, with everything filled in that the paste told. */
export function openForm(
  entry: Entry | undefined,
  carried: Carried | undefined,
  asker: Asker,
  parts: BotParts,
): Reply {
  const values = prefill(carried, { name: asker.person.name, timeZone: asker.moment.timeZone });
  const button: ButtonData = { v: 1, verb: 'submitCase', entry: entry?.id, others: [], carried };
  return showForm({ values, entry, button, asker }, parts);
}

export type FormErrors = Partial<Record<FieldName, FieldError | ChangeError | 'changedMeanwhile'>>;

interface OpenForm {
  values: FormValues;
  errors?: FormErrors;
  entry?: Entry;
  button: ButtonData;
  asker: Asker;
  caseId?: string;
  utcShown?: string;
}

/** The form with what was typed, and what is wrong with it. */
export function showForm(
  { values, errors = {}, entry, button, asker, caseId, utcShown }: OpenForm,
  { cards, caseWords }: BotParts,
): Reply {
  const sentences: Record<string, string> = { ...caseWords.errors, ...caseWords.changeErrors };
  const form: FormView = {
    values,
    errors: Object.fromEntries(Object.entries(errors).map(([name, key]) => [name, sentences[key]])),
    triedOptions: entry?.fixes.map(({ title }) => title) ?? [],
    asked: entry?.collect ?? [],
    button,
    completeness: inWords(completeness(factsSoFar(values, asker, entry)), caseWords.facts),
    caseId,
    utcShown,
  };
  return cards.escalationForm(form);
}

/** What the fields already give, each read by itself, so that one wrong field does not hide the others. */
function factsSoFar(values: FormValues, { moment }: Asker, entry: Entry | undefined): CaseFacts {
  const context = { entry, now: moment.now, timeZone: moment.timeZone };
  let right: Record<string, string> = { ...values, problem: values.problem || '-', severity: 'C' };
  for (;;) {
    const read = readForm(right, context);
    if ('facts' in read) return read.facts;
    const left = Object.fromEntries(Object.entries(right).filter(([name]) => !(name in read.errors)));
    if (Object.keys(left).length === Object.keys(right).length) return noFacts();
    right = left;
  }
}

/** What the form carries when it edits a case. */
export const editButton = ({ id, version, facts }: Case): ButtonData => ({
  v: 1,
  verb: 'submitCase',
  entry: facts.entryId || undefined,
  others: [],
  caseId: id,
  version,
});
