import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { contract, jsonlContract } from '../cases/contract.ts';

// The real processes, called as the README and other programs call them.
const ROOT = join(import.meta.dirname, '../..');
const TRACE = '03da4b8e-5ffe-48ca-9754-aff4276f0100';
const CORRELATION = '7b12f9bb-2eef-42e3-ad75-eee69ec9088d';
const PASTE = `AADSTS50105: Your administrator has configured the application Contoso Survey to block users.
Trace ID: ${TRACE}
Correlation ID: ${CORRELATION}
Timestamp: 2026-03-02 18:25:26Z`;
const OFF_TOPIC = 'Lunch at the noodle place, 12:30, who is in?';

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'triage-'));
});
afterAll(() => rmSync(dir, { recursive: true }));

interface Run {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a command line in the project's folder, with `input` as its standard input. */
function shell(command: string, input = ''): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn('sh', ['-c', command], { cwd: ROOT });
    const run = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (chunk) => {
      run.stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk) => {
      run.stderr += chunk;
    });
    // A program that ends before it has read everything is what some of these tests are about.
    child.stdin.on('error', () => {});
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, ...run }));
    child.stdin.end(input);
  });
}

const triage = (args: string, input?: string) => shell(`npm run --silent triage -- ${args}`, input);
const file = (name: string, content: string) => {
  const path = join(dir, name);
  writeFileSync(path, content);
  return path;
};
const jsonl = (lines: object[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const answersOf = ({ stdout }: Run) =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => jsonlContract.parse(JSON.parse(line)));

describe('as text', () => {
  test('the answer names the code, what was found and what to do', async () => {
    const { code, stdout } = await triage('', PASTE);
    expect(code).toBe(0);
    for (const part of ['AADSTS50105', CORRELATION, TRACE, '2026-03-02 18:25:26'])
      expect(stdout).toContain(part);
    expect(stdout).not.toMatch(/\$\{|undefined|\[object/);
  });

  test('a file is read like standard input', async () => {
    const [fromFile, fromInput] = await Promise.all([
      triage(`--json ${file('paste.txt', PASTE)}`),
      triage('--json', PASTE),
    ]);
    expect(fromFile.stdout).toBe(fromInput.stdout);
  });
});

describe('as JSON', () => {
  test('it has the shape of the contract, and what stands in the paste', async () => {
    const { code, stdout } = await triage('--json', PASTE);
    const answer = contract.parse(JSON.parse(stdout));
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      outcome: 'match',
      matches: [{ id: 'AADSTS50105', confidence: 'exact' }],
      details: {
        codes: ['AADSTS50105'],
        correlationIds: [CORRELATION],
        traceIds: [TRACE],
        timestamps: ['2026-03-02T18:25:26Z'],
        tenantIds: [],
        appIds: [],
        credentials: [],
      },
      secrets: [],
    });
  });

  test('cloud, SDK and credential are told; a secret is named and not shown', async () => {
    const secret = `aB38Q~${'x7Yz'.repeat(8)}ab`;
    const { stdout } = await triage(
      '--json',
      `azure.identity._exceptions: ClientSecretCredential authentication failed, secret ${secret}, https://login.microsoftonline.us/contoso.onmicrosoft.com`,
    );
    const answer = contract.parse(JSON.parse(stdout));
    expect(answer.details).toMatchObject({
      cloud: 'usgov',
      sdk: 'python',
      credentials: ['ClientSecretCredential'],
    });
    expect(answer.secrets).toEqual([{ kind: 'client-secret' }]);
    expect(stdout).not.toContain(secret);
  });

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n'],
    ['off-topic text', OFF_TOPIC],
  ])('%s gets an honest none', async (_, text) => {
    const { code, stdout } = await triage('--json', text);
    expect(code).toBe(0);
    expect(contract.parse(JSON.parse(stdout))).toMatchObject({ outcome: 'none', matches: [] });
  });

  test('twenty megabytes are answered from their beginning and end', async () => {
    const { code, stdout } = await triage('--json', `${PASTE}\n${'nothing to see here\n'.repeat(1_000_000)}`);
    expect(code).toBe(0);
    expect(contract.parse(JSON.parse(stdout)).matches[0]?.id).toBe('AADSTS50105');
  });

  test('bytes that are no text do no harm', async () => {
    const path = join(dir, 'bytes');
    writeFileSync(path, Buffer.from(Array.from({ length: 4096 }, (_, n) => (n * 31) % 256)));
    const { code, stdout } = await triage(`--json ${path}`);
    expect(code).toBe(0);
    contract.parse(JSON.parse(stdout));
  });
});

describe('many messages, one JSON object a line', () => {
  test('are answered in their order, each with its id', async () => {
    const lines = Array.from({ length: 300 }, (_, n) => ({
      id: n % 2 ? n : `message ${n}`,
      text: n % 3 ? OFF_TOPIC : PASTE,
    }));
    const run = await triage('--jsonl', jsonl(lines));
    expect(run.code).toBe(0);
    const answers = answersOf(run);
    expect(answers.map(({ id }) => id)).toEqual(lines.map(({ id }) => id));
    expect(answers.map(({ answer }) => answer.outcome)).toEqual(
      lines.map(({ text }) => (text === PASTE ? 'match' : 'none')),
    );
  });

  test('may come from a file, with empty lines, Windows line ends and no end of line', async () => {
    const path = file('lines.jsonl', `\n{"id":"a","text":"AADSTS50105"}\r\n\r\n{"id":"b","text":""}`);
    const run = await triage(`--jsonl ${path}`);
    expect(run.code).toBe(0);
    expect(answersOf(run).map(({ id, answer }) => [id, answer.outcome])).toEqual([
      ['a', 'match'],
      ['b', 'none'],
    ]);
  });

  test('none at all is no fault', async () => {
    expect(await triage('--jsonl', '')).toMatchObject({ code: 0, stdout: '' });
  });

  test.each([
    ['is no JSON', '{"id":"b","text":'],
    ['has no text', '{"id":"b"}'],
    ['has no id', '{"text":"AADSTS50105"}'],
    ['is a list', '[1]'],
    ['is null', 'null'],
  ])('a line that %s is named; those before it have been answered', async (_, bad) => {
    const run = await triage(
      '--jsonl',
      `${jsonl([{ id: 'a', text: PASTE }])}${bad}\n${jsonl([{ id: 'c', text: '' }])}`,
    );
    expect(run.code).toBe(2);
    expect(run.stderr).toMatch(/line 2\b/);
    expect(run.stderr).not.toMatch(/^\s+at /m);
    expect(answersOf(run).map(({ id }) => id)).toEqual(['a']);
  });

  test('the reader may go away', async () => {
    const path = file('many.jsonl', jsonl(Array.from({ length: 4_000 }, (_, n) => ({ id: n, text: PASTE }))));
    const { stdout, stderr } = await shell(`npm run --silent triage -- --jsonl ${path} | head -1`);
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
  });
});

describe('a wrong call', () => {
  test.each([
    ['a file that is not there', '/nowhere/paste.txt', '/nowhere/paste.txt'],
    ['the text in place of a file', 'AADSTS50105', 'pipe it in'],
    ['a folder', '.', 'EISDIR'],
    ['an option that is none', '--yaml', '--yaml'],
    ['two ways to answer', '--json --jsonl', '--jsonl'],
    ['two files', 'package.json tsconfig.json', 'file'],
  ])('%s: says so on standard error and ends with 2', async (_, args, named) => {
    const { code, stdout, stderr } = await triage(args);
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(named);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
