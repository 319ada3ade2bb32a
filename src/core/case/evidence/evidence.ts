import { isGuid } from '../../details/labelled.ts';
import type { CaseFacts } from '../types.ts';
import { CLOUDS } from './clouds.ts';

/** Ready-made ways to find one sign-in. Everything in it can be run as it stands. */
export interface EvidenceItem {
  kind: 'correlationId' | 'requestId';
  /** A GUID in lower case. */
  id: string;
  /** Request to Microsoft Graph. */
  graph: string;
  /** Command line for bash and other POSIX shells. */
  az: string;
  /** The same for PowerShell. */
  powershell: string;
  /** Query for Log Analytics, if the logs are sent there. */
  kql: string;
}

export interface Evidence {
  items: EvidenceItem[];
  /** Commands that point the Azure CLI at the cloud first; empty for the public cloud. */
  setUp: string[];
  /** Where the sign-in logs are. The way through it is `portalSteps` in `cards/case-words.json`. */
  portal: string;
  supportUrl: string;
}

/**
 * What finds the events of a case in the customer's own logs, in the case's cloud. Needs AuditLog.Read.All and a
 * P1/P2 licence for Graph (Microsoft Graph docs signin.md, signin-list.md); Graph v1.0 lists interactive sign-ins,
 * the portal and the query have all four kinds. A request ID is the `id` of a row.
 *
 * @returns items for correlation IDs first, then for request IDs; what is no GUID gets no command
 */
export function evidence(facts: Pick<CaseFacts, 'correlationIds' | 'traceIds' | 'cloud'>): Evidence {
  const { graph, portal, support, azCloud } = CLOUDS[facts.cloud];
  const items = [
    ...facts.correlationIds.map((id) => ({ kind: 'correlationId' as const, id: id.toLowerCase() })),
    ...facts.traceIds.map((id) => ({ kind: 'requestId' as const, id: id.toLowerCase() })),
  ].filter(({ id }) => isGuid(id));
  return {
    items: items.map(({ kind, id }) => toItem(kind, id, `${graph}/v1.0/auditLogs/signIns`)),
    setUp: azCloud === 'AzureCloud' ? [] : [`az cloud set --name ${azCloud}`, 'az login'],
    portal,
    supportUrl: support,
  };
}

function toItem(kind: EvidenceItem['kind'], id: string, signIns: string): EvidenceItem {
  const url = kind === 'correlationId' ? `${signIns}?$filter=correlationId eq '${id}'` : `${signIns}/${id}`;
  // Inside double quotes the address holds one character that each shell reads as its own: the dollar sign.
  const az = (dollar: string) => `az rest --method GET --url "${url.replaceAll('$', () => dollar)}"`;
  return {
    kind,
    id,
    graph: `GET ${url}`,
    az: az('\\$'),
    powershell: az('`$'),
    kql: [
      'union isfuzzy=true SigninLogs, AADNonInteractiveUserSignInLogs, AADServicePrincipalSignInLogs, AADManagedIdentitySignInLogs',
      `| where ${kind === 'correlationId' ? 'CorrelationId' : 'Id'} == "${id}"`,
      '| project TimeGenerated, Id, CorrelationId, ResultType, ResultDescription, AppId, ResourceIdentity',
    ].join('\n'),
  };
}
