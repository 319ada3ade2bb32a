import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, expect, test } from '@jest/globals';
import { createKnowledgeSource, type KnowledgeSource } from '../../src/knowledge/knowledgeSource.ts';
import { createLog } from '../../src/log.ts';
import { emptyFolder, entryFile, put, removeFolders } from './folders.ts';

const A = 'AADSTS90001';
const B = 'AADSTS90002';
const ROUND_MS = 30;

let dir: string;
let logged: string[];
let source: KnowledgeSource;

beforeEach(async () => {
  dir = join(emptyFolder(), 'knowledge');
  put(dir, `aadsts/${A}.yaml`, entryFile(A, { title: 'First' }));
  logged = [];
  source = await createKnowledgeSource(
    [dir],
    createLog('info', { write: (line) => logged.push(line) }),
    ROUND_MS,
  );
});
afterEach(() => source.stop());
afterAll(removeFolders);

const path = (name = A) => join(dir, 'aadsts', `${name}.yaml`);
const titles = () => source.current().entries.map(({ title }) => title);

/** Waits until it holds; fails with what it was instead. */
async function eventually<T>(look: () => T, expected: T): Promise<void> {
  const until = Date.now() + 5_000;
  while (Date.now() < until) {
    try {
      expect(look()).toEqual(expected);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  expect(look()).toEqual(expected);
}
const rounds = (n: number) => new Promise((resolve) => setTimeout(resolve, n * ROUND_MS + 50));

test('a file that is written, replaced, added or removed is noticed, again and again', async () => {
  put(dir, `aadsts/${A}.yaml`, entryFile(A, { title: 'Second' }));
  await eventually(titles, ['Second']);
  for (const title of ['Third', 'Fourth', 'Fifth']) {
    // As editors and git save: beside it, then renamed over it.
    renameSync(put(dir, `aadsts/.${A}.tmp`, entryFile(A, { title })), path());
    await eventually(titles, [title]);
  }
  put(dir, `new/folder/${B}.yaml`, entryFile(B, { title: 'Other' }));
  await eventually(titles, ['Fifth', 'Other']);
  rmSync(join(dir, 'new'), { recursive: true });
  await eventually(titles, ['Fifth']);
  expect(source.problems()).toEqual([]);
  expect(logged.filter((line) => line.includes('loaded again'))).toHaveLength(6);
});

test('a broken file keeps the last good set, says so, and mended clears it', async () => {
  const good = source.current();
  writeFileSync(path(), 'id: [');
  put(dir, `aadsts/${B}.yaml`, { id: B });
  await eventually(() => source.problems().length, 1);
  expect(source.current()).toBe(good);
  const [told] = source.problems();
  expect(told).toContain('the last good set is used');
  expect(told).toContain(`${A}.yaml:`);
  expect(told).toContain(`${B}.yaml:`);
  expect(logged.at(-1)).toContain('going on with the last good set');

  put(dir, `aadsts/${A}.yaml`, entryFile(A, { title: 'Mended' }));
  await rounds(4);
  expect(source.problems()).toHaveLength(1);
  rmSync(path(B));
  await eventually(titles, ['Mended']);
  expect(source.problems()).toEqual([]);
});

test('a folder that is swapped, is away for a while, or is emptied', async () => {
  const next = join(dir, '..', 'next');
  cpSync(dir, next, { recursive: true });
  put(next, `aadsts/${A}.yaml`, entryFile(A, { title: 'Swapped' }));
  renameSync(dir, join(dir, '..', 'old'));
  renameSync(next, dir);
  await eventually(titles, ['Swapped']);
  put(dir, `aadsts/${A}.yaml`, entryFile(A, { title: 'Swapped and changed' }));
  await eventually(titles, ['Swapped and changed']);

  renameSync(dir, join(dir, '..', 'away'));
  await eventually(() => source.problems().length, 1);
  expect(source.problems()[0]).toContain('cannot be read');
  mkdirSync(dir);
  await eventually(() => source.problems()[0]?.includes('no .yaml file'), true);
  expect(titles()).toEqual(['Swapped and changed']);
  put(dir, `${A}.yaml`, entryFile(A, { title: 'Back' }));
  await eventually(titles, ['Back']);
  expect(source.problems()).toEqual([]);
});

test('what editors leave lying about changes nothing', async () => {
  const before = source.current();
  for (const name of [
    `.${A}.yaml.swp`,
    `${A}.yaml~`,
    '4913',
    `.#${A}.yaml`,
    `#${A}.yaml#`,
    `${A}.yaml.tmp.123`,
  ])
    put(dir, `aadsts/${name}`, 'id: [');
  await rounds(5);
  expect(source.current()).toBe(before);
  expect(source.problems()).toEqual([]);
  expect(logged).toEqual([]);
});

test('while files go on changing it waits; then it loads once', async () => {
  for (let i = 0; i < 30; i++) {
    put(dir, `aadsts/${A}.yaml`, entryFile(A, { title: `Step ${i}` }));
    await new Promise((resolve) => setTimeout(resolve, ROUND_MS / 3));
  }
  await eventually(titles, ['Step 29']);
  expect(logged.length).toBeLessThan(4);
});

test('once stopped it looks no more', async () => {
  source.stop();
  put(dir, `aadsts/${A}.yaml`, entryFile(A, { title: 'Too late' }));
  await rounds(5);
  expect(titles()).toEqual(['First']);
});

test('the first load has to be good', async () => {
  writeFileSync(path(), 'id: [');
  await expect(createKnowledgeSource([dir], createLog('silent'))).rejects.toThrow('not valid YAML');
});
