import { findCodes } from '../../details/codes.ts';
import type { Carried } from '../../request/buttonData.ts';
import { type FoundSecret, redactSecrets } from '../../text/redactSecrets.ts';
import type { Entry } from '../../types.ts';
import { caseTitle } from '../template/caseTitle.ts';
import type { CaseFacts, CaseSeverity } from '../types.ts';
import { cleanLine, cleanLines } from './cleanText.ts';
import { FIELD_NAMES, type FieldName, type FormValues } from './fields.ts';
import { type IdsError, readIds } from './readIds.ts';
import { readMany, type TimesError } from './readMany.ts';
import { readTenant, readUser, type WhoError } from './readWho.ts';
import { readZone } from './readZone.ts';

export type FieldError =
  | IdsError
  | TimesError
  | WhoError
  | 'zoneUnknown'
  | 'tooLong'
  | 'problemMissing'
  | 'severityUnknown'
  | 'impactForA'
  | 'contactForA'
  | 'consentUnknown'
  | 'triedUnknown';

export interface FormContext {
  /** What the paste held, as the form's button carries it. */
  carried?: Carried;
  /** The entry that the bot answered with. */
  entry?: Entry;
  now: Date;
  /** IANA name of the person's zone; used where the form names none. */
  timeZone?: string;
  /** The facts of the case that is edited: what the form has no field for is kept. */
  before?: CaseFacts;
}

export type FormResult = {
  /** The times, read back: `2026-11-21 13:05:00 UTC`, joined by "; ". */
  utcShown?: string;
  /** Kinds of secrets that were masked, so that the person can be told to revoke them. */
  secrets: FoundSecret[];
} & (
  | { facts: CaseFacts }
  | {
      /** Keys of sentences in `cards/case-words.json` under `errors`. */
      errors: Partial<Record<FieldName, FieldError>>;
      /** What was typed, without secrets, to fill the form again. */
      values: FormValues;
    }
);

/** The longest text of each field in characters; one that isn't here has a strict form of its own. */
export const MAX_LENGTH: Partial<Record<FieldName, number>> = {
  resource: 200,
  problem: 2_000,
  errorText: 3_000,
  since: 200,
  frequency: 200,
  affected: 300,
  steps: 2_000,
  triedOther: 1_000,
  collected: 1_000,
  impact: 1_000,
  contact: 300,
};

const ZONE_DECIDES: ReadonlySet<FieldError> = new Set([
  'timeSkipped',
  'timeTwice',
  'timeFuture',
  'timeTooOld',
]);
const LONG: FieldName[] = ['problem', 'errorText', 'steps', 'triedOther', 'collected', 'impact'];

/**
 * Reads the escalation form again, strictly: what a client checks can be forged or left out. Fields that are not
 * there count as empty; wrong ones don't hide each other.
 *
 * @param fields the inputs by their bare names
 * @returns the facts of the case, or what is wrong with which field, with everything that was typed
 */
