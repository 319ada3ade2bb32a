/**
 * The fields of the escalation form, in the order in which a person meets them. The input of a field has the id
 * `f_<name>`; `readRequest` hands them on under their bare names.
 */
export const FIELD_NAMES = [
  'correlationIds',
  'timestamp',
  'timeZone',
  'traceIds',
  'homeTenantId',
  'resourceTenantId',
  'appId',
  'resource',
  'user',
  'problem',
  'errorText',
  'since',
  'frequency',
  'affected',
  'steps',
  'tried',
  'triedOther',
  'collected',
  'impact',
  'severity',
  'contact',
  'consent',
] as const;

export type FieldName = (typeof FIELD_NAMES)[number];

/**
 * What each input holds, as text. `tried` is a list of indexes into the titles of the answer's fixes, joined by
 * commas ("0,2"); `consent` is "true" or "false"; empty means: not given.
 */
export type FormValues = Record<FieldName, string>;
