import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { checkKnowledge, loadKnowledge } from '../../src/knowledge/loadKnowledge.ts';
import { KnowledgeError } from '../../src/knowledge/problem.ts';
import { emptyFolder, entryFile, folderOf, put, removeFolders } from './folders.ts';

afterAll(removeFolders);

const A = 'AADSTS90001';

test('an entry of a later folder replaces the one of the same id, whatever the subfolder', async () => {
  const own = folderOf(entryFile(A), entryFile('AADSTS90002'));
  const team = emptyFolder();
  put(team, `deep/er/${A}.yml`, entryFile(A, { title: 'Ours' }));
  const entries = await loadKnowledge([own, team]);
  expect(entries.map(({ id, title }) => [id, title])).toEqual([
    [A, 'Ours'],
    ['AADSTS90002', 'Title of AADSTS90002'],
  ]);
});

test('an extension puts its lists in front and replaces the rest', async () => {
  const own = folderOf(
    entryFile(A, { notes: ['Old one', 'Old two'], appliesTo: { sdks: ['go'], credentials: ['X'] } }),
  );
  const team = emptyFolder();
  put(team, `${A}.yaml`, {
    id: A,
    extends: A,
    title: 'Ours',
    fixedBy: ['user', 'admin'],
    notes: ['New', 'Old two'],
    causes: ['Our cause'],
    signatures: ['our own words here'],
    appliesTo: { sdks: ['java'] },
    retry: { worth: 'yes', note: 'Tomorrow.' },
  });
  const last = emptyFolder();
  put(last, `${A}.yaml`, { id: A, extends: A, notes: ['Newest'] });
  const [entry] = await loadKnowledge([own, team, last]);
  expect(entry).toMatchObject({
    id: A,
    title: 'Ours',
    summary: `Summary of ${A}`,
    codes: [A],
    fixedBy: ['user', 'admin'],
    notes: ['Newest', 'New', 'Old two', 'Old one'],
    causes: [{ text: 'Our cause' }, { text: `Cause of ${A}` }, { text: `Other cause of ${A}` }],
    signatures: [{ text: 'our own words here' }],
    appliesTo: { sdks: ['java', 'go'], credentials: ['X'] },
    retry: { worth: 'yes', note: 'Tomorrow.' },
    examples: [`${A}: it happened`],
  });
  expect(entry).not.toHaveProperty('extends');
});

test('faults of an extended entry name the file that each part comes from', async () => {
  const own = folderOf(entryFile(A, { notes: ['Fine', 'About Azure AD'] }));
  const team = emptyFolder();
  put(team, `${A}.yaml`, `id: ${A}\nextends: ${A}\nnotes:\n  - Ours\n  - AAD is old\ntitle: AAD\n`);
  const { problems } = await checkKnowledge([own, team]);
  expect(problems.map(({ file, line, message }) => [file, line, message])).toEqual(
    [
      [join(own, `${A}.yaml`), expect.any(Number), 'retired name: Azure AD'],
      [join(team, `${A}.yaml`), 5, 'retired name: AAD'],
      [join(team, `${A}.yaml`), 6, 'retired name: AAD'],
    ].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1)),
  );
});

test.each([
  [
    'extends what is not there',
    { id: 'AADSTS90009', extends: 'AADSTS90009' },
    'no earlier folder has an entry',
  ],
  ['extends another id', { id: 'AADSTS90009', extends: A }, 'AADSTS90009 extends AADSTS90001'],
  ['has an unknown field', { id: A, extends: A, tittle: 'x' }, 'Unrecognized key'],
  ['has an empty list where one is needed', { id: A, extends: A, causes: [] }, 'at least one cause'],
])('a file that %s is a fault of that file', async (_name, content, message) => {
  const team = emptyFolder();
  put(team, `${content.id}.yaml`, content);
  const error = await loadKnowledge([folderOf(entryFile(A)), team]).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(KnowledgeError);
  expect((error as KnowledgeError).problems).toEqual([
    expect.objectContaining({
      file: join(team, `${content.id}.yaml`),
      message: expect.stringContaining(message),
    }),
  ]);
});

test('one id in two files of one folder is a fault, extension or not', async () => {
  const dir = emptyFolder();
  put(dir, `a/${A}.yaml`, entryFile(A));
  put(dir, `b/${A}.yaml`, entryFile(A));
  put(dir, `c/${A}.yaml`, { id: A, extends: A });
  const error = (await loadKnowledge([dir]).catch((e: unknown) => e)) as KnowledgeError;
  expect(error.problems.map(({ file, message }) => [file, message])).toEqual(
    ['b', 'c'].map((part) => [
      join(dir, part, `${A}.yaml`),
      `${A} is the id of ${join(dir, 'a', `${A}.yaml`)} already`,
    ]),
  );
});

test("a team's folder may link to its own hosts and be brief, the project's may not", async () => {
  const wiki = {
    signatures: ['The Contoso VPN gateway turned the sign-in away'],
    examples: ['The Contoso VPN gateway turned the sign-in away'],
    references: [{ title: 'Wiki', url: 'https://wiki.contoso.com/sign-in' }],
  };
  const team = folderOf(entryFile('contoso.vpn', wiki));
  expect((await checkKnowledge([folderOf(entryFile(A)), team])).problems).toEqual([]);
  expect((await checkKnowledge([team])).problems.map(({ message }) => message)).toEqual([
    'one reference only',
    'wiki.contoso.com is no known host for a link',
  ]);
});

test('a folder that cannot be read is told, each of them', async () => {
  const error = (await loadKnowledge([folderOf(entryFile(A)), '/nowhere/1', '/nowhere/2']).catch(
    (e: unknown) => e,
  )) as KnowledgeError;
  expect(error.problems.map(({ file }) => file)).toEqual(['/nowhere/1', '/nowhere/2']);
  await expect(loadKnowledge([emptyFolder()])).rejects.toThrow('no .yaml file in it');
});

test('hidden files, copies of editors and other files are left out; links to files count', async () => {
  const dir = folderOf(entryFile(A));
  for (const name of [
    `.${A}.yaml.swp`,
    `.#${A}.yaml`,
    `${A}.yaml~`,
    `${A}.yaml.tmp`,
    'README.md',
    `..2024/${A}.yaml`,
  ])
    put(dir, name, 'nonsense: [');
  const { symlinkSync } = await import('node:fs');
  symlinkSync(put(emptyFolder(), 'x', entryFile('AADSTS90002')), join(dir, 'AADSTS90002.yaml'));
  expect((await loadKnowledge([dir])).map(({ id }) => id)).toEqual([A, 'AADSTS90002']);
});
