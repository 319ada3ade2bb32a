import { describe, expect, test } from '@jest/globals';
import { openStorage, type Storage } from '../../../src/storage/storage.ts';
import { NOW } from '../../core/case/samples.ts';
import { freePort, type PostgresServer } from '../databases.ts';
import { lineTo } from '../line.ts';
import { aNewCase } from './cases.ts';

/** The limit is three seconds; a busy machine gets a little more. */
const SOON = 3_800;

/** What comes of creating a case, and whether the answer came in time. */
export async function attempt(storage: Storage): Promise<string> {
  const start = Date.now();
  const result = await storage.createCase(aNewCase(), NOW).then(
    () => 'saved',
    (error) => `${error.name} ${error.code}: ${error.message.slice(0, 60)}`,
  );
  return Date.now() - start < SOON ? result : `too late: ${result}`;
}

export function testPostgresAway(postgres: PostgresServer): void {
  describe('when the server is away', () => {
    test('a wrong port is said at once, by every function', async () => {
      const url = new URL(await postgres.fresh());
      url.port = String(await freePort());
      const storage = openStorage(url.href);
      expect(await attempt(storage)).toBe(
        "StorageError unreachable: the database can't be reached (ECONNREFUSED)",
      );
      const calls = [
        storage.ready(),
        storage.claim('m', NOW),
        storage.findCase('ENT-222222'),
        storage.listCases({ ownerId: 'o', conversationId: 'c' }),
        storage.forget('o'),
        storage.purge(NOW),
        storage.setCaseCard('ENT-222222', 'a'),
      ];
      for (const call of calls) await expect(call).rejects.toMatchObject({ name: 'StorageError' });
      await storage.close();
    });

    test('a wrong password is told apart, and is in no message', async () => {
      const url = new URL(await postgres.fresh());
      url.password = 'not-this-one';
      url.username = 'somebody';
      const storage = openStorage(url.href);
      expect(await attempt(storage)).toMatch(/^StorageError refused: (?!.*not-this-one)/);
      await storage.close();
    });

    test('a line that goes dead gives a timeout, and works when it is back', async () => {
      const url = new URL(await postgres.fresh());
      const line = await lineTo(Number(url.port || 5432), url.hostname);
      [url.port, url.hostname] = [String(line.port), '127.0.0.1'];
      line.freeze();
      const storage = openStorage(url.href);
      expect(await attempt(storage)).toMatch(/^StorageError timeout/);
      line.thaw();
      expect(await attempt(storage)).toBe('saved');
      line.freeze();
      expect(await Promise.all([attempt(storage), attempt(storage)])).toEqual([
        expect.stringMatching(/^StorageError timeout/),
        expect.stringMatching(/^StorageError timeout/),
      ]);
      line.thaw();
      expect(await attempt(storage)).toBe('saved');
      await storage.close();
      await line.close();
    });

    test('a connection that never answers again is given up for a new one', async () => {
      const url = new URL(await postgres.fresh());
      const line = await lineTo(Number(url.port || 5432), url.hostname);
      [url.port, url.hostname] = [String(line.port), '127.0.0.1'];
      const storage = openStorage(url.href);
      expect(await attempt(storage)).toBe('saved');
      line.freeze({ onlyOld: true });
      expect(await attempt(storage)).toMatch(/^StorageError timeout/);
      expect(await attempt(storage)).toBe('saved');
      await storage.close();
      await line.close();
    });

    test('connections that break while in use do not end the process', async () => {
      const url = new URL(await postgres.fresh());
      const line = await lineTo(Number(url.port || 5432), url.hostname);
      [url.port, url.hostname] = [String(line.port), '127.0.0.1'];
      const storage = openStorage(url.href);
      await storage.ready();
      for (let round = 0; round < 5; round++) {
        const attempts = Array.from({ length: 20 }, () => attempt(storage));
        await new Promise((resolve) => setTimeout(resolve, round * 3));
        line.cut();
        for (const result of await Promise.all(attempts))
          expect(result).toMatch(/^(?:saved|StorageError unreachable)/);
      }
      // The end of an idle connection is only noticed when its news has arrived.
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(await attempt(storage)).toBe('saved');
      await storage.close();
      await line.close();
    });

    test('a read-only database is said so, also to the readiness check', async () => {
      const url = await postgres.fresh();
      const first = openStorage(url);
      await first.ready();
      await first.close();
      await postgres.admin(
        `alter database ${new URL(url).pathname.slice(1)} set default_transaction_read_only = on`,
      );
      const storage = openStorage(url);
      expect(await attempt(storage)).toMatch(/^StorageError read-only/);
      await expect(storage.ready()).rejects.toMatchObject({ code: 'read-only' });
      await storage.close();
    });

    (postgres.server ? test : test.skip)('a server that stops and starts again is found again', async () => {
      const storage = openStorage(await postgres.fresh());
      expect(await attempt(storage)).toBe('saved');
      await postgres.server?.stop();
      expect(await attempt(storage)).toMatch(/^StorageError unreachable/);
      await expect(storage.ready()).rejects.toMatchObject({ code: 'unreachable' });
      await postgres.server?.start();
      expect(await attempt(storage)).toBe('saved');
      await storage.ready();
      await storage.close();
    });
  });
}
