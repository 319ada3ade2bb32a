import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { emptyFolder, entryFile, folderOf, projectWith, put, removeFolders, root } from './folders.ts';
import { run } from './run.ts';

afterAll(removeFolders);

const local = () => ({
  HOST: '127.0.0.1',
  PORT: '0',
  DATA_DIR: emptyFolder(),
  NODE_ENV: 'test',
  KNOWLEDGE_DIRS: '',
});

/** Starts the bot of a project and stops it again. @returns how long it took until it said "ready", in ms */
function startTime(project: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const from = performance.now();
    const child = spawn(process.execPath, ['src/index.ts'], {
      cwd: project,
      env: { ...process.env, NODE_OPTIONS: '', ...local() },
    });
    let out = '';
    let took: number | undefined;
    const listen = (text: Buffer) => {
      out += text;
      if (took !== undefined || !out.includes('"msg":"ready"')) return;
      took = performance.now() - from;
      child.kill('SIGKILL');
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => (took === undefined ? reject(new Error(out)) : resolve(took)));
  });
}

test('a broken file stops the start with every fault of every file', async () => {
  const project = projectWith(folderOf(entryFile('AADSTS90001')));
  put(project, 'knowledge/AADSTS90002.yaml', 'id: [');
  put(project, 'knowledge/AADSTS90003.yaml', {
    ...entryFile('AADSTS90003'),
    severity: 'grave',
    colour: 'red',
  });
  put(
    project,
    'knowledge/AADSTS90004.yaml',
    entryFile('AADSTS90004', { codes: ['AADSTS90004', 'AADSTS90001'] }),
  );
  const { code, stdout, stderr } = await run(project, ['src/index.ts'], local());
  expect(code).toBe(1);
  expect(stdout).not.toContain('ready');
  expect(stderr).toMatch(/^The knowledge has 4 faults:/);
  expect(stderr).toMatch(/^knowledge\/AADSTS90002\.yaml:1: not valid YAML.*\n {4}\w/m);
  expect(stderr).toMatch(/^knowledge\/AADSTS90003\.yaml:\d+: severity: .*\n {4}\w/m);
  expect(stderr).toMatch(/^knowledge\/AADSTS90003\.yaml:\d+: entry: Unrecognized key.*\n {4}\w/m);
  expect(stderr).toMatch(
    /^knowledge\/AADSTS90004\.yaml:\d+: AADSTS90001 belongs to AADSTS90001 already\n {4}\w/m,
  );
});

test('matters of style do not keep the bot from starting', async () => {
  const project = projectWith(
    folderOf(entryFile('AADSTS90001', { notes: ['Azure AD says no.'], examples: ['Lunch'] })),
  );
  await expect(startTime(project)).resolves.toBeGreaterThan(0);
});

test('a running bot takes up a changed file, and tells of a broken one under /readyz', async () => {
  const project = projectWith(folderOf(entryFile('AADSTS90001')));
  const child = spawn(process.execPath, ['src/index.ts'], {
    cwd: project,
    env: { ...process.env, NODE_OPTIONS: '', ...local() },
  });
  let out = '';
  child.stdout.on('data', (text: Buffer) => {
    out += text;
  });
  const eventually = async (look: () => unknown) => {
    for (const until = Date.now() + 15_000; Date.now() < until; ) {
      if (await look()) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`it did not happen: ${look}\n${out}`);
  };
  try {
    await eventually(() => out.includes('"msg":"ready"'));
    const url = /"url":"([^"]+)"/.exec(out)![1]!;
    const readyz = async () => (await fetch(`${url}/readyz`)).text();
    expect(await readyz()).not.toContain('knowledge');
    put(project, 'knowledge/AADSTS90001.yaml', 'id: [');
    await eventually(async () => (await readyz()).includes('knowledge/AADSTS90001.yaml:1: not valid YAML'));
    put(project, 'knowledge/AADSTS90001.yaml', entryFile('AADSTS90001'));
    put(project, 'knowledge/AADSTS90002.yaml', entryFile('AADSTS90002'));
    await eventually(() => /"entries":2,"msg":"the knowledge was loaded again"/.test(out));
    expect(await readyz()).not.toContain('knowledge');
  } finally {
    child.kill('SIGKILL');
  }
});

test('with all entries the start takes less than 1.5 times that with ten', async () => {
  const all = projectWith(join(root, 'knowledge'));
  const ten = projectWith(folderOf(...Array.from({ length: 10 }, (_, i) => entryFile(`AADSTS9000${i}`))));
  expect(readdirSync(join(all, 'knowledge/aadsts')).length).toBeGreaterThan(400);
  // The first start of all parses the files; each next one has the cache. Others use this machine as well, so the
  // best of a few counts, and both take turns.
  await startTime(all);
  let bestAll = Number.POSITIVE_INFINITY;
  let bestTen = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6 && (round < 2 || bestAll >= bestTen * 1.5); round++) {
    bestTen = Math.min(bestTen, await startTime(ten));
    bestAll = Math.min(bestAll, await startTime(all));
  }
  expect(bestAll / bestTen).toBeLessThan(1.5);
});
