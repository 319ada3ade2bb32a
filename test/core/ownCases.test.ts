import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { readCases } from '../../src/cli/eval/readCases.ts';
import { type FieldName, type Judged, judge, wrongFields } from '../../src/cli/eval/scoreCases.ts';
import { prepareKnowledge, triage } from '../../src/core/triage.ts';
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.ts';

// The targets that the matching has to reach, by kind of message.
const ROOT = join(import.meta.dirname, '../..');
const read = (name: string) => readCases(readFileSync(join(ROOT, 'test/cases', name), 'utf8'));
const cases = read('own.jsonl');
const questions = read('questions.jsonl');
let judged: Judged[];
let asked: Judged[];
let known: Set<string>;

beforeAll(async () => {
  const knowledge = prepareKnowledge(await loadKnowledge([join(ROOT, 'knowledge')]));
  known = new Set(knowledge.entries.map(({ id }) => id));
  const judgeAll = (all: typeof cases) => all.map((one) => judge(one, triage(one.text, knowledge), 0));
  judged = judgeAll(cases);
  asked = judgeAll(questions);
});

test('each id occurs once, and each label names an entry', () => {
  const all = [...cases, ...questions];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all.flatMap((one) => one.expect).filter((id) => !known.has(id))).toEqual([]);
});

describe('the share of right answers', () => {
  test.each([
    ['aadsts', 'top1', 0.995],
    ['azure-identity', 'top1', 0.9],
    ['msal', 'top1', 0.88],
    ['hard', 'top1', 0.82],
    ['hard', 'top3', 0.92],
  ] as const)('%s: %s is at least %d', (kind, what, target) => {
    const ofKind = judged.filter((one) => one.case.kind === kind);
    reach(
      ofKind,
      ofKind.filter((one) => !one[what]),
      target,
    );
  });

  test('no text with a code is answered with the code of a neighbour', () => {
    const neighbours = judged.filter((one) => {
      const first = one.triage.matches[0]?.entry.id;
      const right = one.case.expect[0];
      return (
        one.case.kind === 'aadsts' && first !== undefined && right !== undefined && isPrefixed(first, right)
      );
    });
    expect(neighbours.map(describeMiss)).toEqual([]);
  });

  test('a code that the knowledge lacks is named, and nothing is answered', () => {
    const unknown = judged.filter(({ case: { kind, expect: right } }) => kind === 'aadsts' && !right.length);
    expect(unknown.length).toBeGreaterThan(2);
    expect(
      unknown
        .filter(({ triage: t }) => t.unknownCodes.length === 0 || t.matches.length > 0)
        .map(describeMiss),
    ).toEqual([]);
  });

  test('texts that have nothing to do with it: at most 2 % get a cause, at most 6 % suggestions', () => {
    const offTopic = judged.filter((one) => one.case.kind === 'offtopic');
    const answered = offTopic.filter((one) => one.triage.outcome === 'match');
    const suggested = offTopic.filter((one) => one.triage.outcome === 'suggestions');
    reach(offTopic, answered, 0.98);
    reach(offTopic, suggested, 0.94);
  });
});

describe('questions in a few own words', () => {
  test.each([
    ['top1', 0.74],
    ['top3', 0.8],
  ] as const)('%s is right for at least %d', (what, target) => {
    const ofSignIn = asked.filter((one) => one.case.kind === 'hard');
    reach(
      ofSignIn,
      ofSignIn.filter((one) => !one[what]),
      target,
    );
  });

  test('what is answered instead of asked back is right for at least 93 %', () => {
    const answered = asked.filter((one) => one.triage.outcome === 'match');
    reach(
      answered,
      answered.filter((one) => !one.top1),
      0.93,
    );
  });

  test('questions about something else: none gets a cause, at most 8 % suggestions', () => {
    const offTopic = asked.filter((one) => one.case.kind === 'offtopic');
    reach(
      offTopic,
      offTopic.filter((one) => one.triage.outcome === 'match'),
      1,
    );
    reach(
      offTopic,
      offTopic.filter((one) => one.triage.outcome !== 'none'),
      0.92,
    );
  });
});

describe('the share of fields that are read exactly', () => {
  test.each([
    ['correlationId', 0.99],
    ['traceId', 0.99],
    ['timestamp', 0.99],
    ['tenantId', 0.95],
    ['appId', 0.95],
  ] as [FieldName, number][])('%s: at least %d', (field, target) => {
    const labelled = judged.filter((one) => one.case.fields[field] !== undefined);
    reach(
      labelled,
      labelled.filter((one) => wrongFields(one).includes(field)),
      target,
    );
  });
});

const isPrefixed = (a: string, b: string) => a !== b && (a.startsWith(b) || b.startsWith(a));

/** Fails with a list of the misses where fewer than the target share are right. */
function reach(all: Judged[], misses: Judged[], target: number) {
  expect(all.length).toBeGreaterThan(0);
  const share = 1 - misses.length / all.length;
  if (share >= target) return;
  const percent = (n: number) => `${(n * 100).toFixed(1)} %`;
  throw new Error(
    `${percent(share)} of ${all.length} are right, wanted are ${percent(target)}. Misses:\n${misses.map(describeMiss).join('\n')}`,
  );
}

function describeMiss(one: Judged): string {
  const { case: labelled, triage: result } = one;
  const answers = result.matches.map(({ entry, score }) => `${entry.id} ${score.toFixed(2)}`).join(', ');
  const fields = wrongFields(one);
  return [
    `  ${labelled.id} (${labelled.kind}) wanted ${labelled.expect.join(' or ') || 'no answer'}`,
    `got ${result.outcome}${answers && ` ${answers}`}`,
    ...(fields.length > 0 ? [`read wrongly: ${fields.join(', ')}`] : []),
    labelled.text.slice(0, 100).replace(/\s+/g, ' '),
  ].join(' | ');
}
