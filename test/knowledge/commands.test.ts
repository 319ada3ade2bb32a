import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { emptyFolder, entryFile, folderOf, projectWith, put, removeFolders } from './folders.ts';
import { run } from './run.ts';

afterAll(removeFolders);

const A = 'AADSTS90001';
const B = 'AADSTS90002';
const check = 'src/cli/knowledgeCheck.ts';
const create = 'src/cli/knowledgeNew.ts';
const links = 'src/cli/knowledgeLinks.ts';

test('knowledge:check tells all faults and exits with 1, or counts the entries and exits with 0', async () => {
  const project = projectWith(folderOf(entryFile(A), entryFile(B)));
  expect(await run(project, [check])).toEqual({ code: 0, stdout: '2 entries, 0 faults\n', stderr: '' });

  put(project, `knowledge/${B}.yaml`, 'id: [');
  put(project, 'knowledge/msal/msal.x.yaml', entryFile('msal.x', { title: 'About Azure AD', codes: [A] }));
  const bad = await run(project, [check]);
  expect(bad.code).toBe(1);
  expect(bad.stdout).toMatch(/^2 entries, \d faults\n$/);
  expect(bad.stderr).toMatch(/^knowledge\/AADSTS90002\.yaml:\d+: not valid YAML/m);
  expect(bad.stderr).toMatch(/^knowledge\/msal\/msal\.x\.yaml:2: retired name: Azure AD\n {4}\w/m);
  expect(bad.stderr).toMatch(
    /^knowledge\/msal\/msal\.x\.yaml:\d+: AADSTS90001 belongs to AADSTS90001 already$/m,
  );
});

test('knowledge:check looks at KNOWLEDGE_DIRS, or at the folders that are given', async () => {
  const project = projectWith(folderOf(entryFile(A)));
  const team = folderOf(entryFile(B));
  put(team, `${A}.yaml`, { id: A, extends: A, notes: ['Ours.'] });
  expect((await run(project, [check], { KNOWLEDGE_DIRS: team })).stdout).toBe('2 entries, 0 faults\n');
  expect((await run(project, [check, 'knowledge', team])).stdout).toBe('2 entries, 0 faults\n');
  const alone = await run(project, [check, team]);
  expect(alone).toMatchObject({ code: 1, stderr: expect.stringContaining('no earlier folder has an entry') });
  const nowhere = await run(project, [check, '/nowhere']);
  expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('/nowhere: cannot be read') });
  expect(nowhere.stderr).not.toContain(' at ');
});

test('knowledge:new writes a file that fails the check until it is filled in', async () => {
  const other = entryFile(B, {
    twins: [{ id: A, check: 'Is it the other one?' }],
    counterExamples: [`${A}: the widget is "full"`, `${A}2: no`],
  });
  const project = projectWith(folderOf(other));
  const made = await run(project, [create, A]);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  expect(made.stdout).toContain(`knowledge/aadsts/${A}.yaml is written`);
  const path = join(project, 'knowledge/aadsts', `${A}.yaml`);
  const text = readFileSync(path, 'utf8');
  expect(parse(text)).toMatchObject({
    id: A,
    codes: [A],
    twins: [{ id: B }],
    examples: [`${A}: the widget is "full"`],
  });
  expect(text).toContain(`# It is mentioned in: ${B}`);

  const unfilled = await run(project, [check]);
  expect(unfilled.code).toBe(1);
  for (const line of text.split('\n')) {
    const toDo = /"TODO: (.*?)[",\\(]/.exec(line)?.[1];
    if (toDo) expect(unfilled.stderr).toContain(toDo.trim());
  }
  expect(unfilled.stderr).not.toContain('Invalid');

  const filled = {
    ...entryFile(A, { twins: [{ id: B, check: 'Is it full?' }] }),
    examples: parse(text).examples,
  };
  put(project, `knowledge/aadsts/${A}.yaml`, filled);
  expect(await run(project, [check])).toMatchObject({ code: 0, stderr: '' });
});

test('knowledge:new knows the folder of each kind, and extends in a folder of your own', async () => {
  const project = projectWith(folderOf(entryFile(A)));
  expect((await run(project, [create, 'msal.popup-lost'])).code).toBe(0);
  expect(existsSync(join(project, 'knowledge/msal/msal.popup-lost.yaml'))).toBe(true);

  const team = emptyFolder();
  expect((await run(project, [create, A, '--dir', team])).code).toBe(0);
  expect(parse(readFileSync(join(team, `${A}.yaml`), 'utf8'))).toMatchObject({ id: A, extends: A });
  const unfilled = await run(project, [check, 'knowledge', team]);
  expect(unfilled.stderr).toContain('what is special here, such as who owns the app');
});

test('knowledge:new refuses, and changes nothing', async () => {
  const project = projectWith(folderOf(entryFile(A, { codes: [A, B] })));
  const refuse = async (args: string[], message: string) => {
    const { code, stderr, stdout } = await run(project, [create, ...args]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  };
  await refuse([], 'Usage: npm run knowledge:new');
  await refuse(['aadsts50105'], 'an id is a code such as');
  await refuse(['../../../etc/passwd'], 'an id is a code such as');
  await refuse(['AADSTS12345', 'AADSTS12346'], 'Usage');
  await refuse(['--colour', 'AADSTS12345'], "Unknown option '--colour'");
  await refuse([A], `${A} exists`);
  await refuse([B], `${A} owns the code ${B}`);
  const team = emptyFolder();
  writeFileSync(join(team, 'AADSTS12345.yaml'), 'mine');
  await refuse(['AADSTS12345', '--dir', team], 'exists; nothing was changed');
  expect(readFileSync(join(team, 'AADSTS12345.yaml'), 'utf8')).toBe('mine');
  // A second run has nothing to take over and nothing to overwrite.
  expect((await run(project, [create, 'AADSTS12345'])).code).toBe(0);
  await refuse(['AADSTS12345'], 'exists');
});

test('knowledge:links says so where there is no internet', async () => {
  const dir = folderOf(
    entryFile(A, { references: [{ title: 'Page', url: 'https://no-such-host.invalid/' }] }),
  );
  const { code, stderr } = await run(projectWith(dir), [links]);
  expect(code).toBe(2);
  expect(stderr).toMatch(
    /^No internet: no-such-host\.invalid \(\w+\) can't be reached\. Nothing was checked\./,
  );
});

test('knowledge:schema writes the schema', async () => {
  const project = projectWith(folderOf(entryFile(A)));
  expect((await run(project, ['src/cli/knowledgeSchema.ts'])).code).toBe(0);
  const schema = JSON.parse(readFileSync(join(project, 'knowledge/entry.schema.json'), 'utf8'));
  expect(schema.else.required).toContain('causes');
});
