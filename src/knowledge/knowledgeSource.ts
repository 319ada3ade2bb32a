import { type FSWatcher, watch } from 'node:fs';
import type { Knowledge } from '../core/match/matchKnowledge.ts';
import { prepareKnowledge } from '../core/triage.ts';
import type { Logger } from '../log.ts';
import { loadKnowledge } from './loadKnowledge.ts';

export interface KnowledgeSource {
  /** The last good knowledge. */
  current(): Knowledge;
  /** Why the files on disk are not what is used; empty when they are. */
  problems(): string[];
  stop(): void;
}

// Editors write a file in several steps, and a checkout writes many.
const SETTLE_MS = 400;

/**
 * Loads the knowledge, and loads it again when a file changes. Faults in a later load keep the last good set.
 *
 * @throws KnowledgeError when the first load has faults
 */
export async function createKnowledgeSource(dirs: string[], log: Logger): Promise<KnowledgeSource> {
  let knowledge = prepareKnowledge(await loadKnowledge(dirs));
  let problems: string[] = [];
  let timer: NodeJS.Timeout | undefined;

  const reload = async () => {
    try {
      knowledge = prepareKnowledge(await loadKnowledge(dirs));
      problems = [];
      log.info({ entries: knowledge.entries.length }, 'the knowledge was loaded again');
    } catch (error) {
      problems = [
        `knowledge: the files on disk have faults, the last good set is used. ${(error as Error).message}`,
      ];
      log.error({ err: error }, 'the knowledge on disk has faults; going on with the last good set');
    }
  };
  const watchers: FSWatcher[] = dirs.flatMap((dir) => {
    try {
      return [
        watch(dir, { recursive: true, persistent: false }, (_event, file) => {
          if (file && !/\.ya?ml$/.test(file)) return;
          clearTimeout(timer);
          timer = setTimeout(() => void reload(), SETTLE_MS);
        }),
      ];
    } catch (error) {
      log.warn({ err: error, dir }, 'changes in this folder will only be seen after a restart');
      return [];
    }
  });
  return {
    current: () => knowledge,
    problems: () => problems,
    stop() {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
