import { HOLES, type Hole } from '../../core/types.ts';
import type { Words } from '../words.ts';
import type { Found } from './foundInMessage.ts';

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const DOMAIN =
  /^(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;
// Only letters, digits and . _ - before the @: nothing that a shell or a query could read as its own.
const USER = /^[a-z0-9][a-z0-9._-]{0,63}@/i;

/**
 * Fills the holes of a step or a command. A paste is hostile: a value gets in only if it has the strict form of what
 * it claims to be; otherwise the hole is named, for a person to fill.
 *
 * @returns the text, and whether a hole was left open
 */
export function fillHoles(text: string, found: Found, words: Words): { text: string; open: boolean } {
  let open = false;
  const filled = text.replace(/\{(\w+)\}/g, (all, name: string) => {
    if (!isHole(name)) return all;
    const value = strictValue(name, found);
    if (value === undefined) open = true;
    return value ?? words.holes[name];
  });
  return { text: filled, open };
}

const isHole = (name: string): name is Hole => (HOLES as readonly string[]).includes(name);

function strictValue(hole: Hole, found: Found): string | undefined {
  switch (hole) {
    case 'appId':
      return found.appIds.find((id) => GUID.test(id));
    case 'tenantId':
      return (
        found.tenantIds.find((id) => GUID.test(id)) ?? found.tenantDomains.find((name) => DOMAIN.test(name))
      );
    case 'correlationId':
      return found.correlationIds.find((id) => GUID.test(id));
    case 'traceId':
      return found.traceIds.find((id) => GUID.test(id));
    case 'user':
      return found.users.find((user) => USER.test(user) && DOMAIN.test(user.slice(user.indexOf('@') + 1)));
  }
}
