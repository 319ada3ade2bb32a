import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { KnowledgeFile } from './parseEntry.ts';
import { KnowledgeError } from './problem.ts';

/**
 * Reads every .yaml file below the folders, sorted by path within each folder, folders in their order.
 *
 * @throws KnowledgeError when a folder or file cannot be read.
 */
export async function readKnowledgeFiles(dirs: string[]): Promise<KnowledgeFile[]> {
  const perDir = await Promise.all(
    dirs.map(async (dir) => {
      const found = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: Error) => {
        throw new KnowledgeError([
          { file: dir, message: `cannot be read: ${error.message}`, hint: 'Check KNOWLEDGE_DIRS.' },
        ]);
      });
      const paths = found
        .filter((item) => item.isFile() && /\.ya?ml$/.test(item.name))
        .map((item) => join(item.parentPath, item.name))
        .sort();
      return Promise.all(
        paths.map(async (path) => ({
          file: relative(process.cwd(), path) || path,
          text: await readFile(path, 'utf8'),
        })),
      );
    }),
  );
  return perDir.flat();
}
