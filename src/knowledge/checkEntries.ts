import { HOLES } from '../core/types.ts';
import type { ParsedEntry } from './parseEntry.ts';
import type { Problem } from './problem.ts';

type Check = (entries: ParsedEntry[]) => Problem[];

const perEntry =
  (check: (parsed: ParsedEntry) => Problem[]): Check =>
  (entries) =>
    entries.flatMap(check);

/** A code names one problem, or the bot could not say which it is. */
const codesOwnedOnce: Check = (entries) => {
  const owners = new Map<string, string>();
  return entries.flatMap(({ entry, file, lineOf }) =>
    entry.codes.flatMap((code, i) => {
      const owner = owners.get(code);
      owners.set(code, entry.id);
      return owner === undefined
        ? []
        : [
            {
              file,
              line: lineOf(['codes', i]),
              message: `${code} belongs to ${owner} already`,
              hint: 'Each code is owned by one entry.',
            },
          ];
    }),
  );
};

/** An entry named after a code owns that code. */
const codeOfItsName = perEntry(({ entry, file, lineOf }) =>
  /^[A-Z]+\d+$/.test(entry.id) && !entry.codes.includes(entry.id)
    ? [
        {
          file,
          line: lineOf(['codes']),
          message: `codes does not list ${entry.id}`,
          hint: `Write codes: [${entry.id}].`,
        },
      ]
    : [],
);

/** Each string of an entry with the path to it. */
export function stringsOf(value: unknown, path: PropertyKey[] = []): { path: PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((item, i) => stringsOf(item, [...path, i]));
  if (value && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => stringsOf(item, [...path, key]));
  return [];
}

/** A hole that nothing fills would be shown to a person as it is. */
const knownHoles = perEntry(({ entry, file, lineOf }) =>
  stringsOf({ checks: entry.checks, fixes: entry.fixes }).flatMap(({ path, text }) =>
    [...text.matchAll(/\{([A-Za-z]+)\}/g)]
      .filter((hole) => !HOLES.includes(hole[1] as never))
      .map((hole) => ({
        file,
        line: lineOf(path),
        message: `nothing fills ${hole[0]}`,
        hint: `Holes are ${HOLES.map((name) => `{${name}}`).join(', ')}; write other parts as <name>.`,
      })),
  ),
);

/** All checks that a shape cannot say; each looks at all entries and reports all its faults. */
export const checks: Check[] = [codesOwnedOnce, codeOfItsName, knownHoles];

export const checkEntries: Check = (entries) => checks.flatMap((check) => check(entries));
