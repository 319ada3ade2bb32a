import type { Details } from '../types.ts';
import { findChain } from './chain.ts';
import { type FoundCode, findCodes } from './codes.ts';
import {
  findCloud,
  findCredentials,
  findFlow,
  findLibraries,
  findOAuthErrors,
  findResources,
  findSdk,
  findUsers,
} from './environment.ts';
import { findErrorText } from './errorText.ts';
import { findAppIds, findCorrelationIds, findTenantDomains, findTenantIds, findTraceIds } from './ids.ts';
import { unique } from './labelled.ts';
import { findSignInRecords } from './signInRecords.ts';
import { findTimestamps } from './timestamps.ts';

/**
 * Reads everything out of a safe text that is worth showing, filling in or escalating.
 *
 * @param text cleaned and without secrets
 * @param isKnown tells whether a code is in the knowledge
 * @returns the details, and the codes with what speaks for each
 */
export function extractDetails(
  text: string,
  isKnown: (code: string) => boolean,
): { details: Details; codes: FoundCode[] } {
  const codes = findCodes(text, isKnown);
  const { timestamps, assumedUtc } = findTimestamps(text);
  const records = findSignInRecords(text);
  const correlationIds = unique([...records.correlationIds, ...findCorrelationIds(text)]);
  const traceIds = unique([...records.requestIds, ...findTraceIds(text)]);
  const tenantIds = unique([...records.tenantIds, ...findTenantIds(text)]);
  const labelledAppIds = findAppIds(text);
  const appIds = unique([...records.appIds, ...labelledAppIds]).filter(
    (id) => !tenantIds.includes(id) || labelledAppIds.includes(id),
  );
  return {
    codes,
    details: {
      // A number alone is shown as a question, not as a fact of the text.
      codes: codes.flatMap(({ code, form }) => (form === 'alone' ? [] : [code])),
      correlationIds,
      traceIds,
      timestamps: unique([...records.timestamps, ...timestamps]),
      tenantIds,
      appIds,
      cloud: findCloud(text),
      sdk: findSdk(text),
      credentials: findCredentials(text),
      assumedUtc,
      tenantDomains: findTenantDomains(text),
      users: unique([...records.users, ...findUsers(text)]),
      resources: findResources(text),
      libraries: findLibraries(text),
      flow: findFlow(text),
      oauthErrors: findOAuthErrors(text),
      chain: findChain(text),
      errorText: findErrorText(text),
    },
  };
}
