import { z } from 'zod';
import type { CaseFacts } from './types.ts';

const words = z.string().default('');
const list = z.array(z.string()).default([]);

// Cases outlive versions of the bot: a fact that an older one did not have is empty.
const storedFacts = z.object({
  entryId: words,
  title: words,
  problem: words,
  codes: list,
  errorText: words,
  correlationIds: list,
  traceIds: list,
  timestamps: list,
  homeTenantId: words,
  resourceTenantId: words,
  appId: words,
  resource: words,
  user: words,
  since: words,
  frequency: words,
  affected: words,
  steps: words,
  tried: list,
  asked: list,
  collected: words,
  impact: words,
  severity: z.enum(['A', 'B', 'C']).default('C'),
  contact: words,
  consent: z.boolean().default(false),
  cloud: z.enum(['public', 'usgov', 'china']).default('public'),
  sdk: words,
  libraries: list,
  credentials: list,
  chain: z
    .array(
      z.object({
        credential: z.string(),
        state: z.enum(['tried', 'skipped', 'failed']),
        reason: z.string(),
      }),
    )
    .default([]),
}) satisfies z.ZodType<CaseFacts>;

/**
 * Reads the facts of a stored case.
 *
 * @param json as it was stored, perhaps by an older version of the bot
 * @throws SyntaxError or ZodError when it is none
 */
export function readStoredFacts(json: string): CaseFacts {
  return storedFacts.parse(JSON.parse(json));
}

/** Facts of which nothing is given. */
export const noFacts = (): CaseFacts => storedFacts.parse({});
