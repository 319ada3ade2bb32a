import type { Kysely, Selectable } from 'kysely';
import { readStoredFacts } from '../../core/case/readStoredFacts.ts';
import type { CaseEvent } from '../../core/case/types.ts';
import type { CaseEventsTable, CasesTable, Database } from '../database.ts';
import type { StoredCase } from '../storedCase.ts';

/** A case beside one of its events; each case has at least one. */
type Row = Selectable<CasesTable> &
  Pick<Selectable<CaseEventsTable>, 'seq' | 'at' | 'by_id' | 'by_name' | 'did' | 'note'>;

/** Cases with their events in one statement, so that both are of the same moment. */
export const selectCases = (db: Kysely<Database>) =>
  db
    .selectFrom('cases')
    .innerJoin('case_events', 'case_events.case_id', 'cases.id')
    .selectAll('cases')
    .select(['seq', 'at', 'by_id', 'by_name', 'did', 'note'])
    .orderBy('cases.updated_at', 'desc')
    .orderBy('cases.id')
    .orderBy('seq');

/** Puts the rows of `selectCases` together, one item a case, in their order. */
export function toStoredCases(rows: Row[]): StoredCase[] {
  const events = Map.groupBy(rows, ({ id }) => id);
  return [...events.values()].map((ofOne) => {
    const row = ofOne[0]!;
    return {
      case: {
        id: row.id,
        state: row.state,
        version: row.version,
        facts: readStoredFacts(row.facts),
        microsoftCase: row.microsoft_case,
        resolution: row.resolution,
        events: ofOne.map(toEvent),
      },
      conversationId: row.conversation_id,
      ownerId: row.owner_id,
      cardActivityId: row.card_activity_id ?? undefined,
      updatedAt: row.updated_at,
    };
  });
}

const toEvent = ({ at, by_id, by_name, did, note }: Row): CaseEvent => ({
  at,
  byId: by_id,
  byName: by_name,
  did,
  note,
});

/** The events as rows, of which the first has the number `from`. */
export const toEventRows = (caseId: string, events: CaseEvent[], from: number): CaseEventsTable[] =>
  events.map((event, index) => ({
    case_id: caseId,
    seq: from + index,
    at: event.at,
    by_id: event.byId ?? '',
    by_name: event.byName,
    did: event.did,
    note: event.note,
  }));
