import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { StoredCase } from '../storedCase.ts';
import { selectCases, toStoredCases } from './caseRows.ts';

// A card has room for about this many, and nobody reads more of them on a phone.
const MOST = 20;

export interface CaseLists {
  mine: StoredCase[];
  here: StoredCase[];
}

/** A person's cases and those of a conversation; a case can stand in both lists. Newest change first. */
export async function listCases(
  db: Kysely<Database>,
  { ownerId, conversationId }: { ownerId: string; conversationId: string },
): Promise<CaseLists> {
  const newest = async (column: 'owner_id' | 'conversation_id', value: string) =>
    // Cases of forgotten people have no owner; nobody may be taken for them.
    value === ''
      ? []
      : toStoredCases(
          await selectCases(db)
            .where('cases.id', 'in', (which) =>
              which
                .selectFrom('cases')
                .select('id')
                .where(column, '=', value)
                .orderBy('updated_at', 'desc')
                .orderBy('id')
                .limit(MOST),
            )
            .execute(),
        );
  return { mine: await newest('owner_id', ownerId), here: await newest('conversation_id', conversationId) };
}
