import { join, relative } from 'node:path';
import { knowledgeDirs } from '../config.ts';
import { checkKnowledge } from '../knowledge/loadKnowledge.ts';
import { formatProblem, KnowledgeError } from '../knowledge/problem.ts';

/** Checks every knowledge file and its examples. Folders as arguments are checked instead of the bot's own set. */
const given = process.argv.slice(2);
const dirs =
  given.length > 0
    ? given
    : knowledgeDirs(
        relative(process.cwd(), join(import.meta.dirname, '../../knowledge')) || '.',
        process.env.KNOWLEDGE_DIRS,
      );
try {
  const { entries, problems } = await checkKnowledge(dirs);
  for (const problem of problems) console.error(formatProblem(problem));
  console.log(`${entries.length} entries, ${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}`);
  process.exitCode = problems.length > 0 ? 1 : 0;
} catch (error) {
  if (!(error instanceof KnowledgeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
