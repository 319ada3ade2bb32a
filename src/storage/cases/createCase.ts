import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { buildCase } from '../../core/case/buildCase.ts';
import { newCaseId } from '../../core/case/newCaseId.ts';
import type { Case } from '../../core/case/types.ts';
import type { Database } from '../database.ts';
import { StorageError } from '../storageError.ts';
import type { NewCase } from '../storedCase.ts';
import { selectCases, toEventRows, toStoredCases } from './caseRows.ts';

// With a million cases one new id in seventeen is taken already; eight in a row are one in seven billion.
const MAX_TRIES = 8;

/**
 * Stores a case under a new id, or finds the one that the same submit key made before.
 *
 * @param randomBytes where the id comes from; called again when an id is taken
 * @throws StorageError `broken` when every id that was tried is taken
 */
export async function createCase(
  db: Transaction<Database>,
  input: NewCase,
  now: Date,
  randomBytes: (length: number) => Uint8Array,
): Promise<Case> {
  const submitKey = createHash('sha256').update(input.submitKey).digest('hex');
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const created = buildCase(newCaseId(randomBytes(3)), input, input.owner, now);
    const { numInsertedOrUpdatedRows } = await db
      .insertInto('cases')
      .values({
        id: created.id,
        state: created.state,
        version: created.version,
        facts: JSON.stringify(created.facts),
        microsoft_case: created.microsoftCase,
        resolution: created.resolution,
        conversation_id: input.conversationId,
        owner_id: input.owner.id,
        owner_name: created.events[0]!.byName,
        submit_key: submitKey,
        card_activity_id: null,
        created_at: now.toISOString(),
        updated_at: now.toISOString(),
      })
      // Either the key or the id is taken. PostgreSQL waits here for another instance that inserts the same key.
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (Number(numInsertedOrUpdatedRows ?? 0) > 0) {
      await db
        .insertInto('case_events')
        .values(toEventRows(created.id, created.events, 1))
        .execute();
      return created;
    }
    const [known] = toStoredCases(await selectCases(db).where('cases.submit_key', '=', submitKey).execute());
    if (known) return known.case;
  }
  throw new StorageError('broken');
}