export function readForm(fields: Record<string, string>, context: FormContext): FormResult {
  const { carried, entry, now, before } = context;
  const { values, secrets } = readValues(fields);
  const errors: Partial<Record<FieldName, FieldError>> = {};
  /** Takes what a reader gave, or notes its error at the field. */
  const take = <T>(field: FieldName, read: { value: T } | { error: FieldError }, otherwise: T): T => {
    if ('value' in read) return read.value;
    errors[field] = read.error;
    return otherwise;
  };
  const ids = (field: FieldName, max?: number) => {
    const read = readIds(values[field], max);
    return take(field, 'error' in read ? read : { value: read.ids }, []);
  };

  for (const [field, max] of Object.entries(MAX_LENGTH) as [FieldName, number][])
    if (values[field].length > max) errors[field] = 'tooLong';

  const zone = readZone(values.timeZone || context.timeZone || 'UTC');
  if (!zone && values.timeZone) errors.timeZone = 'zoneUnknown';
  const timestamps = take('timestamp', readMany(values.timestamp, zone ?? { offset: 0 }, now), []);
  // What depends on the zone is judged once there is one; what nobody could read is said at once.
  if (errors.timeZone && errors.timestamp && ZONE_DECIDES.has(errors.timestamp)) delete errors.timestamp;

  const severity = (values.severity.toUpperCase() || 'C') as CaseSeverity;
  if (!['A', 'B', 'C'].includes(severity)) errors.severity = 'severityUnknown';
  // Severity A needs a heavy loss, and somebody who works on it day and night (azure.microsoft.com/support/plans/response).
  if (severity === 'A' && values.impact === '') errors.impact ??= 'impactForA';
  if (severity === 'A' && values.contact === '') errors.contact ??= 'contactForA';
  const consent = CONSENT[values.consent.toLowerCase()];
  if (consent === undefined) errors.consent = 'consentUnknown';

  const codes = unique([
    ...(carried?.codes ?? before?.codes ?? []),
    ...findCodes(values.errorText, () => false).map(({ code }) => code),
  ]).slice(0, 5);
  if (values.problem === '' && values.errorText === '' && codes.length === 0)
    errors.problem ??= 'problemMissing';

  const facts: CaseFacts = {
    entryId: entry?.id ?? before?.entryId ?? '',
    title: caseTitle({ codes, entry, problem: values.problem, errorText: values.errorText }),
    problem: values.problem,
    codes,
    errorText: values.errorText,
    correlationIds: ids('correlationIds'),
    traceIds: ids('traceIds'),
    timestamps,
    homeTenantId: take('homeTenantId', readTenant(values.homeTenantId), ''),
    resourceTenantId: take('resourceTenantId', readTenant(values.resourceTenantId), ''),
    appId: ids('appId', 1)[0] ?? '',
    resource: values.resource,
    user: take('user', readUser(values.user), ''),
    since: values.since,
    frequency: values.frequency,
    affected: values.affected,
    steps: values.steps,
    tried: take('tried', readTried(values, entry), []),
    asked: entry?.collect ?? before?.asked ?? [],
    collected: values.collected,
    impact: values.impact,
    severity,
    contact: values.contact,
    consent: consent ?? false,
    cloud: carried?.cloud ?? before?.cloud ?? 'public',
    sdk: carried?.sdk ?? before?.sdk ?? '',
    libraries: carried?.libraries ?? before?.libraries ?? [],
    credentials: carried?.credentials ?? before?.credentials ?? [],
    chain: before?.chain ?? carried?.chain ?? [],
  };
  const utcShown = timestamps.map(showUtc).join('; ') || undefined;
  return Object.keys(errors).length > 0
    ? { errors, values, utcShown, secrets }
    : { facts, utcShown, secrets };
}

const CONSENT: Record<string, boolean | undefined> = {
  '': false,
  false: false,
  no: false,
  true: true,
  yes: true,
};

const showUtc = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
const unique = (items: string[]) => [...new Set(items)];

function readValues(fields: Record<string, string>): { values: FormValues; secrets: FoundSecret[] } {
  const kinds = new Set<FoundSecret['kind']>();
  const entries = FIELD_NAMES.map((name) => {
    const typed = Object.hasOwn(fields, name) ? fields[name]! : '';
    const { text, secrets } = redactSecrets(typed);
    for (const { kind } of secrets) kinds.add(kind);
    const isLong =
      LONG.includes(name) || name === 'correlationIds' || name === 'traceIds' || name === 'timestamp';
    return [name, isLong ? cleanLines(text) : cleanLine(text)];
  });
  return { values: Object.fromEntries(entries), secrets: [...kinds].map((kind) => ({ kind })) };
}

/** The titles of the ticked fixes, then what else was tried, one item a line. */
function readTried(
  { tried, triedOther }: FormValues,
  entry: Entry | undefined,
): { value: string[] } | { error: FieldError } {
  if (!/^(?:\d{1,2}(?:\s*,\s*\d{1,2})*)?$/.test(tried)) return { error: 'triedUnknown' };
  const ticked = tried === '' ? [] : tried.split(',').map(Number);
  // The entry may have lost a fix since the form was shown; what is no longer there can't be told.
  const titles = ticked.flatMap((index) => entry?.fixes[index]?.title ?? []);
  const others = triedOther
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return { value: unique([...titles, ...others]) };
}
