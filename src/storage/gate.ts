import { type Kysely, sql, type Transaction } from 'kysely';
import { type Connection, connect } from './connect.ts';
import type { Database } from './database.ts';
import { StorageError, type StorageErrorCode, toStorageError } from './storageError.ts';

// A press of a button has five seconds in Teams; waiting longer for the database helps nobody.
const LIMIT_MS = 3_000;

// SQLite never turns a file that it opened as read-only, or that failed, into a good one; a new handle may. A
// PostgreSQL pool replaces its connections by itself.
const SPOILS_SQLITE: StorageErrorCode[] = ['read-only', 'unreachable', 'broken'];

/** The one way to the database: opened and migrated when first needed, and again after it was away. */
export interface Gate {
  /** One statement, or several that need not hang together. */
  run<T>(work: (db: Kysely<Database>) => Promise<T>): Promise<T>;
  /** All or nothing. A transaction that took too long is rolled back instead of committed unseen. */
  transaction<T>(work: (db: Transaction<Database>) => Promise<T>): Promise<T>;
  /** Can something be written? Changes nothing. */
  probe(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param url `sqlite:PATH` or `postgres://…`
 * @returns a gate whose functions reject with a StorageError, within about three seconds
 */
export function openGate(url: string): Gate {
  let opening: Promise<Connection> | undefined;
  let opened: Connection | undefined;
  let closed = false;

  function open(): Promise<Connection> {
    if (closed) throw new StorageError('unreachable');
    if (opening) return opening;
    opening = connect(url).then(
      (connection) => {
        opened = connection;
        return connection;
      },
      (error) => {
        // A failed attempt is forgotten, so that the next call tries again.
        opening = undefined;
        throw error;
      },
    );
    return opening;
  }

  /** Opens it anew at the next call. */
  function forget(connection: Connection): void {
    // Another call may have opened it anew already.
    if (opened === connection) opening = undefined;
    connection.db.destroy().catch(() => {});
  }

  async function connection(): Promise<Connection> {
    const current = await open();
    if (!current.isGone()) return current;
    forget(current);
    return open();
  }

  async function attempt<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    const current = await connection();
    try {
      return await work(current);
    } catch (error) {
      if (current.dialect === 'sqlite' && SPOILS_SQLITE.includes(toStorageError(error).code)) forget(current);
      throw error;
    }
  }

  return {
    run: (work) => inTime(() => attempt(({ db }) => work(db))),
    transaction: (work) =>
      inTime((isLate) =>
        attempt(({ db }) =>
          db.transaction().execute(async (trx) => {
            const result = await work(trx);
            if (isLate()) throw new StorageError('timeout');
            return result;
          }),
        ),
      ),
    probe: () => inTime(() => attempt(probe)),
    async close() {
      closed = true;
      const current = await opening?.catch(() => undefined);
      await current?.db.destroy().catch(() => {});
    },
  };
}

async function probe({ db, dialect }: Connection): Promise<void> {
  // An SQLite transaction takes the write lock when it begins, which a read-only file refuses.
  if (dialect === 'sqlite') {
    await db.transaction().execute((trx) => sql`select 1 from cases limit 1`.execute(trx));
    return;
  }
  const { rows } = await sql<{ on: string }>`select current_setting('transaction_read_only') as "on"`.execute(
    db,
  );
  if (rows[0]?.on === 'on') throw new StorageError('read-only');
}

async function inTime<T>(work: (isLate: () => boolean) => Promise<T>): Promise<T> {
  let late = false;
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(new StorageError('timeout'));
    }, LIMIT_MS);
  });
  try {
    return await Promise.race([work(() => late), limit]);
  } catch (error) {
    throw toStorageError(error);
  } finally {
    clearTimeout(timer);
  }
}
