import type { Transaction } from 'kysely';
import { forgetPerson } from '../../core/case/forgetPerson.ts';
import { readStoredFacts } from '../../core/case/readStoredFacts.ts';
import type { Database } from '../database.ts';

/** Deletes a person's drafts and takes the person out of all other cases and of their events. */
export async function forget(
  db: Transaction<Database>,
  personId: string,
): Promise<{ cases: number; changed: number }> {
  if (personId === '') return { cases: 0, changed: 0 };
  const { numDeletedRows } = await db
    .deleteFrom('cases')
    .where('owner_id', '=', personId)
    .where('state', '=', 'draft')
    .executeTakeFirst();

  // Raising the version first locks the rows, and refuses changes that were begun before with the person in them.
  const touched = await db
    .updateTable('cases')
    .set((row) => ({ version: row('version', '+', 1) }))
    .where((row) =>
      row.or([
        row('owner_id', '=', personId),
        row('id', 'in', row.selectFrom('case_events').select('case_id').where('by_id', '=', personId)),
      ]),
    )
    .returning(['id', 'facts', 'owner_id', 'owner_name'])
    .execute();
  const events = await db
    .selectFrom('case_events')
    .select(['case_id', 'seq', 'by_id', 'by_name', 'note'])
    .where('case_id', 'in', touched.map(({ id }) => id).concat(''))
    .execute();
  const names = [
    ...touched.filter((row) => row.owner_id === personId).map((row) => row.owner_name),
    ...events.filter((row) => row.by_id === personId).map((row) => row.by_name),
  ];

  for (const { id, facts, owner_id } of touched) {
    const isOwner = owner_id === personId;
    const { facts: without, clean } = forgetPerson(readStoredFacts(facts), names, isOwner);
    await db
      .updateTable('cases')
      .set({ facts: JSON.stringify(without), ...(isOwner ? { owner_id: '', owner_name: '' } : {}) })
      .where('id', '=', id)
      .execute();
    for (const event of events.filter(({ case_id }) => case_id === id)) {
      const theirs = event.by_id === personId ? { by_id: '', by_name: '' } : {};
      await db
        .updateTable('case_events')
        .set({ ...theirs, note: clean(event.note) })
        .where('case_id', '=', id)
        .where('seq', '=', event.seq)
        .execute();
    }
    // What fixed it is also told in words.
    const { resolution } = await db
      .selectFrom('cases')
      .select('resolution')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    if (clean(resolution) !== resolution)
      await db
        .updateTable('cases')
        .set({ resolution: clean(resolution) })
        .where('id', '=', id)
        .execute();
  }
  return { cases: Number(numDeletedRows), changed: touched.length };
}
