import { sql } from 'kysely';
import { connect } from './connect.ts';
import { migrate } from './migrate.ts';

export interface Storage {
  /** Tries to reach the database, and brings its tables up to date the first time that this works. */
  ready(): Promise<void>;
  /** @returns false when a message with this key was claimed before, by this or another instance. */
  claim(key: string, now: Date): Promise<boolean>;
  /** Remembers which message of the bot answers the message with this key. */
  setReply(key: string, replyId: string): Promise<void>;
  findReply(key: string): Promise<string | undefined>;
  addFeedback(entryId: string, verdict: 'solved' | 'not-this', now: Date): Promise<void>;
  /** Deletes what is older than the given time. */
  purge(before: Date): Promise<void>;
  close(): Promise<void>;
}

export function openStorage(url: string): Storage {
  const connection = connect(url);
  const { db } = connection;
  let migrated: Promise<void> | undefined;

  const ready = async () => {
    // A failed attempt is forgotten, so that the next call tries again.
    migrated ??= migrate(connection).catch((error) => {
      migrated = undefined;
      throw error;
    });
    await migrated;
    await sql`select 1`.execute(db);
  };

  return {
    ready,
    async claim(key, now) {
      await (migrated ?? ready());
      const result = await db
        .insertInto('answers')
        .values({ key, reply_id: null, at: now.toISOString() })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .executeTakeFirst();
      return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
    },
    async setReply(key, replyId) {
      await db.updateTable('answers').set({ reply_id: replyId }).where('key', '=', key).execute();
    },
    async findReply(key) {
      const row = await db.selectFrom('answers').select('reply_id').where('key', '=', key).executeTakeFirst();
      return row?.reply_id ?? undefined;
    },
    async addFeedback(entryId, verdict, now) {
      await (migrated ?? ready());
      await db.insertInto('feedback').values({ entry_id: entryId, verdict, at: now.toISOString() }).execute();
    },
    async purge(before) {
      await (migrated ?? ready());
      await db.deleteFrom('answers').where('at', '<', before.toISOString()).execute();
      await db.deleteFrom('feedback').where('at', '<', before.toISOString()).execute();
    },
    close: () => db.destroy(),
  };
}
