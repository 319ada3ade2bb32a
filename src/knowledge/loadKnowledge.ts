import { prepareKnowledge } from '../core/triage.ts';
import type { Entry } from '../core/types.ts';
import { checkEntries, lintChecks, startChecks } from './checkEntries.ts';
import { examplesFindEntry } from './checks/examplesFindEntry.ts';
import { idsOwnedOnce } from './checks/idsOwnedOnce.ts';
import { mergeFolders } from './mergeFolders.ts';
import type { ParsedEntry, ParsedFile } from './parseEntry.ts';
import { parseThroughCache } from './parseThroughCache.ts';
import { KnowledgeError, type Problem, sortProblems } from './problem.ts';
import { readKnowledgeFiles } from './readKnowledgeFiles.ts';

/**
 * Reads and checks the knowledge of all folders. An entry of a later folder replaces or extends one of the same id.
 * Runs when the bot starts, so it does what keeps a wrong answer away and is done in milliseconds; what takes longer
 * (the examples) or concerns style is left to checkKnowledge: a sentence that two entries share is no reason to be
 * down.
 *
 * @throws KnowledgeError with every fault of every file; nothing is half loaded.
 */
export async function loadKnowledge(dirs: string[]): Promise<Entry[]> {
  const { entries, problems } = await readEntries(dirs);
  if (problems.length > 0) throw new KnowledgeError(problems);
  return entries.map(({ entry }) => entry);
}

/** Everything that can be said against the knowledge, by file and line, with what could be read. */
export async function checkKnowledge(
  dirs: string[],
): Promise<{ entries: ParsedEntry[]; problems: Problem[] }> {
  const { entries, problems } = await readEntries(dirs);
  const knowledge = prepareKnowledge(entries.map(({ entry }) => entry));
  problems.push(...checkEntries(entries, lintChecks), ...examplesFindEntry(entries, knowledge));
  return { entries, problems: sortProblems(problems) };
}

/** What can be read, with the faults of the rest; checked as far as the bot needs it to start. */
export async function readEntries(dirs: string[]): Promise<{ entries: ParsedEntry[]; problems: Problem[] }> {
  const files: ParsedFile[] = [];
  const problems: Problem[] = [];
  for (const result of await parseThroughCache(await readKnowledgeFiles(dirs))) {
    if (Array.isArray(result)) problems.push(...result);
    else files.push(result);
  }
  const merged = mergeFolders(files);
  problems.push(...idsOwnedOnce(files), ...merged.problems, ...checkEntries(merged.entries, startChecks));
  return { entries: merged.entries, problems };
}
