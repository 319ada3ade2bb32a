import { cleanName } from './form/cleanText.ts';
import type { Case, CaseFacts, CaseState, Person } from './types.ts';

/** A case at its beginning: version 1, with the one event that it was created. */
export function buildCase(
  id: string,
  { facts, state }: { facts: CaseFacts; state: CaseState },
  by: Person,
  now: Date,
): Case {
  return {
    id,
    state,
    version: 1,
    facts,
    microsoftCase: '',
    resolution: '',
    events: [{ at: now.toISOString(), byId: by.id, byName: cleanName(by.name), did: 'created', note: '' }],
  };
}
