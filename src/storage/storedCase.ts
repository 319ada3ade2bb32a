import type { Case, CaseFacts, CaseState } from '../core/case/types.ts';

/** A case with what the bot needs to find its card and to know whose it is. */
export interface StoredCase {
  case: Case;
  /** Only people of this conversation may see or change the case. */
  conversationId: string;
  /** The Teams id of the person who created it; empty once that person asked to be forgotten. */
  ownerId: string;
  /** The message that shows the case; absent until it was sent. */
  cardActivityId?: string;
  /** ISO 8601 in UTC. */
  updatedAt: string;
}

export interface NewCase {
  facts: CaseFacts;
  state: CaseState;
  conversationId: string;
  owner: { id: string; name: string };
  /** The same press of a button always gives the same key, whichever instance handles it. */
  submitKey: string;
}
