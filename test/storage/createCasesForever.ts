import { changeCase } from '../../src/core/case/changeCase.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { ANN, someFacts } from '../core/case/samples.ts';

/**
 * Creates cases until it is killed, eight at a time so that some are always half way, and files every third. Prints
 * a line of JSON for what the storage has confirmed.
 *
 * usage: node createCasesForever.ts DATABASE_URL ROUND
 */
const [url, round] = process.argv.slice(2) as [string, string];
const storage = openStorage(url);
const now = new Date();

async function createOne(n: number): Promise<void> {
  const problem = `round ${round}, case ${n}: ${'x'.repeat(n % 1500)}`;
  const input = { facts: someFacts({ problem }), state: 'ready' as const, conversationId: 'c', owner: ANN };
  const created = await storage.createCase({ ...input, submitKey: `${round}/${n}` }, now);
  const confirm = (state: string) =>
    process.stdout.write(`${JSON.stringify({ id: created.id, problem, state })}\n`);
  confirm('ready');
  if (n % 3 > 0) return;
  const filed = changeCase(created, { do: 'file', microsoftCase: '2403070040015890' }, ANN, now);
  if ('error' in filed) throw new Error(filed.error);
  await storage.saveCase(filed.case, created.version, now);
  confirm('filed');
}

let next = 0;
const worker = async () => {
  while (true) await createOne(next++);
};
await Promise.all(Array.from({ length: 8 }, worker));
