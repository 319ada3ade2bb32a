import type { CaseFacts } from './types.ts';

const REMOVED = '[removed]';
// Shorter ones stand inside other words and codes.
const MIN_LENGTH = 3;

/**
 * Takes a person out of the facts of a case: the names wherever they stand in the words, and in a case that the
 * person created also the contact, with its addresses wherever they stand.
 *
 * @param names what the person was called in Teams
 * @param isOwner did the person create the case?
 * @returns the facts without the person, and a function that cleans other words of the same case
 */
export function forgetPerson(
  facts: CaseFacts,
  names: string[],
  isOwner: boolean,
): { facts: CaseFacts; clean(text: string): string } {
  const own = isOwner ? [facts.contact, ...(facts.contact.match(/[^\s<>(),;]+@[^\s<>(),;]+/g) ?? [])] : [];
  const traces = [...new Set([...names, ...own].map((trace) => trace.trim()))]
    .filter((trace) => trace.length >= MIN_LENGTH)
    .sort((a, b) => b.length - a.length)
    .map((trace) => trace.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const pattern =
    traces.length > 0
      ? new RegExp(`(?<![\\p{L}\\p{N}])(?:${traces.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
      : undefined;
  const clean = (text: string) => (pattern ? text.replace(pattern, REMOVED) : text);
  return {
    facts: {
      ...facts,
      title: clean(facts.title),
      problem: clean(facts.problem),
      errorText: clean(facts.errorText),
      // Whose sign-in failed is a fact of the case and most often somebody else; the own address goes with the contact.
      user: clean(facts.user),
      since: clean(facts.since),
      frequency: clean(facts.frequency),
      affected: clean(facts.affected),
      steps: clean(facts.steps),
      tried: facts.tried.map(clean),
      collected: clean(facts.collected),
      impact: clean(facts.impact),
      contact: isOwner ? '' : clean(facts.contact),
      chain: facts.chain.map((link) => ({ ...link, reason: clean(link.reason) })),
    },
    clean,
  };
}
