import type { ButtonData, Carried, Verb } from '../core/request/buttonData.ts';
import type { Entry } from '../core/types.ts';

/** What a button carries. */
export function button(verb: Verb, rest: Partial<Omit<ButtonData, 'v' | 'verb'>> = {}): ButtonData {
  return { v: 1, verb, others: [], ...rest };
}

/**
 * The same without what is empty: every button carries its data twice, and the one who reads it puts the empty
 * lists back.
 */
export function packed(data: ButtonData): object {
  const carried = data.carried && withoutEmpty(data.carried);
  return { ...withoutEmpty(data), ...(carried && { carried }) };
}

const withoutEmpty = (data: object) =>
  Object.fromEntries(
    Object.entries(data).filter(
      ([, value]) => !(value === undefined || value === '' || value === false || isEmptyList(value)),
    ),
  );

const isEmptyList = (value: unknown) => Array.isArray(value) && value.length === 0;

/**
 * Less to carry, for a card that is too large. What support asks for first stays: codes, correlation ID, trace ID,
 * time, tenant, app.
 */
export function carryLess(data: ButtonData): ButtonData {
  return { ...data, carried: data.carried && slim(data.carried) };
}

/** A button that shows an answer again after "Not this"; none where there was no answer. */
export const wayBack = (
  entry: Entry | undefined,
  others: Entry[],
  carried: Carried,
): { button: ButtonData }[] =>
  entry
    ? [{ button: button('answer', { entry: entry.id, others: others.map(({ id }) => id), carried }) }]
    : [];

function slim(carried: Carried): Carried {
  return {
    ...carried,
    codes: carried.codes.slice(0, 3),
    correlationIds: carried.correlationIds.slice(0, 2),
    traceIds: carried.traceIds.slice(0, 2),
    timestamps: carried.timestamps.slice(0, 2),
    tenantDomains: carried.tenantDomains.slice(0, 1),
    users: carried.users.slice(0, 1),
    resources: [],
    chain: [],
    libraries: carried.libraries.slice(0, 1),
    credentials: [],
    errorText: carried.errorText.slice(0, 160),
  };
}
