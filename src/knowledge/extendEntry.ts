import type { Entry } from '../core/types.ts';
import type { ParsedEntry, ParsedExtension } from './parseEntry.ts';

/** What a file with `extends` says: the fields it gives, in their long forms. */
export type Extension = Partial<Entry> & { id: string; extends: string };

/**
 * Lays a team's own words over an entry: lists are put in front of the entry's lists, because they are closer to the
 * people who read them; other fields replace the entry's. What both lists have stands once.
 *
 * @returns a new entry; its parts still point to the file that each comes from
 */
export function extendEntry(base: ParsedEntry, over: ParsedExtension): ParsedEntry {
  const { extends: _, ...given } = over.extension;
  const entry: Record<string, unknown> = { ...base.entry };
  /** For each part that is not the base's alone: which of its items come from which file. */
  const origins = new Map<string, { of: 'base' | 'over'; index: number }[] | 'over'>();

  const lay = (target: Record<string, unknown>, key: string, value: unknown, path: string) => {
    const below = target[key];
    if (Array.isArray(value) && Array.isArray(below)) {
      const { list, from } = inFront(value, below);
      target[key] = list;
      origins.set(path, from);
    } else if (path === 'appliesTo' && isObject(value) && isObject(below)) {
      const merged = { ...below };
      for (const [inner, item] of Object.entries(value)) lay(merged, inner, item, `${path}.${inner}`);
      target[key] = merged;
    } else {
      target[key] = value;
      origins.set(path, 'over');
    }
  };
  for (const [key, value] of Object.entries(given)) if (value !== undefined) lay(entry, key, value, key);

  return {
    entry: entry as unknown as Entry,
    file: over.file,
    folder: over.folder,
    at(path) {
      for (let depth = Math.min(path.length, 2); depth > 0; depth--) {
        const head = path.slice(0, depth);
        const origin = origins.get(head.map(String).join('.'));
        if (origin === 'over') return over.at(path);
        if (!origin) continue;
        const item = origin[Number(path[depth])] ?? origin[0];
        if (!item) continue;
        return (item.of === 'over' ? over : base).at([...head, item.index, ...path.slice(depth + 1)]);
      }
      return path.length === 0 ? over.at(path) : base.at(path);
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function inFront(first: unknown[], then: unknown[]) {
  const list: unknown[] = [];
  const from: { of: 'base' | 'over'; index: number }[] = [];
  const seen = new Set<string>();
  for (const [of, items] of [
    ['over', first],
    ['base', then],
  ] as const) {
    items.forEach((item, index) => {
      const key = JSON.stringify(item);
      if (seen.has(key)) return;
      seen.add(key);
      list.push(item);
      from.push({ of, index });
    });
  }
  return { list, from };
}
