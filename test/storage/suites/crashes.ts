import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { connect } from '../../../src/storage/connect.ts';
import { openStorage } from '../../../src/storage/storage.ts';
import type { TestDatabase } from '../databases.ts';

const MIN_CASES = 200;
const MIN_ROUNDS = 5;

interface Confirmed {
  id: string;
  problem: string;
  state: 'ready' | 'filed';
}

export function testCrashes(database: TestDatabase): void {
  describe('killed at any moment', () => {
    test(`it has lost none of ${MIN_CASES} confirmed cases and left no half one`, async () => {
      const url = await database.fresh();
      const confirmed = new Map<string, Confirmed>();
      for (let round = 0; round < MIN_ROUNDS || confirmed.size < MIN_CASES; round++) {
        for (const line of await runAndKill(url, round)) confirmed.set(line.id, line);
      }
      expect(confirmed.size).toBeGreaterThanOrEqual(MIN_CASES);

      const storage = openStorage(url);
      for (const { id, problem, state } of confirmed.values()) {
        const { case: stored } = (await storage.findCase(id))!;
        expect(stored.facts.problem).toBe(problem);
        // What was just being saved may be there without its confirmation.
        if (state === 'filed') expect(stored.state).toBe('filed');
      }
      await storage.close();
      await expectAllWhole(url);
    });
  });
}

/** @returns what the child had confirmed before it was killed, at a random moment after its first case */
async function runAndKill(url: string, round: number): Promise<Confirmed[]> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, '../createCasesForever.ts'), url, String(round)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const lines: Confirmed[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    if (lines.length === 0) setTimeout(() => child.kill('SIGKILL'), 20 + Math.random() * 400);
    lines.push(JSON.parse(line));
  }
  return lines;
}

/** Every case has as many events as versions, every event a case, and the file is sound. */
async function expectAllWhole(url: string): Promise<void> {
  const { db, dialect } = await connect(url);
  const cases = await db
    .selectFrom('cases')
    .leftJoin('case_events', 'case_events.case_id', 'cases.id')
    .select(({ fn }) => [
      'cases.id',
      'cases.version',
      'cases.facts',
      'cases.state',
      fn.count('seq').as('events'),
    ])
    .groupBy(['cases.id', 'cases.version', 'cases.facts', 'cases.state'])
    .execute();
  for (const row of cases) {
    expect(Number(row.events)).toBe(row.version);
    expect(row.state).toBe(row.version === 1 ? 'ready' : 'filed');
    expect(JSON.parse(row.facts)).toHaveProperty('consent', true);
  }
  const orphans = await db
    .selectFrom('case_events')
    .leftJoin('cases', 'cases.id', 'case_events.case_id')
    .select('seq')
    .where('cases.id', 'is', null)
    .execute();
  expect(orphans).toEqual([]);
  if (dialect === 'sqlite') {
    const { rows } = await sql`pragma integrity_check`.execute(db);
    expect(rows).toEqual([{ integrity_check: 'ok' }]);
  }
  await db.destroy();
}
