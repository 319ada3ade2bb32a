import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';

/** Two suggestions with one headline leave a person no way to choose. */
export function ownTitles(entries: ParsedEntry[]): Problem[] {
  const owners = new Map<string, string[]>();
  const keyOf = (title: string) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  for (const { entry } of entries) {
    const key = keyOf(entry.title);
    owners.set(key, [...(owners.get(key) ?? []), entry.id]);
  }
  return entries.flatMap(({ entry, at }) => {
    const others = owners.get(keyOf(entry.title))!.filter((id) => id !== entry.id);
    return others.length === 0
      ? []
      : [
          {
            ...at(['title']),
            message: `${others.join(', ')} has the same title`,
            hint: 'Say in the title what makes this problem another one.',
          },
        ];
  });
}
