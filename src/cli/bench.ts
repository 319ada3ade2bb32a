import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../knowledge/loadKnowledge.ts';
import { reportText } from './bench/reportText.ts';
import { type Report, runBench } from './bench/runBench.ts';
import { readCases } from './eval/readCases.ts';

const USAGE = `Usage: npm run bench [-- --json] [--quick] [--cases FILE]
  --json   the figures as one JSON object    --quick  a few calls of each, to see that it runs
  --cases  labelled messages; without it those of test/cases`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'boolean' },
      quick: { type: 'boolean' },
      cases: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return console.log(USAGE);
  const root = join(import.meta.dirname, '../..');
  const cases = readCases(readFileSync(values.cases ?? join(root, 'test/cases/own.jsonl'), 'utf8'));
  const entries = await loadKnowledge([join(root, 'knowledge')]);
  const report: Report = runBench(cases, entries, {
    quick: values.quick ?? false,
    // Progress goes where it does not mix with the figures.
    onProgress: (step) => console.error(`bench: ${step}`),
  });
  console.log(values.json ? JSON.stringify(report, null, 2) : reportText(report));
}

main().catch((error: Error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
});
