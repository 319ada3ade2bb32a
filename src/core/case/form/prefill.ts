import { isGuid } from '../../details/labelled.ts';
import type { Carried } from '../../request/buttonData.ts';
import type { Entry } from '../../types.ts';
import type { CaseFacts } from '../types.ts';
import { FIELD_NAMES, type FormValues } from './fields.ts';

/** What the bot knows of the person who escalates. */
export interface FormUser {
  name?: string;
  email?: string;
  /** IANA name, as Teams sends it. */
  timeZone?: string;
}

const nothing = (): FormValues => Object.fromEntries(FIELD_NAMES.map((name) => [name, ''])) as FormValues;

/**
 * What the form holds when it opens: everything that the paste told. Masked or cut IDs are left out, because they
 * would only come back as errors.
 *
 * @param carried absent when the person escalates without a paste
 */
export function prefill(carried: Carried | undefined, user: FormUser): FormValues {
  const guids = (ids: string[] = []) => ids.filter(isGuid);
  const tenants = [...guids(carried?.tenantIds), ...(carried?.tenantDomains ?? [])];
  return {
    ...nothing(),
    correlationIds: guids(carried?.correlationIds).join('\n'),
    traceIds: guids(carried?.traceIds).join('\n'),
    timestamp: (carried?.timestamps ?? []).map(showTime).join('; '),
    timeZone: user.timeZone ?? 'UTC',
    homeTenantId: tenants[0] ?? '',
    resourceTenantId: guids(carried?.tenantIds)[1] ?? '',
    appId: guids(carried?.appIds)[0] ?? '',
    resource: carried?.resources[0] ?? '',
    user: carried?.users[0] ?? '',
    errorText: carried?.errorText ?? '',
    severity: 'C',
    contact: [user.name, user.email && `<${user.email}>`].filter(Boolean).join(' '),
    consent: 'false',
  };
}

/**
 * What the form holds when a case is edited.
 *
 * @param entry the entry of the case, for the fixes that are ticked; without it they are told as other attempts
 */
export function prefillFromCase(facts: CaseFacts, entry: Entry | undefined, user: FormUser): FormValues {
  const titles = entry?.fixes.map(({ title }) => title) ?? [];
  return {
    ...nothing(),
    problem: facts.problem,
    errorText: facts.errorText,
    correlationIds: facts.correlationIds.join('\n'),
    traceIds: facts.traceIds.join('\n'),
    timestamp: facts.timestamps.map(showTime).join('; '),
    timeZone: user.timeZone ?? 'UTC',
    homeTenantId: facts.homeTenantId,
    resourceTenantId: facts.resourceTenantId,
    appId: facts.appId,
    resource: facts.resource,
    user: facts.user,
    since: facts.since,
    frequency: facts.frequency,
    affected: facts.affected,
    steps: facts.steps,
    tried: titles.flatMap((title, index) => (facts.tried.includes(title) ? [index] : [])).join(','),
    triedOther: facts.tried.filter((one) => !titles.includes(one)).join('\n'),
    collected: facts.collected,
    impact: facts.impact,
    severity: facts.severity,
    contact: facts.contact,
    consent: String(facts.consent),
  };
}

// With its zone, so that it means the same whatever the zone field says.
const showTime = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
