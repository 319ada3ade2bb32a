import { z } from 'zod';
import { type ButtonData, buttonSchema } from './buttonData.ts';

/** A press of a button, checked: what it carried, and what was typed into the form. */
export interface ButtonRequest extends ButtonData {
  fields: Record<string, string>;
}

const FIELD = /^f_([A-Za-z]{1,30})$/;
// A long story is fine; a megabyte is not.
const MAX_FIELD = 8_000;
const submitted = z.record(z.string(), z.unknown());

/**
 * Reads what came back from a card. Everything in it can be forged, so only the known shape passes.
 *
 * @param value the `data` of an Action.Execute, or the `value` of an Action.Submit
 * @returns undefined when it is nothing that this bot made, or was made by an older version of it
 */
export function readRequest(value: unknown): ButtonRequest | undefined {
  const record = submitted.safeParse(value);
  if (!record.success) return undefined;
  const button = buttonSchema.safeParse(record.data.et);
  if (!button.success) return undefined;
  const fields: Record<string, string> = {};
  for (const [key, typed] of Object.entries(record.data)) {
    const name = FIELD.exec(key)?.[1];
    if (name && typeof typed === 'string') fields[name] = typed.slice(0, MAX_FIELD).trim();
  }
  return { ...button.data, fields };
}
