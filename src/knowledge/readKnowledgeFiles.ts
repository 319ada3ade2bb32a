import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { KnowledgeFile } from './parseEntry.ts';
import { KnowledgeError } from './problem.ts';

/**
 * Reads every .yaml file below the folders, sorted by path within each folder, folders in their order. Hidden files
 * and folders are left out: editors keep unfinished copies in them, and a mounted ConfigMap its older versions.
 *
 * @throws KnowledgeError when a folder or file cannot be read.
 */
export async function readKnowledgeFiles(dirs: string[]): Promise<KnowledgeFile[]> {
  const perDir = await Promise.all(
    dirs.map(async (dir) => {
      try {
        return await Promise.all(
          (await pathsIn(dir)).map(async (path) => ({
            file: relative(process.cwd(), path) || path,
            folder: dir,
            text: await readFile(path, 'utf8'),
          })),
        );
      } catch (error) {
        throw new KnowledgeError([
          {
            file: dir,
            message: `cannot be read: ${(error as Error).message}`,
            hint: 'Check KNOWLEDGE_DIRS.',
          },
        ]);
      }
    }),
  );
  return perDir.flat();
}

/** Whether a path below a knowledge folder is that of an entry. */
export const isEntryPath = (path: string): boolean =>
  /\.ya?ml$/.test(path) && !path.split(/[\\/]/).some((part) => part.startsWith('.'));

async function pathsIn(dir: string): Promise<string[]> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths: string[] = [];
  for (const item of found) {
    const path = join(item.parentPath, item.name);
    if (!isEntryPath(relative(dir, path))) continue;
    // A mounted ConfigMap holds links to its files.
    if (item.isFile() || (item.isSymbolicLink() && (await stat(path)).isFile())) paths.push(path);
  }
  return paths.sort();
}
