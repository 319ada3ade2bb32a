import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { loadCards } from '../../src/cards/loadCards.ts';
import { CARDS_DIR } from './allCards.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'cards-'));
  cpSync(CARDS_DIR, dir, { recursive: true });
});
afterEach(() => rmSync(dir, { recursive: true }));

test('a folder with everything in it is loaded', () => {
  expect(loadCards(dir).help().summary).toMatch(/paste/);
});

test('all templates that are missing or broken are named at once', () => {
  rmSync(join(dir, 'help.template.json'));
  writeFileSync(join(dir, 'case.template.json'), '{ "type": ');
  writeFileSync(join(dir, 'answer.template.json'), '{ "type": "Container" }');
  writeFileSync(
    join(dir, 'error.template.json'),
    JSON.stringify({ type: 'AdaptiveCard', body: [{ type: 'TextBlock', text: '$' + '{a +}' }] }),
  );
  expect(() => loadCards(dir)).toThrow(
    /answer\.template\.json[\s\S]*help\.template\.json[\s\S]*error\.template\.json[\s\S]*case\.template\.json/,
  );
});

test('a word that is missing is named', () => {
  writeFileSync(join(dir, 'words.json'), '{ "fixers": { "user": "x" } }');
  expect(() => loadCards(dir)).toThrow(/words\.json[\s\S]*fixers\.admin/);
});

test('a missing file of words is named', () => {
  rmSync(join(dir, 'words.json'));
  expect(() => loadCards(dir)).toThrow(/words\.json can't be read/);
});
