import type { ParsedFile } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';

/** Two files of one id in one folder: nobody could tell which of them holds. A later folder may replace an entry. */
export function idsOwnedOnce(files: ParsedFile[]): Problem[] {
  const owners = new Map<string, ParsedFile>();
  return files.flatMap((file) => {
    const id = 'entry' in file ? file.entry.id : file.extension.id;
    const key = `${file.folder}\0${id}`;
    const owner = owners.get(key);
    owners.set(key, owner ?? file);
    return owner
      ? [
          {
            ...file.at(['id']),
            message: `${id} is the id of ${owner.file} already`,
            hint: 'Merge the two files. Only a later folder may replace or extend an entry.',
          },
        ]
      : [];
  });
}
