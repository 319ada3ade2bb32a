import { z } from 'zod';
import type { Details, Triage } from '../types.ts';

/**
 * What a button of a card carries, so that the bot needs no memory of the paste. It comes back as untrusted input
 * and is read again by `readRequest`.
 */
const id = z
  .string()
  .max(80)
  .regex(/^[A-Za-z0-9.-]+$/);
const CODE = /^[A-Z][A-Z0-9]{2,12}\d{3,12}$/;
const words = (max: number) => z.string().max(max);
const list = (item: z.ZodType<string>, max: number) => z.array(item).max(max).default([]);

export const carriedSchema = z.strictObject({
  codes: list(z.string().regex(CODE), 5),
  correlationIds: list(z.string().regex(/^[0-9a-z-]{20,60}$/), 4),
  traceIds: list(z.string().regex(/^[0-9a-z-]{20,60}$/), 4),
  timestamps: list(z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/), 4),
  tenantIds: list(z.string().regex(/^[0-9a-z-]{20,60}$/), 2),
  appIds: list(z.string().regex(/^[0-9a-z-]{20,60}$/), 2),
  tenantDomains: list(words(120), 2),
  users: list(words(120), 2),
  resources: list(words(130), 2),
  libraries: list(words(60), 3),
  credentials: list(words(50), 12),
  cloud: z.enum(['public', 'usgov', 'china']).optional(),
  sdk: z.enum(['python', 'go', 'net', 'java', 'js', 'cpp']).optional(),
  assumedUtc: z.boolean().default(false),
  errorText: words(520).default(''),
  chain: z
    .array(
      z.strictObject({
        credential: words(60),
        state: z.enum(['tried', 'skipped', 'failed']),
        reason: words(120),
      }),
    )
    .max(8)
    .default([]),
});

/** Details that travel with a button: the first few of each kind, and the error line itself. */
export type Carried = z.output<typeof carriedSchema>;

export const VERBS = [
  'answer',
  'escalate',
  'solved',
  'notThis',
  'submitCase',
  'editCase',
  'fileCase',
  'closeCase',
  'reopenCase',
  'sendFile',
  'showCase',
  'cancel',
] as const;
export type Verb = (typeof VERBS)[number];

export const buttonSchema = z.strictObject({
  v: z.literal(1),
  /** What the person wants. */
  verb: z.enum(VERBS),
  /** The entry that the card shows, or the one that was picked. */
  entry: id.optional(),
  /** Other entries that came into question, best first. */
  others: list(id, 3),
  carried: carriedSchema.optional(),
  caseId: z.string().max(20).optional(),
  /** The version of the case that the card showed. */
  version: z.number().int().nonnegative().optional(),
});
export type ButtonData = z.output<typeof buttonSchema>;

/** Cuts the details down to what travels with a button. */
export function carry({ details }: Pick<Triage, 'details'>): Carried {
  const d: Details = details;
  const loose = /^[0-9a-z-]{20,60}$/;
  const ids = (all: string[], max: number) => all.filter((one) => loose.test(one)).slice(0, max);
  const short = (all: string[], max: number, length: number) =>
    all.filter((one) => one.length <= length).slice(0, max);
  return {
    codes: d.codes.filter((code) => CODE.test(code)).slice(0, 5),
    correlationIds: ids(d.correlationIds, 4),
    traceIds: ids(d.traceIds, 4),
    timestamps: d.timestamps.slice(0, 4),
    tenantIds: ids(d.tenantIds, 2),
    appIds: ids(d.appIds, 2),
    tenantDomains: short(d.tenantDomains, 2, 120),
    users: short(d.users, 2, 120),
    resources: short(d.resources, 2, 130),
    libraries: short(d.libraries, 3, 60),
    credentials: short(d.credentials, 12, 50),
    cloud: d.cloud,
    sdk: d.sdk,
    assumedUtc: d.assumedUtc,
    errorText: d.errorText.slice(0, 520),
    chain: d.chain.slice(0, 8).map((link) => ({ ...link, reason: link.reason.slice(0, 100) })),
  };
}
