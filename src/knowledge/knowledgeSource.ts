import type { Knowledge } from '../core/match/knowledge.ts';
import { prepareKnowledge, prepareQuestions } from '../core/triage.ts';
import type { Logger } from '../log.ts';
import { fingerprint } from './fingerprint.ts';
import { loadKnowledge } from './loadKnowledge.ts';

export interface KnowledgeSource {
  /** The last good knowledge. */
  current(): Knowledge;
  /** Why the files on disk are not what is used; empty when they are. */
  problems(): string[];
  stop(): void;
}

/** A change is used after it has stayed the same for one round: editors and checkouts write in several steps. */
const LOOK_EVERY_MS = 1000;

/**
 * Loads the knowledge, and loads it again when a file changes. Faults in a later load keep the last good set.
 *
 * Looks at the files once a second instead of having the system tell: on Linux `fs.watch` loses a file for good once
 * an editor or git has replaced it by renaming, a folder that is swapped is never seen again, and network mounts tell
 * nothing. Looking costs half a percent of one processor.
 *
 * @param lookEveryMs how often
 * @throws KnowledgeError when the first load has faults
 */
export async function createKnowledgeSource(
  dirs: string[],
  log: Logger,
  lookEveryMs = LOOK_EVERY_MS,
): Promise<KnowledgeSource> {
  // Taken before the files are read: what changes meanwhile differs from it, and is loaded in the next rounds.
  let used = await fingerprint(dirs);
  let knowledge = prepareKnowledge(await loadKnowledge(dirs));
  let problems: string[] = [];
  let isStopped = false;
  let seen = used;
  let timer: NodeJS.Timeout | undefined;

  const reload = async () => {
    try {
      const next = prepareKnowledge(await loadKnowledge(dirs));
      prepareQuestions(next);
      if (isStopped) return;
      knowledge = next;
      problems = [];
      log.info({ entries: knowledge.entries.length }, 'the knowledge was loaded again');
    } catch (error) {
      if (isStopped) return;
      problems = [
        `knowledge: the files on disk have faults, the last good set is used. ${(error as Error).message}`,
      ];
      log.error({ err: error }, 'the knowledge on disk has faults; going on with the last good set');
    }
  };
  const look = async () => {
    const now = await fingerprint(dirs);
    const hasSettled = now === seen;
    seen = now;
    if (now !== used && hasSettled && !isStopped) {
      used = now;
      await reload();
    }
    next();
  };
  // One round after the other, however long a load takes; and no round keeps the process alive.
  const next = () => {
    if (!isStopped) timer = setTimeout(look, lookEveryMs).unref();
  };
  next();

  return {
    current: () => knowledge,
    problems: () => problems,
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
