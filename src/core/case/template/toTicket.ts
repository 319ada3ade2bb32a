import { completeness, type FactKey } from '../completeness.ts';
import type { Case } from '../types.ts';

/**
 * A case as the fields of an Azure support ticket (Microsoft.Support/supportTickets; SupportSeverityLevel for the
 * severities, which are matched by their meaning), with our IDs beside them.
 */
export interface SupportTicket {
  title: string;
  description: string;
  severity: 'critical' | 'moderate' | 'minimal';
  /** ISO 8601 in UTC: the first event that is known; null when none is. */
  problemStartTime: string | null;
  advancedDiagnosticConsent: 'Yes' | 'No';
  contactDetails: { primaryEmailAddress: string | null; contact: string };
  /** Required by the API, and chosen from Microsoft's lists when the ticket is created. */
  serviceId: null;
  problemClassificationId: null;
  caseId: string;
  microsoftCase: string | null;
  cloud: Case['facts']['cloud'];
  errorCodes: string[];
  correlationIds: string[];
  requestIds: string[];
  timestamps: string[];
  homeTenantId: string | null;
  resourceTenantId: string | null;
  appId: string | null;
  resource: string | null;
  user: string | null;
  missing: FactKey[];
}

const SEVERITY = { A: 'critical', B: 'moderate', C: 'minimal' } as const;

/** @param description the case as plain text */
export function toTicket({ id, facts, microsoftCase }: Case, description: string): SupportTicket {
  return {
    title: facts.title,
    description,
    severity: SEVERITY[facts.severity],
    problemStartTime: [...facts.timestamps].sort()[0] ?? null,
    advancedDiagnosticConsent: facts.consent ? 'Yes' : 'No',
    contactDetails: {
      primaryEmailAddress: facts.contact.match(/[^\s<>(),;:"]+@[^\s<>(),;:"]+\.[^\s<>(),;:"]+/)?.[0] ?? null,
      contact: facts.contact,
    },
    serviceId: null,
    problemClassificationId: null,
    caseId: id,
    microsoftCase: microsoftCase || null,
    cloud: facts.cloud,
    errorCodes: facts.codes,
    correlationIds: facts.correlationIds,
    requestIds: facts.traceIds,
    timestamps: facts.timestamps,
    homeTenantId: facts.homeTenantId || null,
    resourceTenantId: facts.resourceTenantId || null,
    appId: facts.appId || null,
    resource: facts.resource || null,
    user: facts.user || null,
    missing: completeness(facts).missing,
  };
}
