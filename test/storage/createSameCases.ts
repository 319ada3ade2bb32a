import { once } from 'node:events';
import { openStorage } from '../../src/storage/storage.ts';
import { ANN, someFacts } from '../core/case/samples.ts';

/**
 * Opens the storage, waits for a line on standard input, and creates a case for each of the keys `press 0` …, ten at
 * a time. Prints the ids in the order of the keys as JSON.
 *
 * usage: node createSameCases.ts DATABASE_URL COUNT
 */
const [url, count] = process.argv.slice(2) as [string, string];
const storage = openStorage(url);
await once(process.stdin, 'data');
const ids: string[] = [];
let next = 0;
const worker = async () => {
  while (next < Number(count)) {
    const n = next++;
    const input = { facts: someFacts(), state: 'ready' as const, conversationId: 'c', owner: ANN };
    ids[n] = (await storage.createCase({ ...input, submitKey: `press ${n}` }, new Date())).id;
  }
};
await Promise.all(Array.from({ length: 10 }, worker));
process.stdout.write(JSON.stringify(ids));
await storage.close();
process.exit(0);
