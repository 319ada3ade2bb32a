import type { Cards } from '../cards/cards.ts';
import type { CaseWords } from '../core/case/template/caseWords.ts';
import type { Knowledge } from '../core/match/knowledge.ts';
import type { Logger } from '../log.ts';
import type { Storage } from '../storage/storage.ts';
import type { Metrics } from './metrics.ts';

/** What the bot is made of; the same for every turn, and without a memory of its own. */
export interface BotParts {
  /** The knowledge as it is now; it may be replaced while the bot runs. */
  knowledge(): Knowledge;
  cards: Cards;
  caseWords: CaseWords;
  storage: Storage;
  log: Logger;
  metrics: Metrics;
  now(): Date;
  /** Puts a file where Teams says; see uploadFile.ts. */
  upload(url: string, content: string): Promise<void>;
  /** Tenants whose people may use the bot; empty: any. */
  allowedTenants: string[];
}

/**
 * Does something with the storage that the answer can do without: when the storage is away, triage goes on.
 *
 * @returns the fallback where it failed; the failure is logged and counted
 */
export async function ifStored<T>(
  { log, metrics }: BotParts,
  what: string,
  work: () => Promise<T>,
  fallback: T,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    metrics.failures.inc({ kind: 'storage' });
    log.warn({ err: error, what }, 'the storage did not answer; going on without it');
    return fallback;
  }
}
