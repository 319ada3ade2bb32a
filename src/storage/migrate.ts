import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { DialectName } from './connect.ts';
import type { Database } from './database.ts';
import * as answersAndFeedback from './migrations/0001-answers-and-feedback.ts';
import * as cases from './migrations/0002-cases.ts';

type Up = { up(db: Kysely<unknown>, dialect: DialectName): Promise<void> };
const MIGRATIONS: Record<string, Up> = {
  '0001-answers-and-feedback': answersAndFeedback,
  '0002-cases': cases,
};

/**
 * Brings the tables up to date. Several instances may start at once: on PostgreSQL the migrator takes an advisory
 * lock, on SQLite the transaction holds the write lock from its beginning.
 *
 * @throws the database's error when it cannot be reached or a step fails; a failed run leaves nothing behind
 */
export async function migrate(db: Kysely<Database>, dialect: DialectName): Promise<void> {
  const provider: MigrationProvider = {
    getMigrations: async () =>
      Object.fromEntries(
        Object.entries(MIGRATIONS).map(([name, { up }]): [string, Migration] => [
          name,
          { up: (on) => up(on, dialect) },
        ]),
      ),
  };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
