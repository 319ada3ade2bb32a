import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createInterface } from 'node:readline';
import { describe, expect, test } from '@jest/globals';
import { openStorage } from '../../../src/storage/storage.ts';
import { NOW } from '../../core/case/samples.ts';
import type { TestDatabase } from '../databases.ts';
import { aNewCase } from './cases.ts';
import { attempt } from './postgresAway.ts';

const NOBODY = 65_534;
const script = join(import.meta.dirname, '../tryToCreateCases.ts');

export function testSqliteAway(sqlite: TestDatabase): void {
  const freshPath = async () => (await sqlite.fresh()).slice('sqlite:'.length);

  describe('when the file is away', () => {
    test('a folder that cannot be made is said so, and works once it can', async () => {
      const path = await freshPath();
      writeFileSync(dirname(path), 'a file in the place of the folder');
      const storage = openStorage(`sqlite:${path}`);
      expect(await attempt(storage)).toMatch(/^StorageError unreachable/);
      await expect(storage.ready()).rejects.toMatchObject({ code: 'unreachable' });
      rmSync(dirname(path));
      expect(await attempt(storage)).toBe('saved');
      await storage.close();
    });

    test('a file that another process has locked is waited for, but not for long', async () => {
      const path = await freshPath();
      const storage = openStorage(`sqlite:${path}`);
      await storage.ready();
      const other = new DatabaseSync(path);
      other.exec('begin immediate');
      expect(await attempt(storage)).toMatch(/^StorageError busy/);
      other.exec('rollback');
      other.close();
      expect(await attempt(storage)).toBe('saved');
      await storage.close();
    });

    test('a file that was deleted is made anew instead of being written to unseen', async () => {
      const path = await freshPath();
      const storage = openStorage(`sqlite:${path}`);
      await storage.ready();
      for (const name of readdirSync(dirname(path))) rmSync(join(dirname(path), name));
      const created = await storage.createCase(aNewCase(), NOW);
      await storage.close();
      const again = openStorage(`sqlite:${path}`);
      expect((await again.findCase(created.id))?.case).toEqual(created);
      await again.close();
    });

    test('a folder and file that became read-only are said so, and work once they are not', async () => {
      const path = await freshPath();
      mkdirSync(dirname(path), { recursive: true });
      const allow = (folder: number, file: number) => {
        chmodSync(dirname(path), folder);
        for (const name of readdirSync(dirname(path))) chmodSync(join(dirname(path), name), file);
      };
      chmodSync(dirname(dirname(path)), 0o755);
      const first = openStorage(`sqlite:${path}`);
      await first.ready();
      await first.close();
      allow(0o555, 0o444);
      // What is read-only for others isn't for root.
      const child = spawn(process.execPath, [script, `sqlite:${path}`], process.getuid?.() === 0 ? { uid: NOBODY } : {});
      const say = conversation(child);
      expect(await say('10')).toMatch(/^(?:read-only|unreachable)$/);
      allow(0o777, 0o666);
      expect(await say('10')).toBe('saved');
      child.kill();
    });

    test('a full disk is said so; what was saved before stays whole', async () => {
      const path = await freshPath();
      // The shell's limit on the size of a file is what a full disk is for SQLite.
      const child = spawn('bash', ['-c', `trap '' XFSZ; ulimit -f 300; exec "$0" "$@"`, process.execPath, script, `sqlite:${path}`]);
      const say = conversation(child);
      const answers: string[] = [];
      while (answers.at(-1) !== 'full' && answers.length < 60) answers.push(await say('20000'));
      expect(answers.at(-1)).toBe('full');
      child.kill();
      const storage = openStorage(`sqlite:${path}`);
      const saved = answers.filter((answer) => answer === 'saved').length;
      expect(saved).toBeGreaterThan(0);
      const { here } = await storage.listCases({ ownerId: '', conversationId: 'c' });
      expect(here.length).toBe(Math.min(20, saved));
      await storage.close();
    });
  });
}

/** Says a line to the child, and gives back the line that it answers. */
function conversation(child: ChildProcessWithoutNullStreams): (line: string) => Promise<string> {
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stderr.pipe(process.stderr);
  return async (line) => {
    child.stdin.write(`${line}\n`);
    return (await answers.next()).value;
  };
}
