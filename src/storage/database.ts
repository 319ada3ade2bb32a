import type { Generated } from 'kysely';
import type { CaseEvent, CaseState } from '../core/case/types.ts';

/** The tables, as the migrations make them. Times are ISO 8601 in UTC, so that both databases sort them alike. */
export interface Database {
  /** Which message was answered, and by which message of the bot. No text. */
  answers: { key: string; reply_id: string | null; at: string };
  /** Was an answer right? No person, no text. */
  feedback: { id: Generated<number>; entry_id: string; verdict: 'solved' | 'not-this'; at: string };
  cases: CasesTable;
  case_events: CaseEventsTable;
}

export interface CasesTable {
  id: string;
  state: CaseState;
  version: number;
  /** CaseFacts as JSON. */
  facts: string;
  microsoft_case: string;
  resolution: string;
  conversation_id: string;
  /** Empty once the owner asked to be forgotten. */
  owner_id: string;
  owner_name: string;
  /** SHA-256 of the key: it serves to tell presses apart, nobody has to read it. */
  submit_key: string;
  card_activity_id: string | null;
  created_at: string;
  updated_at: string;
}

export interface CaseEventsTable {
  case_id: string;
  /** 1 for the first event of a case. */
  seq: number;
  at: string;
  by_id: string;
  by_name: string;
  did: CaseEvent['did'];
  note: string;
}
