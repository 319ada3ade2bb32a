import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { knowledgeJsonSchema } from '../../src/knowledge/knowledgeJsonSchema.ts';
import { checkKnowledge } from '../../src/knowledge/loadKnowledge.ts';
import { parseEntry } from '../../src/knowledge/parseEntry.ts';
import { formatProblem } from '../../src/knowledge/problem.ts';
import { readKnowledgeFiles } from '../../src/knowledge/readKnowledgeFiles.ts';
import { root } from './folders.ts';

const folder = join(root, 'knowledge');
const schema = JSON.parse(readFileSync(join(folder, 'entry.schema.json'), 'utf8'));
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const samples = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((found) => found[1]!);

test('the knowledge of the project has no fault, and every example finds its entry', async () => {
  const { problems } = await checkKnowledge([folder]);
  expect(problems.map(formatProblem)).toEqual([]);
});

test('the schema for editors is the one that is checked (npm run knowledge:schema)', () => {
  expect(schema).toEqual(JSON.parse(JSON.stringify(knowledgeJsonSchema())));
});

test('the schema for editors accepts every entry, and the samples of the README', async () => {
  const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(schema);
  const texts = (await readKnowledgeFiles([folder])).map(({ text }) => text);
  for (const text of [...texts, ...samples]) {
    validate(parse(text));
    expect(validate.errors ?? []).toEqual([]);
  }
  expect(validate({ id: 'AADSTS90001', title: 'x' })).toBe(false);
  expect(validate({ id: 'AADSTS90001', extends: 'AADSTS90001', tittle: 'x' })).toBe(false);
});

test('the entry and the extension of the README are good', () => {
  expect(samples).toHaveLength(2);
  for (const text of samples)
    expect(parseEntry({ file: 'AADSTS50105.yaml', folder: '', text })).not.toBeInstanceOf(Array);
});

test('the README names every field', () => {
  for (const field of Object.keys(schema.else.properties)) expect(readme).toContain(`\`${field}\``);
});

test('the README lists the problems that people meet most, by the count of their entries', async () => {
  const list = /^## The codes people meet most$([\s\S]*)/m.exec(readme)![1]!;
  const listed = [...list.matchAll(/^\| (\d+) \| ([\d ]*) \| ([a-z0-9. -]*) \|$/gm)].flatMap(
    ([, threads, numbers, ids]) =>
      [
        ...numbers!
          .split(' ')
          .filter(Boolean)
          .map((number) => `AADSTS${number}`),
        ...ids!.split(' ').filter(Boolean),
      ].map((id) => [id, Number(threads)] as const),
  );
  const { entries } = await checkKnowledge([folder]);
  const counted = entries.flatMap(({ entry: { id, threads = 0 } }) =>
    threads >= 2 ? [[id, threads] as const] : [],
  );
  expect(new Map(listed)).toEqual(new Map(counted));
  expect(listed).toHaveLength(counted.length);
  expect(readme).toContain(`These ${counted.length} problems`);
});
