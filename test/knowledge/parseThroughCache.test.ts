import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { KnowledgeFile } from '../../src/knowledge/parseEntry.ts';
import { parseEntry } from '../../src/knowledge/parseEntry.ts';
import { parseThroughCache } from '../../src/knowledge/parseThroughCache.ts';
import { readKnowledgeFiles } from '../../src/knowledge/readKnowledgeFiles.ts';
import { emptyFolder, removeFolders, root } from './folders.ts';

afterAll(removeFolders);

let files: KnowledgeFile[];
let plain: unknown;
beforeAll(async () => {
  // As few as the cache is used for: the parser is slow.
  files = (await readKnowledgeFiles([join(root, 'knowledge')])).slice(0, 110);
  plain = told(files.map(parseEntry));
});

/** What came of each file, lines of some places included. */
const told = (results: Awaited<ReturnType<typeof parseThroughCache>>) =>
  results.map((result) =>
    Array.isArray(result)
      ? result
      : { ...result, at: [result.at(['title']), result.at(['fixes', 0, 'steps', 0])] },
  );
const cacheIn = (dir = emptyFolder()) => join(dir, 'deep', 'knowledge.json');

test('what comes from the cache is what the parser makes, lines included', async () => {
  const path = cacheIn();
  expect(told(await parseThroughCache(files, path))).toEqual(plain);
  const text = readFileSync(path, 'utf8');
  expect(told(await parseThroughCache(files, path))).toEqual(plain);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('a changed text is parsed anew, and a faulty one is never kept', async () => {
  const path = cacheIn();
  await parseThroughCache(files, path);
  const changed = files.with(0, {
    ...files[0]!,
    text: files[0]!.text.replace(/^title: .*$/m, 'title: Another'),
  });
  const [first] = await parseThroughCache(changed, path);
  expect(first).toMatchObject({ entry: { title: 'Another' } });
  const broken = files.with(0, { ...files[0]!, text: 'id: [' });
  for (let i = 0; i < 2; i++) {
    const [fault] = await parseThroughCache(broken, path);
    expect(fault).toEqual([
      expect.objectContaining({ file: files[0]!.file, message: expect.stringContaining('not valid YAML') }),
    ]);
  }
});

test('the same text under another name is another file', async () => {
  const path = cacheIn();
  await parseThroughCache(files, path);
  const renamed = files.with(0, { ...files[0]!, file: 'knowledge/aadsts/AADSTS11111111.yaml' });
  const [fault] = await parseThroughCache(renamed, path);
  expect(fault).toEqual([
    expect.objectContaining({ message: expect.stringContaining('the name of the file says AADSTS11111111') }),
  ]);
});

test.each([
  ['cut off', (text: string) => text.slice(0, text.length / 2)],
  ['changed in one letter', (text: string) => text.replace('"title":"', '"title":"X')],
  ['of another version', (text: string) => text.replace(/"version":"./, '"version":"_')],
  ['empty', () => ''],
  ['no JSON', () => 'hello\nworld'],
])('a cache that is %s is not used, and is written anew', async (_name, damage) => {
  const path = cacheIn();
  await parseThroughCache(files, path);
  const good = readFileSync(path, 'utf8');
  writeFileSync(path, damage(good));
  expect(told(await parseThroughCache(files, path))).toEqual(plain);
  expect(readFileSync(path, 'utf8')).toBe(good);
});

test('several that write at once leave one whole cache and nothing beside it', async () => {
  const path = cacheIn();
  await Promise.all(Array.from({ length: 8 }, () => parseThroughCache(files, path)));
  expect(readdirSync(dirname(path))).toEqual(['knowledge.json']);
  const before = readFileSync(path, 'utf8');
  await parseThroughCache(files, path);
  expect(readFileSync(path, 'utf8')).toBe(before);
});

test('where nothing can be written it works as well', async () => {
  const dir = emptyFolder();
  writeFileSync(join(dir, 'file'), '');
  chmodSync(dir, 0o555);
  // Below a file no folder can be made, whoever runs this.
  expect(told(await parseThroughCache(files, join(dir, 'file', 'knowledge.json')))).toEqual(plain);
  chmodSync(dir, 0o755);
});

test('a few files leave the cache alone', async () => {
  const path = cacheIn();
  await parseThroughCache(files.slice(0, 20), path);
  expect(existsSync(path)).toBe(false);
});
