import { isGuid } from '../../details/labelled.ts';
import { meansNothing, readIds } from './readIds.ts';

export type WhoError = 'userUnreadable' | 'tenantUnreadable';

const DOMAIN = String.raw`(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+`;
const TENANT_DOMAIN = new RegExp(`^${DOMAIN}$`);
// Guests have their home name in it: ann_fabrikam.com#EXT#@contoso.onmicrosoft.com (Microsoft Graph docs, user).
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._+'-]{0,112}(?:#ext#)?$/u;

/**
 * Reads a user principal name or an object ID (of a user or a service principal).
 *
 * @returns in lower case; empty for "n/a" and the like
 */
export function readUser(typed: string): { value: string } | { error: WhoError } {
  const text = unwrap(typed);
  if (text === '' || meansNothing(text)) return { value: '' };
  const asId = readIds(text, 1);
  if ('ids' in asId && asId.ids.length === 1) return { value: asId.ids[0]! };
  const at = text.lastIndexOf('@');
  const isName = at > 0 && NAME.test(text.slice(0, at)) && TENANT_DOMAIN.test(text.slice(at + 1));
  return isName ? { value: text } : { error: 'userUnreadable' };
}

/**
 * Reads a tenant: its ID, or one of its domains, by which support finds it as well.
 *
 * @returns in lower case; empty for "n/a" and the like
 */
export function readTenant(typed: string): { value: string } | { error: WhoError } {
  const text = unwrap(typed);
  if (text === '' || meansNothing(text)) return { value: '' };
  const asId = readIds(text, 1);
  if ('ids' in asId && isGuid(asId.ids[0] ?? '')) return { value: asId.ids[0]! };
  return TENANT_DOMAIN.test(text) ? { value: text } : { error: 'tenantUnreadable' };
}

const unwrap = (typed: string) =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s<("'`{[]+|[\s>)"'`}\],.;]+$/g, '');
