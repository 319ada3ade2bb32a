import type { CaseFacts } from './types.ts';

/**
 * The facts that Microsoft support asks for first, in the order of their worth. Sources, all Microsoft:
 * - error: code and full text, from the page or the log (entra-docs reference-error-codes.md,
 *   howto-troubleshoot-sign-in-errors);
 * - correlationId and timestamp: what an event is looked up by (the same pages; Conditional Access troubleshooting);
 * - requestId: with the time, what a Conditional Access case wants (entra-docs Conditional Access troubleshooting);
 * - tenant, app: columns of the sign-in log that say whose event it is (Microsoft Graph docs resources/signin.md);
 * - steps: the support form asks for them (entra-docs how-to-get-support.md).
 * The user isn't among them: the user is only needed to find the event without a correlation ID.
 */
export const FACT_KEYS = [
  'correlationId',
  'timestamp',
  'error',
  'requestId',
  'tenant',
  'app',
  'steps',
] as const;
export type FactKey = (typeof FACT_KEYS)[number];

export interface Completeness {
  have: number;
  of: number;
  /** Worth most first. Label and "where to find it" stand in `cards/case-words.json` under `facts`. */
  missing: FactKey[];
}

const IS_THERE: Record<FactKey, (facts: CaseFacts) => boolean> = {
  correlationId: (facts) => facts.correlationIds.length > 0,
  timestamp: (facts) => facts.timestamps.length > 0,
  error: (facts) => facts.codes.length > 0 || facts.errorText !== '',
  requestId: (facts) => facts.traceIds.length > 0,
  tenant: (facts) => facts.homeTenantId !== '' || facts.resourceTenantId !== '',
  app: (facts) => facts.appId !== '' || facts.resource !== '',
  steps: (facts) => facts.steps !== '',
};

/** How much of what support will ask for is there. */
export function completeness(facts: CaseFacts): Completeness {
  const missing = FACT_KEYS.filter((key) => !IS_THERE[key](facts));
  return { have: FACT_KEYS.length - missing.length, of: FACT_KEYS.length, missing };
}

/**
 * The state of a case that isn't filed yet. It is ready when support can find the event and knows what it is about:
 * the time, an ID or the user to search by (howto-troubleshoot-sign-in-errors filters by either), and the error or
 * what happened. What else is missing is told, but doesn't hold it back.
 */
export function stateByFacts(facts: CaseFacts): 'draft' | 'ready' {
  const findable = facts.correlationIds.length > 0 || facts.traceIds.length > 0 || facts.user !== '';
  const told = IS_THERE.error(facts) || facts.problem !== '';
  return IS_THERE.timestamp(facts) && findable && told ? 'ready' : 'draft';
}
