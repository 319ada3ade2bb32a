import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');
const CORRELATION = '7b12f9bb-2eef-42e3-ad75-eee69ec9088d';
const CASES = [
  {
    id: 'right',
    kind: 'aadsts',
    text: `AADSTS50105: x\nCorrelation ID: ${CORRELATION}\nTimestamp: 2026-03-02 18:25:26Z`,
    expect: ['AADSTS50105'],
    fields: { correlationId: CORRELATION.toUpperCase(), timestamp: '2026-03-02 18:25:26Z' },
  },
  { id: 'wrong-label', kind: 'aadsts', text: 'AADSTS50105: x', expect: ['AADSTS50011'] },
  {
    id: 'wrong-field',
    kind: 'aadsts',
    text: 'AADSTS50105: x',
    expect: ['AADSTS50105'],
    fields: { traceId: CORRELATION },
  },
  { id: 'quiet', kind: 'offtopic', text: 'Lunch at the noodle place, 12:30, who is in?', expect: [] },
  { id: 'false-alarm', kind: 'offtopic', text: 'AADSTS50105', expect: [] },
];

const share = z.number().min(0).max(1);
const scoreSchema = z.looseObject({
  cases: z.number(),
  kinds: z.record(
    z.string(),
    z.object({
      cases: z.number(),
      top1: share,
      top3: share,
      outcomes: z.object({ match: z.number(), suggestions: z.number(), none: z.number() }),
    }),
  ),
  falseAnswers: z.object({ cases: z.number(), match: share, suggestions: share }),
  fields: z.record(z.string(), z.object({ cases: z.number(), exact: share })),
  calibration: z.record(z.string(), z.object({ answers: z.number(), right: share })),
  latencyMs: z.object({ p50: z.number(), p99: z.number(), max: z.number() }),
});

let dir: string;
let cases: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'eval-'));
  cases = join(dir, 'cases.jsonl');
  writeFileSync(cases, CASES.map((one) => `${JSON.stringify(one)}\n`).join(''));
});
afterAll(() => rmSync(dir, { recursive: true }));

const evaluate = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'eval', '--', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

describe('as JSON', () => {
  test('it is one object with the shares by kind, fields, calibration and latency', () => {
    const { status, stdout } = evaluate('--cases', cases, '--json');
    expect(status).toBe(0);
    const score = scoreSchema.parse(JSON.parse(stdout));
    expect(score).toMatchObject({
      cases: 5,
      kinds: {
        aadsts: { cases: 3, top1: 0.667, outcomes: { match: 3, suggestions: 0, none: 0 } },
        offtopic: { cases: 2, top1: 0.5, outcomes: { match: 1, suggestions: 0, none: 1 } },
      },
      falseAnswers: { cases: 2, match: 0.5, suggestions: 0 },
      calibration: { exact: { answers: 4, right: 0.5 } },
    });
    expect(score.fields.correlationId).toEqual({ cases: 1, exact: 1 });
    expect(score.fields.timestamp).toEqual({ cases: 1, exact: 1 });
    expect(score.fields.traceId).toEqual({ cases: 1, exact: 0 });
  });

  test('with --wrong it lists each miss: what was wanted, what was answered and why', () => {
    const { wrong } = JSON.parse(evaluate('--cases', cases, '--json', '--wrong').stdout);
    expect(wrong.map(({ id }: { id: string }) => id)).toEqual(['wrong-label', 'wrong-field', 'false-alarm']);
    expect(wrong[0]).toMatchObject({
      kind: 'aadsts',
      expect: ['AADSTS50011'],
      outcome: 'match',
      answered: [{ id: 'AADSTS50105', why: expect.stringContaining('AADSTS50105') }],
      wrongFields: [],
    });
    expect(wrong[1].wrongFields).toEqual(['traceId']);
  });
});

test('as text it is a table, with --wrong followed by the misses', () => {
  const { status, stdout } = evaluate('--cases', cases, '--wrong');
  expect(status).toBe(0);
  for (const part of [
    'aadsts',
    'offtopic',
    '66.7 %',
    'p50',
    'wrong-label',
    'expected AADSTS50011',
    'traceId',
  ])
    expect(stdout).toContain(part);
});

describe('a wrong call ends with 2 and one line about it', () => {
  test.each<[string, () => string[], string | RegExp]>([
    ['no cases', () => [], /Usage/],
    ['a file that is not there', () => ['--cases', '/nowhere.jsonl'], '/nowhere.jsonl'],
    ['a line that is no JSON', () => ['--cases', badFile('{"id":')], /line 2\b/],
    [
      'a line that lacks a label',
      () => ['--cases', badFile('{"id":"x","kind":"aadsts","text":"y"}')],
      /line 2\b[\s\S]*expect/,
    ],
  ])('%s', (_, args, said) => {
    const { status, stdout, stderr } = evaluate(...args());
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(said);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

function badFile(line: string): string {
  const path = join(dir, 'bad.jsonl');
  writeFileSync(path, `${JSON.stringify(CASES[0])}\n${line}\n`);
  return path;
}
