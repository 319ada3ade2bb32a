import { Kysely } from 'kysely';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './openPostgres.ts';
import { openSqlite } from './openSqlite.ts';
import { OneWriterSqliteDialect } from './sqliteDialect.ts';

export type DialectName = 'sqlite' | 'postgres';

export interface Connection {
  db: Kysely<Database>;
  dialect: DialectName;
  /** Must it be opened anew, because its file is no longer there? */
  isGone(): boolean;
}

/**
 * Opens the database that the URL names, `sqlite:PATH` (the folder is made) or `postgres://…`, and brings its tables
 * up to date.
 *
 * @throws the driver's error when it cannot be reached or changed; nothing is left open then
 */
export async function connect(url: string): Promise<Connection> {
  if (!url.startsWith('sqlite:')) return connectPostgres(url);
  const { database, isGone } = openSqlite(url.slice('sqlite:'.length));
  const db = new Kysely<Database>({ dialect: new OneWriterSqliteDialect({ database }) });
  try {
    await migrate(db, 'sqlite');
  } catch (error) {
    database.close();
    throw error;
  }
  return { db, dialect: 'sqlite', isGone };
}

async function connectPostgres(url: string): Promise<Connection> {
  const patient = new Kysely<Database>({ dialect: openPostgres(url, 'migration') });
  try {
    await migrate(patient, 'postgres');
  } finally {
    await patient.destroy();
  }
  return {
    db: new Kysely<Database>({ dialect: openPostgres(url) }),
    dialect: 'postgres',
    isGone: () => false,
  };
}
