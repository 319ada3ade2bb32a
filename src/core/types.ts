import type { ChainLink } from './details/chain.ts';
import type { Flow } from './details/environment.ts';
import type { FoundSecret } from './text/redactSecrets.ts';

/** The nouns of the project. Everything here is plain data: it can be logged, compared and serialised. */

export type Outcome = 'match' | 'suggestions' | 'none';
export type Confidence = 'exact' | 'likely' | 'possible';
export type Cloud = 'public' | 'usgov' | 'china';
export type Sdk = 'python' | 'go' | 'net' | 'java' | 'js' | 'cpp';
export type Fixer = 'user' | 'developer' | 'admin' | 'microsoft';
export type Severity = 'high' | 'medium' | 'low';

/** Literal words that a program prints. `{name}` in the text stands for a part that varies. */
export interface Signature {
  text: string;
  sdk?: Sdk;
  credential?: string;
}

export interface Cause {
  text: string;
  /** How to tell that it is this cause and not another. */
  tell?: string;
}

export interface Command {
  shell: 'azure-cli' | 'powershell' | 'graph' | 'bash' | 'cmd' | 'code';
  /** May hold the holes listed in HOLES. */
  run: string;
  /** The least delegated permissions of Microsoft Graph that it needs: `User.Read.All`. */
  permissions?: string[];
}

export interface Fix {
  title: string;
  by: Fixer;
  /** The least role that suffices, where one is needed. */
  role?: string;
  licence?: string;
  steps: string[];
  /** Path through a portal, parts joined by " > ". */
  portal?: string;
  command?: Command;
  /** How to see that it worked. */
  verify?: string;
}

export interface Twin {
  id: string;
  /** The check that tells the two apart. */
  check: string;
}

export interface Reference {
  title: string;
  url: string;
}

/** One problem that the bot knows: one file under knowledge/, whose name is its id. */
export interface Entry {
  id: string;
  /** Microsoft's own name of the error, e.g. EntitlementGrantsNotFound. */
  name?: string;
  title: string;
  summary: string;
  severity: Severity;
  area: string;
  /** Who can fix it, likeliest first. */
  fixedBy: Fixer[];
  codes: string[];
  /** In how many public threads of the project's count it occurs: how often people meet it, compared with others. */
  threads?: number;
  signatures: Signature[];
  /** How people put it in their own words. */
  phrases: string[];
  appliesTo: { sdks: Sdk[]; credentials: string[] };
  checks: string[];
  /** Microsoft publishes one sentence or a name; causes and fixes are conclusions from it. */
  inferred?: boolean;
  causes: Cause[];
  /** The question that decides between the two likeliest causes. */
  decide?: string;
  fixes: Fix[];
  notes: string[];
  twins: Twin[];
  collect: string[];
  escalateWhen: string;
  retry: { worth: 'yes' | 'after-fix' | 'no'; note?: string };
  references: Reference[];
  /** Where the facts come from, for the people who maintain the entry. */
  source: string[];
  examples: string[];
  counterExamples: string[];
}

/** Holes that a fix may have; they are filled from the paste. */
export const HOLES = ['appId', 'tenantId', 'correlationId', 'traceId', 'user'] as const;
export type Hole = (typeof HOLES)[number];

/** What was read out of a paste. IDs are in lower case, times are ISO 8601 in UTC, everything in order of appearance. */
export interface Details {
  codes: string[];
  correlationIds: string[];
  /** Also called request IDs. */
  traceIds: string[];
  timestamps: string[];
  tenantIds: string[];
  appIds: string[];
  cloud?: Cloud;
  sdk?: Sdk;
  credentials: string[];
  /** A timestamp had no zone and was read as UTC. */
  assumedUtc: boolean;
  /** Tenants named by a domain instead of an ID. */
  tenantDomains: string[];
  users: string[];
  resources: string[];
  /** Libraries with their version. */
  libraries: string[];
  flow?: Flow;
  oauthErrors: string[];
  chain: ChainLink[];
  /** The line that is the error itself, shortened; empty where none can be told. */
  errorText: string;
}

/** An entry that may be the answer, and what speaks for it. */
export interface Match {
  entry: Entry;
  confidence: Confidence;
  /** 0 to 1; comparable within one triage. */
  score: number;
  /** What it rests on, for a person: `code AADSTS50105 in the text`. */
  why: string;
}

/** The result of the first line, before it becomes a card or a reply. */
export interface Triage {
  outcome: Outcome;
  /** Best first: one or more for `match`, up to three for `suggestions`, empty for `none`. */
  matches: Match[];
  details: Details;
  secrets: FoundSecret[];
  /** Codes in the text that the knowledge does not have. */
  unknownCodes: string[];
}
