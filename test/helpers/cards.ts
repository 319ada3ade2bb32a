import type { Sent } from './connector.ts';

type Card = Record<string, any>;

export const cardOf = (sent: Sent): Card => sent.activity.attachments[0].content;
export const textOf = (card: unknown): string => JSON.stringify(card);

/** Every object of a card that has a type, wherever it stands; fallbacks are left out. */
function elementsOf(node: unknown): Card[] {
  if (Array.isArray(node)) return node.flatMap(elementsOf);
  if (node === null || typeof node !== 'object') return [];
  const own = typeof (node as Card).type === 'string' ? [node as Card] : [];
  return [
    ...own,
    ...Object.entries(node).flatMap(([key, value]) => (key === 'fallback' ? [] : elementsOf(value))),
  ];
}

export const actionsOf = (card: unknown): Card[] =>
  elementsOf(card).filter(({ type }) => type.startsWith('Action.'));
export const actionFor = (card: unknown, verb: string): { verb: string; data: object } =>
  actionsOf(card).find((action) => action.verb === verb) as never;

/** What a client sends back for the inputs of a card when nothing is typed. */
export const valuesIn = (card: unknown): Record<string, string> =>
  Object.fromEntries(
    elementsOf(card)
      .filter(({ type, id }) => type.startsWith('Input.') && id)
      .map(({ id, value }) => [id, value ?? '']),
  );
