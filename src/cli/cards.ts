import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Exhibit, galleryPage } from '../cards/gallery/galleryPage.ts';
import { maximalReplies } from '../cards/gallery/maximalReplies.ts';
import { loadCards } from '../cards/loadCards.ts';
import { readTemplates, TEMPLATE_NAMES } from '../cards/readTemplates.ts';

// Writes a page that shows every card: from its sample data, and from the longest and most hostile input.
const root = join(import.meta.dirname, '../..');
const dir = join(root, 'cards');
const templates = readTemplates(dir);
const samples = TEMPLATE_NAMES.map((name): Exhibit => {
  const data = JSON.parse(readFileSync(join(dir, `${name}.data.json`), 'utf8'));
  return { name, card: templates[name].render(data) };
});
const moment = { now: new Date('2026-11-02T21:25:00Z'), timeZone: 'Europe/Berlin' };
const maximal = Object.entries(maximalReplies(loadCards(dir), moment)).map(
  ([name, { card }]): Exhibit => ({ name: `${name}, at its largest`, card }),
);
const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
const page = join(root, 'dist/cards/index.html');
mkdirSync(join(root, 'dist/cards'), { recursive: true });
writeFileSync(page, galleryPage([...samples, ...maximal], readFileSync(renderer, 'utf8')));
console.log(page);
