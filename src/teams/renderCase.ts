import type { CaseView, Reply } from '../cards/cards.ts';
import { completeness } from '../core/case/completeness.ts';
import { clockTexts } from '../core/case/evidence/clockTexts.ts';
import { evidence } from '../core/case/evidence/evidence.ts';
import { evidenceClock } from '../core/case/evidence/evidenceClock.ts';
import { portalSteps } from '../core/case/evidence/portalSteps.ts';
import { caseTemplate } from '../core/case/template/caseTemplate.ts';
import type { Case } from '../core/case/types.ts';
import type { Asker } from './asker.ts';
import type { BotParts } from './parts.ts';

/** The card of a case, as it stands now. */
export function renderCase(
  of: Case,
  asker: Asker,
  { cards, caseWords }: BotParts,
  errors: CaseView['errors'] = {},
): Reply {
  const { moment } = asker;
  const found = evidence(of.facts);
  return cards.case(
    {
      case: of,
      completeness: inWords(completeness(of.facts), caseWords.facts),
      clock: clockTexts(evidenceClock(of.facts.timestamps, moment.now), caseWords),
      evidence: found.items.map((item) => ({
        correlationId: item.id,
        kind: item.kind,
        steps: portalSteps(item, found.portal, caseWords),
        graph: item.graph,
        az: [...found.setUp, item.az].join('\n'),
        powershell: [...found.setUp, item.powershell].join('\n'),
        kql: item.kql,
      })),
      template: caseTemplate(of, caseWords, moment.now).text,
      supportUrl: found.supportUrl,
      canChange: true,
      canSendFile: asker.isPersonal,
      errors,
    },
    moment,
  );
}

/** What is missing, with the words for it. */
export const inWords = <Key extends string>(
  { have, of, missing }: { have: number; of: number; missing: Key[] },
  words: Record<Key, { label: string; where: string }>,
) => ({
  have,
  of,
  missing: missing.map((key) => words[key]),
});
