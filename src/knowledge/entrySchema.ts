import { z } from 'zod';
import type { Entry } from '../core/types.ts';
import { ROLES } from './roles.ts';

/** What part of sign-in a problem belongs to. */
export const AREAS = [
  'app-registration',
  'b2c',
  'browser',
  'conditional-access',
  'consent',
  'credentials',
  'developer-tools',
  'device',
  'federation',
  'guest-access',
  'hybrid',
  'managed-identity',
  'mfa',
  'network',
  'saml',
  'sdk-configuration',
  'service',
  'session',
  'tenant',
  'token-cache',
  'token-request',
  'user-account',
] as const;

const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(max, `keep it under ${max} characters: a card is read on a phone`)
    .refine((text) => !text.includes('\n'), 'one line only');

const fixer = z.enum(['user', 'developer', 'admin', 'microsoft']);
const sdk = z.enum(['python', 'go', 'net', 'java', 'js', 'cpp']);
export const idSchema = z
  .string()
  .regex(
    /^(?:[A-Z]{2,12}\d{3,8}|[a-z][a-z0-9-]*\.[a-z0-9]+(?:-[a-z0-9]+)*)$/,
    'an id is a code such as AADSTS50003, or area.words-with-hyphens such as msal.popup-blocked',
  );

const signature = z.union([
  z.string().trim().min(8, 'a signature has at least 8 characters').max(600),
  z.strictObject({
    text: z.string().trim().min(4).max(600),
    sdk: sdk.optional(),
    credential: z.string().optional(),
  }),
]);

const cause = z.union([line(260), z.strictObject({ text: line(260), tell: line(260).optional() })]);

const fix = z.strictObject({
  title: line(110).describe('What is done, as an instruction: "Create a new client secret".'),
  by: fixer,
  role: z.enum(ROLES).optional().describe('The least role that suffices.'),
  licence: line(120).optional(),
  steps: z.array(line(320)).min(1).max(7).describe('Each begins with a verb.'),
  portal: line(240).optional().describe('Path through a portal as it is named today, parts joined by " > ".'),
  command: z
    .strictObject({
      shell: z.enum(['azure-cli', 'powershell', 'graph', 'bash', 'cmd', 'code']),
      run: z
        .string()
        .trim()
        .min(3)
        .max(600)
        .describe('Holes: {appId} {tenantId} {correlationId} {traceId} {user}.'),
      permissions: z
        .array(z.string().regex(/^[A-Z][\w-]*(\.\w+)+$/, 'a permission is written like User.Read.All'))
        .min(1)
        .optional()
        .describe('The least delegated permissions of Microsoft Graph that it needs.'),
    })
    .optional(),
  verify: line(260).optional().describe('How to see that it worked.'),
});

/** The shape of one knowledge file. What a shape cannot say is in checks/. */
export const entrySchema = z.strictObject({
  id: idSchema,
  name: line(100).optional().describe("Microsoft's own name of the error."),
  title: line(90).describe('What it is, in plain words: the headline of the card.'),
  summary: line(320).describe('One sentence that a help-desk agent understands.'),
  severity: z
    .enum(['high', 'medium', 'low'])
    .describe(
      'high: an app or many people are down; medium: one person or job is; low: expected, or passes.',
    ),
  area: z.enum(AREAS),
  fixedBy: z.array(fixer).min(1).describe('Who can fix it, likeliest first.'),
  codes: z.array(z.string().regex(/^[A-Z]{2,12}\d{3,8}$/, 'a code is written like AADSTS50003')).default([]),
  threads: z
    .int()
    .min(1)
    .optional()
    .describe(
      'In how many public threads of the count it occurs; knowledge/README.md says how they were counted.',
    ),
  signatures: z
    .array(signature)
    .default([])
    .describe('Literal words that a program prints; {name} stands for a part that varies.'),
  phrases: z.array(line(160)).default([]).describe('How people put it in their own words.'),
  appliesTo: z
    .strictObject({ sdks: z.array(sdk).default([]), credentials: z.array(z.string()).default([]) })
    .default({ sdks: [], credentials: [] }),
  checks: z.array(line(300)).default([]).describe('What to look at first.'),
  inferred: z
    .boolean()
    .optional()
    .describe(
      'Microsoft publishes one sentence or a name; causes and fixes are conclusions from it. The card says so.',
    ),
  causes: z.array(cause).min(1, 'an entry has at least one cause').max(5).describe('Likeliest first.'),
  decide: line(300).optional().describe('The question that decides between the two likeliest causes.'),
  fixes: z.array(fix).min(1, 'an entry has at least one fix').max(5).describe('Likeliest first.'),
  notes: z.array(line(400)).default([]),
  twins: z
    .array(z.strictObject({ id: idSchema, check: line(300) }))
    .default([])
    .describe('Entries with the same words, each with the check that tells them apart.'),
  collect: z
    .array(line(200))
    .default([])
    .describe('What support will ask for beyond correlation ID and time.'),
  escalateWhen: line(300),
  retry: z.strictObject({
    worth: z.enum(['yes', 'after-fix', 'no']).describe('Is trying again worth it?'),
    note: line(200).optional(),
  }),
  references: z
    .array(z.strictObject({ title: line(160), url: z.url({ protocol: /^https$/, error: 'an https link' }) }))
    .min(1),
  source: z.array(z.string()).default([]).describe('Where the facts come from, for maintainers.'),
  examples: z
    .array(z.string().trim().min(1).max(4000))
    .min(1)
    .describe('Messages that must find this entry first.'),
  counterExamples: z
    .array(z.string().trim().min(1).max(4000))
    .default([])
    .describe('Messages that must not find this entry first.'),
});

/** An entry as it may be written: short forms, and without what has a default. */
export type EntryFile = z.input<typeof entrySchema>;

/**
 * The shape of a file that changes the entry of the same id in an earlier folder: everything may be left out. Lists
 * that are left out are read as empty, which changes nothing.
 */
export const extensionSchema = z.strictObject({
  ...entrySchema.partial().shape,
  id: idSchema,
  extends: idSchema.describe(
    'The id of this file: what it says is laid over the entry of an earlier folder.',
  ),
});

type LongForms<T extends { signatures?: unknown; causes?: unknown }> = Omit<T, 'signatures' | 'causes'> &
  Partial<Pick<Entry, 'signatures' | 'causes'>>;

/** Brings the short forms of a checked file (a bare string as cause or signature) into the long ones. */
export function toEntry<T extends Partial<Pick<z.output<typeof entrySchema>, 'signatures' | 'causes'>>>(
  file: T,
): LongForms<T> {
  return {
    ...file,
    ...(file.signatures && {
      signatures: file.signatures.map((s) => (typeof s === 'string' ? { text: s } : s)),
    }),
    ...(file.causes && { causes: file.causes.map((c) => (typeof c === 'string' ? { text: c } : c)) }),
  };
}
