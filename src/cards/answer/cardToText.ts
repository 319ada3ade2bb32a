import type { Card } from '../renderCard.ts';

type Node = Record<string, unknown>;

/**
 * Turns a card into text for a terminal, hidden sections included, actions left out. So the terminal says what the
 * card says, in the same words.
 */
export function cardToText(card: Card): string {
  const lines = list(card.body).flatMap((node) => blockOf(node));
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function blockOf(node: Node): string[] {
  switch (node.type) {
    case 'TextBlock':
      return isHeading(node) ? ['', text(node.text).replace(/ ▾$/, '')] : [text(node.text)];
    case 'RichTextBlock':
      return [list(node.inlines).map(inline).join('')];
    case 'Container':
      return list(node.items).flatMap(blockOf);
    case 'ColumnSet':
      return columns(list(node.columns));
    case 'CodeBlock':
      return text(node.codeSnippet)
        .split('\n')
        .map((line) => `    ${line}`);
    case 'Table':
      return list(node.rows).slice(1).flatMap(row);
    default:
      return [];
  }
}

/** The first column stands before the first line of the second. */
function columns(all: Node[]): string[] {
  const [first, second] = all.map((column) => list(column.items).flatMap(blockOf));
  if (!first || !second) return first ?? [];
  const label = first.join(' ');
  const indent = label.length <= 3 ? 4 : 18;
  return second.map((line, at) => `${(at === 0 ? label : '').padEnd(indent)}${line}`);
}

function row(node: Node): string[] {
  const [first, second] = list(node.cells).map((cell) => list(cell.items).flatMap(blockOf).filter(Boolean));
  return [`- ${(first ?? []).join(', ')}: ${(second ?? []).join('. ')}`];
}

function inline(node: Node): string {
  const action = node.selectAction as Node | undefined;
  return action?.url ? `${text(node.text)} <${text(action.url)}>` : text(node.text);
}

// A section opens with its title in bold.
const isHeading = (node: Node) => node.style === 'heading' || node.weight === 'Bolder';

const list = (value: unknown): Node[] => (Array.isArray(value) ? (value as Node[]) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
