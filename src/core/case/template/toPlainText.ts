import type { Block, Section } from './caseSections.ts';

/**
 * A case template as plain text that survives any text box: no Markdown, no tabs, no blanks at the end of a line.
 * What a person typed is moved in, so that it can't pass for a heading.
 */
export function toPlainText(title: string, head: Block[], sections: Section[]): string {
  const text = [
    title,
    head.map(render).join('\n'),
    ...sections.map(({ heading, blocks }) => `${heading.toUpperCase()}\n${blocks.map(render).join('\n')}`),
  ].join('\n\n');
  return `${text.replace(/(?<![ \t])[ \t]+$/gm, '')}\n`;
}

function render(block: Block): string {
  switch (block.kind) {
    case 'row':
      return `${block.label}: ${block.value.replace(/\s+/g, ' ')}`;
    case 'said':
      return [block.label, block.text].filter(Boolean).join(': ') + (block.text ? '' : ':');
    case 'list':
      return block.items.map((item, index) => `${index + 1}. ${item}`).join('\n');
    case 'quote':
      return `${named(block.label)}${indent(block.text)}`;
    case 'code':
      return `${named(block.label)}${indent(block.code)}`;
  }
}

const named = (label: string) => (label ? `${label}:\n` : '');
const indent = (text: string) => text.replace(/^(?=.)/gm, '  ');
