import { z } from 'zod';
import { CHANGE_ERRORS } from '../changeCase.ts';
import { FACT_KEYS } from '../completeness.ts';

const say = z.string().min(1);
const says = z.array(say).min(1);
const each = <const Key extends string>(...keys: Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, say])) as Record<Key, typeof say>);
const eachOf = <const Key extends string, Shape extends z.ZodType>(shape: Shape, ...keys: Key[]) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, shape])) as Record<Key, Shape>);

const caseWordsSchema = z.strictObject({
  /** What support asks for first, and where it is found. */
  facts: eachOf(each('label', 'where'), ...FACT_KEYS),
  clock: eachOf(each('open', 'urgent', 'past'), 'diagnostic', 'free', 'premium'),
  left: each('minute', 'hour', 'day', 'days'),
  /** What is wrong with a field of the form. */
  errors: each(
    'noGuid',
    'brokenGuid',
    'emptyGuid',
    'tooManyIds',
    'oneIdOnly',
    'timeUnreadable',
    'timeWithoutClock',
    'dateAmbiguous',
    'dateImpossible',
    'timeSkipped',
    'timeTwice',
    'timeFuture',
    'timeTooOld',
    'tooManyTimes',
    'zoneUnknown',
    'userUnreadable',
    'tenantUnreadable',
    'tooLong',
    'problemMissing',
    'severityUnknown',
    'impactForA',
    'contactForA',
    'consentUnknown',
    'triedUnknown',
    'changedMeanwhile',
  ),
  changeErrors: each(...CHANGE_ERRORS),
  severity: eachOf(each('name', 'means'), 'A', 'B', 'C'),
  /** The case as a file in a personal chat. */
  file: each('offer', 'failed'),
  states: each('draft', 'ready', 'filed', 'closed'),
  events: each('created', 'changed', 'filed', 'closed', 'reopened'),
  /** For a person who asked to be forgotten. */
  someone: say,
  cloud: each('public', 'usgov', 'china'),
  sdk: z.record(z.string(), say),
  chain: each('tried', 'skipped', 'failed'),
  portalSteps: eachOf(says, 'correlationId', 'requestId'),
  template: z.strictObject({
    headings: each(
      'happened',
      'error',
      'ids',
      'timeline',
      'scope',
      'environment',
      'steps',
      'tried',
      'collected',
      'asked',
      'evidence',
      'support',
    ),
    labels: each(
      'case',
      'state',
      'microsoftCase',
      'codes',
      'errorText',
      'correlationIds',
      'requestIds',
      'homeTenant',
      'resourceTenant',
      'app',
      'resource',
      'user',
      'events',
      'since',
      'frequency',
      'prepared',
      'affected',
      'impact',
      'severity',
      'cloud',
      'sdk',
      'libraries',
      'credentials',
      'chain',
      'tried',
      'collected',
      'result',
      'graph',
      'az',
      'kql',
      'portal',
      'contact',
      'consent',
      'form',
    ),
    missing: say,
    missingWhere: say,
    consent: each('yes', 'no'),
    stillThere: say,
    asks: says,
    setUp: say,
    sameFor: say,
    powershell: say,
    needs: say,
  }),
});

/** All wording about cases: `cards/case-words.json`. */
export type CaseWords = z.output<typeof caseWordsSchema>;

/**
 * Checks the content of `cards/case-words.json`.
 *
 * @throws Error that says which words are missing or unknown
 */
export function readCaseWords(json: unknown): CaseWords {
  const read = caseWordsSchema.safeParse(json);
  if (!read.success) throw new Error(`case-words.json is not as needed:\n${z.prettifyError(read.error)}`);
  return read.data;
}

/** Puts values into the `{holes}` of a phrase. Values stay as they are: a brace inside one is text. */
export function fill(phrase: string, values: Record<string, string | number>): string {
  return phrase.replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}
