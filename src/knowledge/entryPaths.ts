import { readdir, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';

/**
 * The paths of all .yaml files below a folder, sorted. Hidden files and folders are left out: editors keep unfinished
 * copies in them, and a mounted ConfigMap its older versions.
 *
 * @throws what the file system says about a folder that can't be read
 */
export async function entryPaths(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths: string[] = [];
  for (const item of found) {
    const path = join(item.parentPath, item.name);
    const isHidden = relative(dir, path)
      .split(/[\\/]/)
      .some((part) => part.startsWith('.'));
    if (isHidden || !/\.ya?ml$/.test(item.name)) continue;
    // A mounted ConfigMap holds links to its files.
    if (item.isFile() || (item.isSymbolicLink() && (await stat(path)).isFile())) paths.push(path);
  }
  return paths.sort();
}
