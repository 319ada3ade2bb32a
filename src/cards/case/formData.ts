import { FIELD_NAMES, type FieldName } from '../../core/case/form/fields.ts';
import type { ButtonData } from '../../core/request/buttonData.ts';
import { carryLess } from '../buttons.ts';
import type { FormView } from '../cards.ts';
import { caseName, clip, plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';
import { type MissingRow, missingRows } from './completeness.ts';

/**
 * How much a field takes. Together they fit into one card, so that a form with faults can be shown again with
 * everything that was typed.
 */
export const FIELD_LIMITS: Record<FieldName, number> = {
  correlationIds: 320,
  timestamp: 80,
  timeZone: 60,
  traceIds: 320,
  homeTenantId: 80,
  resourceTenantId: 80,
  appId: 80,
  resource: 200,
  user: 200,
  problem: 1500,
  errorText: 1500,
  since: 200,
  frequency: 200,
  affected: 300,
  steps: 1500,
  tried: 40,
  triedOther: 800,
  collected: 500,
  impact: 800,
  severity: 1,
  contact: 300,
  consent: 5,
};

/** What `escalationForm.template.json` is filled with. */
export interface FormData {
  fallbackText: string;
  title: string;
  submit: string;
  problems: string;
  have: string;
  missing: MissingRow[];
  values: Record<FieldName, string>;
  limits: Record<FieldName, number>;
  errors: Record<FieldName, string>;
  utcShown: string;
  idsFilled: string;
  idsOpen: boolean;
  triedOptions: { title: string; value: string }[];
  asked: { text: string }[];
  buttons: { submit: ButtonData; cancel: ButtonData };
}

const OTHER_IDS = ['traceIds', 'homeTenantId', 'resourceTenantId', 'appId', 'resource', 'user'] as const;

/** Turns a form into the card's data: what was typed stays, and what is wrong stands at its field. */
export function formData(form: FormView, words: Words): FormData {
  const each = <Value>(of: (name: FieldName) => Value) =>
    Object.fromEntries(FIELD_NAMES.map((name) => [name, of(name)])) as Record<FieldName, Value>;
  const errors = each((name) => plainText(form.errors[name] ?? '', 160));
  const faults = FIELD_NAMES.filter((name) => errors[name] !== '').length;
  const filled = OTHER_IDS.filter((name) => (form.values[name] ?? '').trim() !== '').length;
  const { have, missing } = missingRows(form.completeness, words);
  const isEdit = form.caseId !== undefined;
  return {
    fallbackText: words.summary.form,
    title: isEdit ? fill(words.form.editTitle, { id: caseName(form.caseId!) }) : words.form.newTitle,
    submit: isEdit ? words.form.submitEdit : words.form.submitNew,
    problems:
      faults === 0 ? '' : fill(faults === 1 ? words.form.problem : words.form.problems, { count: faults }),
    have,
    missing,
    values: each((name) => clip(form.values[name] ?? '', FIELD_LIMITS[name])),
    limits: FIELD_LIMITS,
    errors,
    utcShown: plainText(form.utcShown ?? '', 60),
    idsFilled: fill(words.form.idsFilled, { count: filled, of: OTHER_IDS.length }),
    idsOpen: OTHER_IDS.some((name) => errors[name] !== ''),
    triedOptions: form.triedOptions
      .slice(0, 6)
      .map((title, at) => ({ title: plainText(title, 140), value: String(at) })),
    asked: form.asked.slice(0, 6).map((text) => ({ text: plainText(text, 220) })),
    buttons: { submit: form.button, cancel: { ...form.button, verb: 'cancel' } },
  };
}

/** What to leave out of a form that is too large. Nothing that was typed is among it. */
export const formCuts: ((data: FormData) => FormData)[] = [
  ({ buttons, ...data }) => ({
    ...data,
    buttons: { ...buttons, cancel: { ...buttons.cancel, carried: undefined } },
  }),
  ({ buttons, ...data }) => ({
    ...data,
    buttons: {
      ...buttons,
      submit: carryLess(buttons.submit),
    },
  }),
  (data) => ({ ...data, missing: [] }),
  (data) => ({ ...data, asked: [] }),
  ({ errors, ...data }) => ({
    ...data,
    errors: Object.fromEntries(
      Object.entries(errors).map(([name, error]) => [name, clip(error, 60)]),
    ) as FormData['errors'],
  }),
];
