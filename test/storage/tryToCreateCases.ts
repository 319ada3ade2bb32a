import { createInterface } from 'node:readline';
import { openStorage } from '../../src/storage/storage.ts';
import { ANN, someFacts } from '../core/case/samples.ts';

/**
 * For each line on standard input creates a case with that many characters in its story, and prints `saved` or the
 * code of the StorageError. For limits that a test can't set in its own process.
 *
 * usage: node tryToCreateCases.ts DATABASE_URL
 */
const storage = openStorage(process.argv[2]!);
let n = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const facts = someFacts({ problem: 'x'.repeat(Number(line)) });
  await storage
    .createCase(
      { facts, state: 'draft', conversationId: 'c', owner: ANN, submitKey: `try ${n++}` },
      new Date(),
    )
    .then(
      () => process.stdout.write('saved\n'),
      (error) => process.stdout.write(`${error.code}\n`),
    );
}
