import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, PostgresDialect, type SqliteDatabase, SqliteDialect } from 'kysely';
import pg from 'pg';
import type { Database } from './database.ts';

export type DialectName = 'sqlite' | 'postgres';
export interface Connection {
  db: Kysely<Database>;
  dialect: DialectName;
}

// A press of a button has five seconds in Teams; waiting longer for the database helps nobody.
const TIMEOUT_MS = 3_000;

/**
 * Opens the database that the URL names: `sqlite:PATH` (the folder is made) or `postgres://…`. Connects to
 * PostgreSQL at the first query, so an absent server is no reason not to start.
 */
export function connect(url: string): Connection {
  if (url.startsWith('sqlite:')) {
    return {
      db: new Kysely<Database>({
        dialect: new SqliteDialect({ database: openSqlite(url.slice('sqlite:'.length)) }),
      }),
      dialect: 'sqlite',
    };
  }
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: TIMEOUT_MS,
    statement_timeout: TIMEOUT_MS,
  });
  // An idle connection that breaks is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => {});
  return { db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }), dialect: 'postgres' };
}

function openSqlite(path: string): SqliteDatabase {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: TIMEOUT_MS });
  // WAL lets reads go on while something is written; FULL puts a case on the disk before the bot says so.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  return {
    close: () => database.close(),
    prepare(sql) {
      const statement = database.prepare(sql);
      const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
