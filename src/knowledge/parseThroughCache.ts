import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type KnowledgeFile, type ParsedFile, parseEntry, placesIn } from './parseEntry.ts';
import type { Problem } from './problem.ts';

/** Beside the packages: `npm ci` starts it anew, git and the package of the bot leave it out. */
export const CACHE_FILE = join(import.meta.dirname, '../../node_modules/.cache/entra-triage/knowledge.json');

// A few files are parsed sooner than the cache is read, and must not push out those of the bot.
const MIN_FILES = 100;
// What decides how a file is read: another version of these makes the cache worthless.
const READERS = ['parseEntry.ts', 'entrySchema.ts', 'roles.ts'];

interface Cache {
  version: string;
  /** By the hash of name and text: what parseEntry makes of the file, without its faults and lines. */
  files: Record<string, { entry: unknown } | { extension: unknown }>;
}

/**
 * Parses files as parseEntry does, but takes what an earlier run has read from a cache.
 *
 * Parsing YAML is most of what the knowledge costs at start-up: about 0.6 s for 500 files, where reading them and one
 * JSON file takes 0.1 s. The key is the text itself, so that a changed file is never taken for the old one, whatever
 * its time says. Only files without faults are kept, every check that looks at several entries runs on each start, and
 * a cache that is missing, damaged or can't be written costs nothing but the time.
 *
 * @returns for each file, in order: the entry or extension, or its faults
 */
export async function parseThroughCache(
  files: KnowledgeFile[],
  cacheFile = CACHE_FILE,
): Promise<(ParsedFile | Problem[])[]> {
  if (files.length < MIN_FILES) return files.map(parseEntry);
  const version = await readerVersion();
  const cache = await readCache(cacheFile, version);
  const next: Cache = { version, files: {} };
  let isNew = false;
  const parsed = files.map((file): ParsedFile | Problem[] => {
    const key = hashOf(`${basename(file.file)}\0${file.text}`);
    const known = cache?.files[key];
    if (known) {
      next.files[key] = known;
      return { ...known, file: file.file, folder: file.folder, at: placesIn(file) } as ParsedFile;
    }
    const result = parseEntry(file);
    if (!Array.isArray(result)) {
      isNew = true;
      next.files[key] = 'entry' in result ? { entry: result.entry } : { extension: result.extension };
    }
    return result;
  });
  if (isNew) await writeCache(cacheFile, next);
  return parsed;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('base64url');

async function readerVersion(): Promise<string> {
  const texts = await Promise.all(READERS.map((name) => readFile(join(import.meta.dirname, name), 'utf8')));
  return hashOf([process.version, ...texts].join('\0'));
}

async function readCache(path: string, version: string): Promise<Cache | undefined> {
  try {
    const text = await readFile(path, 'utf8');
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (text.slice(0, end) !== hashOf(body)) return undefined;
    const cache = JSON.parse(body) as Cache;
    return cache.version === version ? cache : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever else writes at the same time, the file is always one whole version. */
async function writeCache(path: string, cache: Cache): Promise<void> {
  const body = JSON.stringify(cache);
  const own = `${path}.${process.pid}-${hashOf(String(process.hrtime.bigint())).slice(0, 8)}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(own, `${hashOf(body)}\n${body}`);
    await rename(own, path);
  } catch {
    // A file system that is read-only, or full: the next start parses again.
    await rm(own, { force: true }).catch(() => {});
  }
}
