import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { maximalReplies } from '../../src/cards/gallery/maximalReplies.ts';
import { loadCards } from '../../src/cards/loadCards.ts';
import { readTemplates, TEMPLATE_NAMES } from '../../src/cards/readTemplates.ts';

export const CARDS_DIR = join(import.meta.dirname, '../../cards');
export const NOW = new Date('2026-11-02T21:25:00Z');
export const cards = loadCards(CARDS_DIR);
export const templates = readTemplates(CARDS_DIR);

export const sampleData = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(CARDS_DIR, `${name}.data.json`), 'utf8'));

/** Every template with its sample data. */
export const sampleCards: [string, Record<string, unknown>][] = TEMPLATE_NAMES.map((name) => [
  name,
  templates[name].render(sampleData(name)),
]);

/** Every card from the longest and most hostile input. */
export const hostileCards: [string, Record<string, unknown>][] = Object.entries(
  maximalReplies(cards, { now: NOW, timeZone: 'Europe/Berlin', locale: 'en-GB' }),
).map(([name, { card }]) => [name, card]);

export const allCards: [string, Record<string, unknown>][] = [
  ...sampleCards.map(([name, card]): [string, Record<string, unknown>] => [`${name} (sample)`, card]),
  ...hostileCards.map(([name, card]): [string, Record<string, unknown>] => [`${name} (hostile)`, card]),
];
