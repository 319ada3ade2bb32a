import type { Entry } from '../core/types.ts';
import { checkEntries } from './checkEntries.ts';
import { type ParsedEntry, parseEntry } from './parseEntry.ts';
import { KnowledgeError, type Problem } from './problem.ts';
import { readKnowledgeFiles } from './readKnowledgeFiles.ts';

/**
 * Reads and checks the knowledge of all folders. An entry of a later folder replaces one of the same id.
 *
 * @throws KnowledgeError with every fault of every file; nothing is half loaded.
 */
export async function loadKnowledge(dirs: string[]): Promise<Entry[]> {
  const { entries, problems } = await checkKnowledge(dirs);
  if (problems.length > 0) throw new KnowledgeError(problems);
  return entries.map(({ entry }) => entry);
}

/** Like loadKnowledge, but returns the faults with what could be read. */
export async function checkKnowledge(
  dirs: string[],
): Promise<{ entries: ParsedEntry[]; problems: Problem[] }> {
  const parsed = (await readKnowledgeFiles(dirs)).map(parseEntry);
  const byId = new Map<string, ParsedEntry>();
  const problems: Problem[] = [];
  for (const result of parsed) {
    if (Array.isArray(result)) problems.push(...result);
    else byId.set(result.entry.id, result);
  }
  const entries = [...byId.values()];
  problems.push(...checkEntries(entries));
  return { entries, problems };
}
