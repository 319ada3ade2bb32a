import type { Transaction } from 'kysely';
import type { Case } from '../../core/case/types.ts';
import type { Database } from '../database.ts';
import { toEventRows } from './caseRows.ts';

/**
 * Compare and set: writes a case and the events that are new in it, if the stored one still has the version that was
 * changed. Events that are stored already stay as they are.
 */
export async function saveCase(
  db: Transaction<Database>,
  changed: Case,
  expectedVersion: number,
  now: Date,
): Promise<'saved' | 'changed-meanwhile'> {
  const { numUpdatedRows } = await db
    .updateTable('cases')
    .set({
      state: changed.state,
      version: expectedVersion + 1,
      facts: JSON.stringify(changed.facts),
      microsoft_case: changed.microsoftCase,
      resolution: changed.resolution,
      updated_at: now.toISOString(),
    })
    .where('id', '=', changed.id)
    .where('version', '=', expectedVersion)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) return 'changed-meanwhile';

  const { count } = await db
    .selectFrom('case_events')
    .select((all) => all.fn.countAll().as('count'))
    .where('case_id', '=', changed.id)
    .executeTakeFirstOrThrow();
  const fresh = toEventRows(changed.id, changed.events.slice(Number(count)), Number(count) + 1);
  if (fresh.length > 0) await db.insertInto('case_events').values(fresh).execute();
  return 'saved';
}
