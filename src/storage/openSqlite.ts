import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import type { SqliteDatabase } from 'kysely';

// Another process that writes is waited for; the whole bot stands still meanwhile.
const LOCK_WAIT_MS = 2_000;

export interface SqliteFile {
  database: SqliteDatabase;
  /** Was the file deleted or replaced since it was opened? What is written then would be gone with the process. */
  isGone(): boolean;
}

/**
 * Opens a SQLite file, and makes it and its folder if need be.
 *
 * @param path a file, or `:memory:`
 * @throws the file system's or SQLite's error when that isn't possible
 */
export function openSqlite(path: string): SqliteFile {
  const onDisk = path !== ':memory:';
  if (onDisk) mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: LOCK_WAIT_MS });
  try {
    // WAL lets reads go on while something is written; FULL puts a case on the disk before the bot says so.
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;');
  } catch (error) {
    database.close();
    throw error;
  }
  const opened = onDisk ? statSync(path).ino : 0;
  return {
    database: forKysely(database),
    isGone: () => onDisk && statSync(path, { throwIfNoEntry: false })?.ino !== opened,
  };
}

function forKysely(database: DatabaseSync): SqliteDatabase {
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
