import type { Generated } from 'kysely';

/** The tables, as the migrations make them. Times are ISO 8601 in UTC, so that both databases sort them alike. */
export interface Database {
  /** Which message was answered, and by which message of the bot. No text. */
  answers: { key: string; reply_id: string | null; at: string };
  /** Was an answer right? No person, no text. */
  feedback: { id: Generated<number>; entry_id: string; verdict: 'solved' | 'not-this'; at: string };
}
