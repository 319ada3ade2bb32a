import type { Block, Section } from './caseSections.ts';

/**
 * A case template as CommonMark. What a person typed stands in code spans and fences, whose ends are longer than
 * anything inside, so it can't become a heading, a link, an image or HTML.
 */
export function toMarkdown(title: string, head: Block[], sections: Section[]): string {
  return `${[
    `# ${span(title)}`,
    blocks(head),
    ...sections.map(({ heading, blocks: inside }) => `## ${heading}\n\n${blocks(inside)}`),
  ].join('\n\n')}\n`;
}

function blocks(all: Block[]): string {
  return all
    .map((block, index) => {
      const text = render(block);
      // Rows that follow each other are one list; everything else has a blank line before it.
      const isItem = (one: Block | undefined) =>
        one?.kind === 'row' || (one?.kind === 'said' && one.label !== '' && one.text !== '');
      const joins = isItem(block) && isItem(all[index - 1]);
      return (index === 0 ? '' : joins ? '\n' : '\n\n') + text;
    })
    .join('');
}

function render(block: Block): string {
  switch (block.kind) {
    case 'row':
      return `- **${block.label}:** ${span(block.value)}`;
    case 'said':
      if (!block.text) return `**${block.label}:**`;
      return block.label ? `- **${block.label}:** ${block.text}` : block.text;
    case 'list':
      return block.items.map((item, index) => `${index + 1}. ${item}`).join('\n');
    case 'quote':
      return `${named(block.label)}${fence(block.text, 'text')}`;
    case 'code':
      return `${named(block.label)}${fence(block.code, block.language)}`;
  }
}

const named = (label: string) => (label ? `**${label}:**\n\n` : '');

const longestRun = (text: string, char: RegExp) =>
  Math.max(0, ...(text.match(char) ?? []).map((run) => run.length));

function fence(text: string, language: string): string {
  const ticks = '`'.repeat(Math.max(3, longestRun(text, /`+/g) + 1));
  return `${ticks}${language}\n${text}\n${ticks}`;
}

/** A code span: one line, because a blank line would end it. */
function span(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const ticks = '`'.repeat(longestRun(line, /`+/g) + 1);
  const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return line ? `${ticks}${pad}${line}${pad}${ticks}` : '';
}
