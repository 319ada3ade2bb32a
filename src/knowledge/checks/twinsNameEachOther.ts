import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';

/** Whichever of two twins the bot shows, the person has to learn of the other one. */
export function twinsNameEachOther(entries: ParsedEntry[]): Problem[] {
  const byId = new Map(entries.map((parsed) => [parsed.entry.id, parsed]));
  return entries.flatMap(({ entry, at }) =>
    entry.twins.flatMap(({ id }, i): Problem[] => {
      const place = at(['twins', i, 'id']);
      const twin = byId.get(id);
      if (id === entry.id)
        return [{ ...place, message: 'it names itself as its twin', hint: 'Remove this twin.' }];
      if (entry.twins.findIndex((other) => other.id === id) < i)
        return [{ ...place, message: `${id} is named twice`, hint: 'Merge the two checks.' }];
      if (!twin)
        return [
          {
            ...place,
            message: `the twin ${id} does not exist`,
            hint: 'Correct the id, or write that entry; a code without an entry is told in notes.',
          },
        ];
      if (twin.entry.twins.some((other) => other.id === entry.id)) return [];
      return [
        {
          ...twin.at(['twins']),
          message: `${entry.id} names it as its twin, and it does not name ${entry.id}`,
          hint: `Add ${entry.id} under twins with the check that tells the two apart, or remove it there.`,
        },
      ];
    }),
  );
}
