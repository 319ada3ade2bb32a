import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';

/** A code names one problem, or the bot could not say which it is. */
export function codesOwnedOnce(entries: ParsedEntry[]): Problem[] {
  const owners = new Map<string, string>();
  return entries.flatMap(({ entry, at }) =>
    entry.codes.flatMap((code, i) => {
      const owner = owners.get(code);
      owners.set(code, owner ?? entry.id);
      if (owner === undefined) return [];
      return [
        {
          ...at(['codes', i]),
          message: owner === entry.id ? `${code} is listed twice` : `${code} belongs to ${owner} already`,
          hint: 'Each code is owned by one entry; name the other one under twins if the two are close.',
        },
      ];
    }),
  );
}
