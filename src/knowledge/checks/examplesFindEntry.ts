import type { Knowledge } from '../../core/match/knowledge.ts';
import { triage } from '../../core/triage.ts';
import type { Triage } from '../../core/types.ts';
import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';

/**
 * Sends the examples of every entry through the real first line. An example has to find its entry first; without a
 * code an entry with twins may instead be offered beside them. A counter-example must not find it first.
 *
 * @param knowledge the same entries, prepared
 */
export function examplesFindEntry(entries: ParsedEntry[], knowledge: Knowledge): Problem[] {
  return entries.flatMap(({ entry, at }) => [
    ...entry.examples.flatMap((example, i) => {
      const result = triage(example, knowledge);
      if (isFirst(result, entry.id) || isAmongTwins(result, entry)) return [];
      return [
        {
          ...at(['examples', i]),
          message: `the example finds ${told(result)}`,
          hint: 'Add the words that it prints as a signature, choose a more telling example, or name a twin.',
        },
      ];
    }),
    ...entry.counterExamples.flatMap((example, i) => {
      const result = triage(example, knowledge);
      if (result.matches[0]?.entry.id !== entry.id) return [];
      return [
        {
          ...at(['counterExamples', i]),
          message: `the counter-example finds this entry: ${told(result)}`,
          hint: 'Narrow the signatures here, or add what the counter-example prints to the entry it belongs to.',
        },
      ];
    }),
  ]);
}

const isFirst = ({ outcome, matches }: Triage, id: string) =>
  outcome === 'match' && matches[0]?.entry.id === id;

function isAmongTwins({ outcome, matches, details }: Triage, { id, twins }: ParsedEntry['entry']): boolean {
  const place = matches.findIndex(({ entry }) => entry.id === id);
  return (
    outcome === 'suggestions' &&
    details.codes.length === 0 &&
    place >= 0 &&
    matches.every(
      ({ entry }, i) => i > place || entry.id === id || twins.some((twin) => twin.id === entry.id),
    ) &&
    twins.length > 0
  );
}

function told({ outcome, matches, unknownCodes }: Triage): string {
  if (outcome === 'none')
    return unknownCodes.length > 0 ? `nothing: no entry owns ${unknownCodes.join(', ')}` : 'nothing';
  const found = matches.map(({ entry, score }) => `${entry.id} (${score.toFixed(2)})`).join(', ');
  return outcome === 'suggestions' ? `no sure answer, only suggestions: ${found}` : found;
}
