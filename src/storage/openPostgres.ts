import { PostgresDialect, type PostgresPoolClient } from 'kysely';
import pg from 'pg';

// Below the limit of a whole piece of work (see gate.ts), so that the reason is told and not just the lateness.
const STEP_MS = 2_500;
// A migration may have to wait for another instance that is just doing it.
const MIGRATION_MS = 60_000;

/**
 * A pool of connections to PostgreSQL. It connects at the first query, so an absent server is no reason not to
 * start, and replaces broken connections by itself.
 */
export function openPostgres(url: string, use: 'work' | 'migration' = 'work'): PostgresDialect {
  const limit = use === 'work' ? STEP_MS : MIGRATION_MS;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'entra-triage',
    max: use === 'work' ? 10 : 1,
    connectionTimeoutMillis: STEP_MS,
    keepAlive: true,
    // The server's own limit, and ours for a server that is frozen or out of reach.
    statement_timeout: limit,
    query_timeout: limit,
    idle_in_transaction_session_timeout: 2 * limit,
  });
  // A connection that breaks while nobody waits for an answer is replaced at the next query; without listeners,
  // on the pool for idle ones and on each client for those in use, it would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return new PostgresDialect({
    pool: { connect: async () => leased(await pool.connect()), end: () => pool.end(), options: {} },
  });
}

/** A connection that gave no answer is not used again: it may lead to a server that is no more. */
function leased(client: pg.PoolClient): PostgresPoolClient {
  let silent = false;
  const query = async (text: string, values: readonly unknown[]) => {
    try {
      return await client.query(text, [...values]);
    } catch (error) {
      silent ||= /Query read timeout/.test(String(error));
      throw error;
    }
  };
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release(silent) };
}
