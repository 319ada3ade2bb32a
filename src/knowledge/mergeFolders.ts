import { extendEntry } from './extendEntry.ts';
import type { ParsedEntry, ParsedFile } from './parseEntry.ts';
import type { Problem } from './problem.ts';

/**
 * Makes one set of entries of several folders. An entry of a later folder replaces the one of the same id; a file
 * with `extends` is laid over it.
 *
 * @param files in the order of their folders
 */
export function mergeFolders(files: ParsedFile[]): { entries: ParsedEntry[]; problems: Problem[] } {
  const byId = new Map<string, ParsedEntry>();
  const problems: Problem[] = [];
  for (const file of files) {
    if ('entry' in file) {
      byId.set(file.entry.id, file);
      continue;
    }
    const { id } = file.extension;
    const base = byId.get(id);
    // Within one folder there is nothing to lay it over: that is two files of one id, which idsOwnedOnce tells.
    if (base && base.folder !== file.folder) byId.set(id, extendEntry(base, file));
    else if (!base)
      problems.push({
        ...file.at(['extends']),
        message: `no earlier folder has an entry ${id} to extend`,
        hint: 'Correct the id, or write a whole entry without extends.',
      });
  }
  return { entries: [...byId.values()], problems };
}
