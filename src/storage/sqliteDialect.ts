import { CompiledQuery, type DatabaseConnection, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely';

/**
 * SQLite as this project uses it. A transaction takes the write lock when it begins: one that reads first and writes
 * later would fail at once ("database is locked") when another process wrote in between, without waiting.
 * Kysely lets only one transaction at a time use the single connection, so transactions never mix.
 */
export class OneWriterSqliteDialect extends SqliteDialect {
  readonly #config: ConstructorParameters<typeof SqliteDialect>[0];
  constructor(config: ConstructorParameters<typeof SqliteDialect>[0]) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await super.rollbackTransaction(connection);
    } catch (error) {
      // A full disk makes SQLite roll back by itself; the first error is the one to tell.
      if (!/no transaction is active/.test(String(error))) throw error;
    }
  }
}

// SQLite rolls back CREATE TABLE as well; with this Kysely runs the migrations in one transaction.
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}
