import { type CaseWords, fill } from '../template/caseWords.ts';
import type { EvidenceItem } from './evidence.ts';

/**
 * How to find a sign-in by hand.
 *
 * @param portal address of the admin center of the case's cloud
 */
export function portalSteps({ kind, id }: EvidenceItem, portal: string, words: CaseWords): string[] {
  return words.portalSteps[kind].map((step) => fill(step, { id, portal }));
}
