import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from '@jest/globals';
import { openStorage } from '../../../src/storage/storage.ts';
import { NOW, someFacts } from '../../core/case/samples.ts';
import type { TestDatabase } from '../databases.ts';
import { aNewCase } from './cases.ts';
import { attempt } from './postgresAway.ts';

const NOBODY = 65_534;
const script = join(import.meta.dirname, '../tryToCreateCases.ts');

export function testSqliteAway(sqlite: TestDatabase): void {
  const freshPath = async () => (await sqlite.fresh()).slice('sqlite:'.length);

  describe('when the file is away', () => {
    const children: ChildProcessWithoutNullStreams[] = [];
    afterEach(() => {
      for (const child of children.splice(0)) child.kill('SIGKILL');
    });

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
      const child = spawn(
        process.execPath,
        [script, `sqlite:${path}`],
        process.getuid?.() === 0 ? { uid: NOBODY } : {},
      );
      children.push(child);
      const say = conversation(child);
      expect(await say('10')).toMatch(/^(?:read-only|unreachable)$/);
      allow(0o777, 0o666);
      expect(await say('10')).toBe('saved');
    });

    test('a full disk is said so, what was saved before stays whole, and it works with room again', async () => {
      const path = await freshPath();
      mkdirSync(dirname(path), { recursive: true });
      const unmount = mountSmallDisk(dirname(path));
      if (!unmount) return;
      try {
        const storage = openStorage(`sqlite:${path}`);
        const big = () =>
          aNewCase({ facts: someFacts({ problem: 'x'.repeat(50_000) }), conversationId: 'big' });
        const save = () =>
          storage.createCase(big(), NOW).then(
            () => 'saved',
            (error) => error.code,
          );
        const answers = [await save()];
        while (answers.at(-1) === 'saved' && answers.length < 100) answers.push(await save());
        expect(answers.at(-1)).toBe('full');
        const saved = answers.length - 1;
        expect((await storage.listCases({ ownerId: '', conversationId: 'big' })).here).toHaveLength(
          Math.min(20, saved),
        );
        execFileSync('mount', ['-o', 'remount,size=8m', dirname(path)]);
        expect(await save()).toBe('saved');
        await storage.close();
      } finally {
        unmount();
      }
    });
  });
}

/** Says a line to the child, and gives back the line that it answers. */
function conversation(child: ChildProcessWithoutNullStreams): (line: string) => Promise<string | undefined> {
  const answers = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  child.stderr.pipe(process.stderr);
  return async (line) => {
    child.stdin.write(`${line}\n`);
    return (await answers.next()).value;
  };
}

/** @returns how to take it away again; undefined, with a word about it, where mounting isn't allowed */
function mountSmallDisk(folder: string): (() => void) | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'none', folder], { stdio: 'pipe' });
    return () => execFileSync('umount', ['-l', folder]);
  } catch {
    console.warn('not tested here: a full disk (mounting a small one takes root)');
    return undefined;
  }
}
