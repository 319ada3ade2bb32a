import type { ChainLink } from '../details/chain.ts';
import type { Cloud } from '../types.ts';

/** draft: facts are still missing; ready: can be sent; filed: Microsoft gave it a number; closed: solved or dropped. */
export type CaseState = 'draft' | 'ready' | 'filed' | 'closed';

/** Microsoft's severities: A critical, B moderate, C minimal business impact. */
export type CaseSeverity = 'A' | 'B' | 'C';

/** Who does something, as Teams names the person. */
export interface Person {
  id: string;
  name: string;
}

/** What a person says about the problem, checked. Empty strings and lists mean: not given. */
export interface CaseFacts {
  /** The entry that the bot answered with, if any. */
  entryId: string;
  /** One line: what the case is about. */
  title: string;
  /** What happened, in the person's words. */
  problem: string;
  codes: string[];
  /** The error as it was printed, without secrets. */
  errorText: string;
  correlationIds: string[];
  /** Also called request IDs. */
  traceIds: string[];
  /** ISO 8601 in UTC, to the second. */
  timestamps: string[];
  /** The user's or the app's own tenant. */
  homeTenantId: string;
  /** The tenant that was signed in to, where it is another one. */
  resourceTenantId: string;
  appId: string;
  /** The API or app that access was asked for. */
  resource: string;
  /** User principal name, or the service principal's object ID. */
  user: string;
  /** In the person's words: since when, how often, who is hit. */
  since: string;
  frequency: string;
  affected: string;
  steps: string;
  /** Fixes of the answer that were tried, and anything else that was, one a line. */
  tried: string[];
  /** What support asks for with this very error, beyond IDs and times, as the entry says. */
  asked: string[];
  /** The answers to that, and the names of files to attach, in the person's words. */
  collected: string;
  impact: string;
  severity: CaseSeverity;
  contact: string;
  /** May Microsoft collect advanced diagnostic information? */
  consent: boolean;
  cloud: Cloud;
  sdk: string;
  libraries: string[];
  credentials: string[];
  chain: ChainLink[];
}

/** Something that was done with a case: who, what, when. */
export interface CaseEvent {
  /** ISO 8601 in UTC. */
  at: string;
  /** The Teams id of the person; absent or empty where it is not known, or the person asked to be forgotten. */
  byId?: string;
  /** Empty once the person asked to be forgotten. */
  byName: string;
  did: 'created' | 'changed' | 'filed' | 'closed' | 'reopened';
  /** Microsoft's case number, or what fixed it. */
  note: string;
}

export interface Case {
  /** `ENT-` and a short code without letters that sound or look alike. */
  id: string;
  state: CaseState;
  /** Grows with every change; a change that was made to an older version is refused. */
  version: number;
  facts: CaseFacts;
  /** Microsoft's number, once filed. */
  microsoftCase: string;
  /** What fixed it, once closed. */
  resolution: string;
  events: CaseEvent[];
}
