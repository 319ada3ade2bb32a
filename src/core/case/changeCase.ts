import { redactSecrets } from '../text/redactSecrets.ts';
import { stateByFacts } from './completeness.ts';
import { cleanLine, cleanLines, cleanName } from './form/cleanText.ts';
import type { Case, CaseEvent, CaseFacts, CaseState, Person } from './types.ts';

export type Change =
  | { do: 'edit'; facts: CaseFacts }
  /** Again on a filed case: the number is corrected. */
  | { do: 'file'; microsoftCase: string }
  | { do: 'close'; resolution: string }
  | { do: 'reopen' };

export const CHANGE_ERRORS = [
  'notEditable',
  'alreadyClosed',
  'notClosed',
  'microsoftCaseMissing',
  'microsoftCaseInvalid',
  'resolutionMissing',
  'resolutionTooLong',
] as const;
/** Keys of sentences in `cards/case-words.json` under `changeErrors`. */
export type ChangeError = (typeof CHANGE_ERRORS)[number];

const MAX_RESOLUTION = 1_000;

/**
 * Changes a case. From draft and ready it can be edited (which decides between the two), from those and filed it can
 * be filed and closed, from closed only reopened. A draft can be filed as well: when Microsoft has given it a number,
 * it is filed, whatever facts we miss.
 *
 * @param by who does it; stands on the case with the time
 * @returns the changed case, one version up with one more event, or what speaks against it; the given case stays as
 *   it is
 */
export function changeCase(
  before: Case,
  change: Change,
  by: Person,
  now: Date,
): { case: Case } | { error: ChangeError } {
  const changed = (did: CaseEvent['did'], note: string, what: Partial<Case>) => ({
    case: {
      ...before,
      ...what,
      version: before.version + 1,
      events: [
        ...before.events,
        { at: now.toISOString(), byId: by.id, byName: cleanName(by.name), did, note },
      ],
    },
  });

  switch (change.do) {
    case 'edit':
      if (before.state !== 'draft' && before.state !== 'ready') return { error: 'notEditable' };
      return changed('changed', '', { facts: change.facts, state: stateByFacts(change.facts) });
    case 'file': {
      if (before.state === 'closed') return { error: 'alreadyClosed' };
      if (change.microsoftCase.trim() === '') return { error: 'microsoftCaseMissing' };
      const microsoftCase = readMicrosoftCase(change.microsoftCase);
      if (!microsoftCase) return { error: 'microsoftCaseInvalid' };
      return changed('filed', microsoftCase, { microsoftCase, state: 'filed' });
    }
    case 'close': {
      if (before.state === 'closed') return { error: 'alreadyClosed' };
      const resolution = cleanLines(redactSecrets(change.resolution).text);
      if (resolution === '') return { error: 'resolutionMissing' };
      if (resolution.length > MAX_RESOLUTION) return { error: 'resolutionTooLong' };
      return changed('closed', resolution, { resolution, state: 'closed' });
    }
    case 'reopen':
      if (before.state !== 'closed') return { error: 'notClosed' };
      return changed('reopened', '', { resolution: '', state: stateBeforeClosing(before) });
  }
}

const stateBeforeClosing = ({ microsoftCase, facts }: Case): CaseState =>
  microsoftCase ? 'filed' : stateByFacts(facts);

/**
 * Reads Microsoft's case number. Azure's have sixteen digits that begin with the date ("TrackingID#2403070040015890",
 * Azure PowerShell docs Get-AzSupportCommunication); other Microsoft desks use shorter ones and letters.
 *
 * @returns the bare number, or undefined where it is none: 8 to 30 letters, digits and hyphens, mostly digits
 */
function readMicrosoftCase(typed: string): string | undefined {
  const bare = cleanLine(typed)
    .normalize('NFKC')
    .toUpperCase()
    .replace(
      /^(?:(?:SUPPORT|SERVICE)?\s*(?:TRACKING\s?ID|CASE|TICKET|REQUEST)?\s*(?:NUMBER|NO\.?|ID)?\s*[:#]?\s*)/,
      '',
    )
    .replace(/\s/g, '');
  const digits = bare.match(/\d/g)?.length ?? 0;
  return /^[A-Z0-9](?:[A-Z0-9-]{6,28})[A-Z0-9]$/.test(bare) && digits >= 6 && digits * 2 > bare.length
    ? bare
    : undefined;
}
