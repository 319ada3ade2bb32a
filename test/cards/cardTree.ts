export type Node = Record<string, unknown> & { type?: string };

/** All objects of a card that have a type, fallbacks and actions included; what a button carries is no part of it. */
export function nodesOf(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, child]) => (key === 'data' ? [] : nodesOf(child)));
  return 'type' in value ? [value as Node, ...below] : below;
}

/** The nodes of one type. */
export const nodes = (card: unknown, type: string): Node[] =>
  nodesOf(card).filter((node) => node.type === type);

/** Everything that a reader sees as text. */
export const shownText = (card: unknown): string =>
  nodesOf(card)
    .flatMap(({ text, codeSnippet }) => [text, codeSnippet])
    .filter((text) => typeof text === 'string')
    .join('\n');
