import { changeCase } from '../../src/core/case/changeCase.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { ANN, someFacts } from '../core/case/samples.ts';

/**
 * Creates cases until it is killed, and files every third. Prints a line of JSON for what the storage has confirmed.
 *
 * usage: node createCasesForever.ts DATABASE_URL ROUND
 */
const [url, round] = process.argv.slice(2) as [string, string];
const storage = openStorage(url);
const now = new Date();
for (let n = 0; ; n++) {
  const problem = `round ${round}, case ${n}: ${'x'.repeat(n % 1500)}`;
  const created = await storage.createCase(
    {
      facts: someFacts({ problem }),
      state: 'ready',
      conversationId: 'c',
      owner: ANN,
      submitKey: `${round}/${n}`,
    },
    now,
  );
  process.stdout.write(`${JSON.stringify({ id: created.id, problem, state: 'ready' })}\n`);
  if (n % 3 > 0) continue;
  const filed = changeCase(created, { do: 'file', microsoftCase: '2403070040015890' }, ANN, now);
  if ('error' in filed) throw new Error(filed.error);
  await storage.saveCase(filed.case, created.version, now);
  process.stdout.write(`${JSON.stringify({ id: created.id, problem, state: 'filed' })}\n`);
}
