import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from '@jest/globals';
import { connect } from '../../../src/storage/connect.ts';
import { openStorage } from '../../../src/storage/storage.ts';
import type { TestDatabase } from '../databases.ts';

const PRESSES = 200;

export function testTwoInstances(database: TestDatabase): void {
  describe('two instances', () => {
    // With SQLite the two processes of the next test do this.
    const onPostgres = database.name === 'PostgreSQL' ? test : test.skip;
    onPostgres('that start at once on an empty database all find their tables', async () => {
      const url = await database.fresh();
      const instances = Array.from({ length: 4 }, () => openStorage(url));
      await Promise.all(instances.map((storage) => storage.ready()));
      await Promise.all(instances.map((storage) => storage.close()));
    });

    test(`that start on an empty database and are given the same ${PRESSES} presses make ${PRESSES} cases`, async () => {
      const url = await database.fresh();
      const children = [start(url), start(url)];
      const outputs = children.map(({ stdout }) => text(stdout!));
      for (const { stdin } of children) stdin!.write('go\n');
      const [first, second] = (await Promise.all(outputs)).map((json) => JSON.parse(json) as string[]);
      expect(first).toEqual(second);
      expect(new Set(first).size).toBe(PRESSES);

      const { db } = await connect(url);
      const count = (table: 'cases' | 'case_events') =>
        db
          .selectFrom(table)
          .select((all) => all.fn.countAll().as('n'))
          .executeTakeFirstOrThrow();
      expect([Number((await count('cases')).n), Number((await count('case_events')).n)]).toEqual([
        PRESSES,
        PRESSES,
      ]);
      await db.destroy();
    });
  });
}

const start = (url: string): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, '../createSameCases.ts'), url, String(PRESSES)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
