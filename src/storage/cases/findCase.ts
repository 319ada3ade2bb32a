import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { StoredCase } from '../storedCase.ts';
import { selectCases, toStoredCases } from './caseRows.ts';

export async function findCase(db: Kysely<Database>, id: string): Promise<StoredCase | undefined> {
  return toStoredCases(await selectCases(db).where('cases.id', '=', id).execute())[0];
}
