import { z } from 'zod';

const ids = z.array(z.string().regex(/^[0-9a-z-]{20,60}$/));

const details = z.looseObject({
  codes: z.array(z.string().regex(/^AAD(?:STS|B2C)\d{4,12}$/)),
  correlationIds: ids,
  traceIds: ids,
  timestamps: z.array(z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)),
  tenantIds: ids,
  appIds: ids,
  cloud: z.enum(['public', 'usgov', 'china']).optional(),
  sdk: z.enum(['python', 'go', 'net', 'java', 'js', 'cpp']).optional(),
  credentials: z.array(z.string()),
});

/** The JSON of one triage, as `npm run triage -- --json` prints it. Details may hold more; the rest may not. */
export const contract = z
  .strictObject({
    outcome: z.enum(['match', 'suggestions', 'none']),
    matches: z
      .array(
        z.strictObject({
          id: z.string().min(1),
          title: z.string().min(1),
          confidence: z.enum(['exact', 'likely', 'possible']),
          score: z.number().min(0).max(1),
          why: z.string().min(1),
        }),
      )
      .max(3),
    details,
    secrets: z.array(z.strictObject({ kind: z.string() })),
  })
  .refine(({ outcome, matches }) => (outcome === 'none') === (matches.length === 0), 'none has no matches');

/** The same with the `id` of the line that was answered, as `--jsonl` prints it. */
export const jsonlContract = z.looseObject({ id: z.union([z.string(), z.number()]) }).transform((line) => {
  const { id, ...answer } = line;
  return { id, answer: contract.parse(answer) };
});
