import { randomBytes as randomBytesOfNode } from 'node:crypto';
import type { Case } from '../core/case/types.ts';
import { createCase } from './cases/createCase.ts';
import { findCase } from './cases/findCase.ts';
import { forget } from './cases/forget.ts';
import { type CaseLists, listCases } from './cases/listCases.ts';
import { saveCase } from './cases/saveCase.ts';
import { openGate } from './gate.ts';
import type { NewCase, StoredCase } from './storedCase.ts';

export { StorageError } from './storageError.ts';
export type { NewCase, StoredCase };

/**
 * What outlives a restart. Every function rejects with a StorageError within about three seconds when the database
 * is away, and works again when it is back. What a function resolved for is on the disk.
 */
export interface Storage {
  /** Can the database be reached and written to? Brings its tables up to date the first time. */
  ready(): Promise<void>;
  /** @returns false when a message with this key was claimed before, by this or another instance. */
  claim(key: string, now: Date): Promise<boolean>;
  /** Remembers which message of the bot answers the message with this key. */
  setReply(key: string, replyId: string): Promise<void>;
  findReply(key: string): Promise<string | undefined>;
  addFeedback(entryId: string, verdict: 'solved' | 'not-this', now: Date): Promise<void>;
  /**
   * Stores a new case. The same submit key always gives the same case, as it is now, also when two instances are
   * given it at once.
   */
  createCase(input: NewCase, now: Date): Promise<Case>;
  /** @param id as `readCaseId` gives it */
  findCase(id: string): Promise<StoredCase | undefined>;
  /**
   * Replaces a case by a changed one, and adds its new events, all or nothing.
   *
   * @param expectedVersion the version that was changed
   * @returns `changed-meanwhile` when the stored case has another version or is gone; nothing is written then
   */
  saveCase(changed: Case, expectedVersion: number, now: Date): Promise<'saved' | 'changed-meanwhile'>;
  /** Remembers which message shows the case. */
  setCaseCard(id: string, activityId: string): Promise<void>;
  /** A person's cases, and those of a conversation, whoever created them; newest change first, at most 20 each. */
  listCases(of: { ownerId: string; conversationId: string }): Promise<CaseLists>;
  /**
   * Deletes a person's drafts, and takes the person out of all other cases: names and ids, and in the person's own
   * cases contact and user.
   *
   * @returns how many drafts were deleted, and how many other cases were changed
   */
  forget(ownerId: string): Promise<{ cases: number; changed: number }>;
  /**
   * Deletes answers and feedback that are older, and drafts and closed cases that were not touched since. Cases that
   * are ready or filed stay, because somebody may still wait for Microsoft; `forget` takes the person out of them.
   */
  purge(before: Date): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param url `sqlite:PATH` or `postgres://…`; it is opened at the first call
 * @param randomBytes where case ids come from
 */
export function openStorage(
  url: string,
  { randomBytes = randomBytesOfNode }: { randomBytes?: (length: number) => Uint8Array } = {},
): Storage {
  const gate = openGate(url);
  return {
    ready: gate.probe,
    claim: (key, now) =>
      gate.run(async (db) => {
        const result = await db
          .insertInto('answers')
          .values({ key, reply_id: null, at: now.toISOString() })
          .onConflict((conflict) => conflict.column('key').doNothing())
          .executeTakeFirst();
        return Number(result.numInsertedOrUpdatedRows ?? 0) > 0;
      }),
    setReply: (key, replyId) =>
      gate.run(async (db) => {
        await db.updateTable('answers').set({ reply_id: replyId }).where('key', '=', key).execute();
      }),
    findReply: (key) =>
      gate.run(async (db) => {
        const row = await db
          .selectFrom('answers')
          .select('reply_id')
          .where('key', '=', key)
          .executeTakeFirst();
        return row?.reply_id ?? undefined;
      }),
    addFeedback: (entryId, verdict, now) =>
      gate.run(async (db) => {
        await db
          .insertInto('feedback')
          .values({ entry_id: entryId, verdict, at: now.toISOString() })
          .execute();
      }),
    createCase: (input, now) => gate.transaction((db) => createCase(db, input, now, randomBytes)),
    findCase: (id) => gate.run((db) => findCase(db, id)),
    saveCase: (changed, expectedVersion, now) =>
      gate.transaction((db) => saveCase(db, changed, expectedVersion, now)),
    setCaseCard: (id, activityId) =>
      gate.run(async (db) => {
        await db.updateTable('cases').set({ card_activity_id: activityId }).where('id', '=', id).execute();
      }),
    listCases: (of) => gate.run((db) => listCases(db, of)),
    forget: (ownerId) => gate.transaction((db) => forget(db, ownerId)),
    purge: (before) =>
      gate.transaction(async (db) => {
        const limit = before.toISOString();
        await db.deleteFrom('answers').where('at', '<', limit).execute();
        await db.deleteFrom('feedback').where('at', '<', limit).execute();
        await db
          .deleteFrom('cases')
          .where('state', 'in', ['draft', 'closed'])
          .where('updated_at', '<', limit)
          .execute();
      }),
    close: gate.close,
  };
}
