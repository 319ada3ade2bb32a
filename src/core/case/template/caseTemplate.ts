import type { Case } from '../types.ts';
import { type Block, caseSections } from './caseSections.ts';
import type { CaseWords } from './caseWords.ts';
import { toMarkdown } from './toMarkdown.ts';
import { toPlainText } from './toPlainText.ts';
import { type SupportTicket, toTicket } from './toTicket.ts';

export interface CaseTemplate {
  /** CommonMark, for a file or a wiki. */
  markdown: string;
  /** For the description of a support request. */
  text: string;
  /** For a program. */
  json: SupportTicket;
}

/**
 * Turns a case into what can be sent to Microsoft.
 *
 * @param of its id may be empty: a case that could not be stored
 * @param words of `cards/case-words.json`
 * @param now for the clock of the evidence and "prepared at"
 */
export function caseTemplate(of: Case, words: CaseWords, now: Date): CaseTemplate {
  const { labels } = words.template;
  const head: Block[] = [
    ...(of.id ? [{ kind: 'row' as const, label: labels.case, value: of.id }] : []),
    { kind: 'said', label: labels.state, text: words.states[of.state] },
    ...(of.microsoftCase
      ? [{ kind: 'row' as const, label: labels.microsoftCase, value: of.microsoftCase }]
      : []),
  ];
  const sections = caseSections(of, words, now);
  const title = of.facts.title || of.id;
  const text = toPlainText(title, head, sections);
  return { markdown: toMarkdown(title, head, sections), text, json: toTicket(of, text) };
}
