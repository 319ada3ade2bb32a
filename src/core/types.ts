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
  signatures: Signature[];
  /** How people put it in their own words. */
  phrases: string[];
  appliesTo: { sdks: Sdk[]; credentials: string[] };
  checks: string[];
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
