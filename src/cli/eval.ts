import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { knowledgeDirs } from '../config.ts';
import { prepareKnowledge, prepareQuestions, triage } from '../core/triage.ts';
import { loadKnowledge } from '../knowledge/loadKnowledge.ts';
import { readCases } from './eval/readCases.ts';
import { type Judged, judge, type Score, scoreCases, wrongFields } from './eval/scoreCases.ts';

const USAGE = 'Usage: npm run --silent eval -- --cases FILE [--json] [--wrong]';

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { cases: { type: 'string' }, json: { type: 'boolean' }, wrong: { type: 'boolean' } },
  });
  if (!values.cases) throw new Error(USAGE);
  const cases = readCases(readFileSync(values.cases, 'utf8'));
  const knowledge = prepareKnowledge(
    await loadKnowledge(
      knowledgeDirs(join(import.meta.dirname, '../../knowledge'), process.env.KNOWLEDGE_DIRS),
    ),
  );

  prepareQuestions(knowledge);
  // The first texts also pay for the compiler; a running bot has that behind it.
  for (const one of cases.slice(0, 20)) triage(one.text, knowledge);
  const judged = cases.map((one) => {
    const started = performance.now();
    const result = triage(one.text, knowledge);
    return judge(one, result, performance.now() - started);
  });
  const score = scoreCases(judged);
  const wrong = judged.filter((one) => !one.top1 || wrongFields(one).length > 0);
  if (values.json) {
    console.log(JSON.stringify(values.wrong ? { ...score, wrong: wrong.map(describe) } : score, null, 2));
    return;
  }
  print(score);
  if (values.wrong) for (const one of wrong) console.log(`\n${formatWrong(one)}`);
}

function describe(one: Judged) {
  return {
    id: one.case.id,
    kind: one.case.kind,
    expect: one.case.expect,
    outcome: one.triage.outcome,
    answered: one.triage.matches.map(({ entry, score, why }) => ({ id: entry.id, score, why })),
    wrongFields: wrongFields(one),
  };
}

function formatWrong(one: Judged): string {
  const { id, kind, expect, outcome, answered, wrongFields: fields } = describe(one);
  return [
    `${id} (${kind}) expected ${expect.slice(0, 3).join(' or ') || 'no answer'}, outcome ${outcome}`,
    ...answered.map((match) => `    ${match.id} ${match.score.toFixed(2)}: ${match.why}`),
    ...(fields.length > 0 ? [`    fields read wrongly: ${fields.join(', ')}`] : []),
    `    ${one.case.text.slice(0, 160).replace(/\s+/g, ' ')}`,
  ].join('\n');
}

function print(score: Score): void {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  console.table(
    Object.fromEntries(
      Object.entries(score.kinds).map(([kind, { cases, top1, top3, outcomes }]) => [
        kind,
        { cases, first: percent(top1), 'among three': percent(top3), ...outcomes },
      ]),
    ),
  );
  const { cases, match, suggestions } = score.falseAnswers;
  console.log(
    `Of ${cases} texts without a problem, ${percent(match)} were answered with a cause, ${percent(suggestions)} with suggestions.`,
  );
  console.table(
    Object.fromEntries(
      Object.entries(score.fields).map(([name, field]) => [
        name,
        { cases: field.cases, exact: percent(field.exact) },
      ]),
    ),
  );
  console.table(
    Object.fromEntries(
      Object.entries(score.calibration).map(([name, one]) => [
        name,
        { answers: one.answers, right: percent(one.right) },
      ]),
    ),
  );
  console.log(
    `Latency in ms: p50 ${score.latencyMs.p50}, p99 ${score.latencyMs.p99}, max ${score.latencyMs.max}`,
  );
}

main().catch((error: Error) => {
  console.error(`eval: ${error.message}`);
  process.exitCode = 2;
});
