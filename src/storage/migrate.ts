import type { Kysely } from 'kysely';
import { type Migration, type MigrationProvider, Migrator } from 'kysely/migration';
import type { Connection, DialectName } from './connect.ts';
import * as answersAndFeedback from './migrations/0001-answers-and-feedback.ts';

type Up = { up(db: Kysely<unknown>, dialect: DialectName): Promise<void> };
const MIGRATIONS: Record<string, Up> = { '0001-answers-and-feedback': answersAndFeedback };

/**
 * Brings the tables up to date. Several instances may start at once: the migrator takes a lock.
 *
 * @throws the database's error when it cannot be reached or a step fails; a failed step leaves nothing behind
 */
export async function migrate({ db, dialect }: Connection): Promise<void> {
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
