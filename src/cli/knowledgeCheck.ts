import { checkKnowledge } from '../knowledge/loadKnowledge.ts';
import { formatProblem } from '../knowledge/problem.ts';

const dirs = process.argv.slice(2);
const { entries, problems } = await checkKnowledge(dirs.length > 0 ? dirs : ['knowledge']);
for (const problem of problems) console.error(formatProblem(problem));
console.log(`${entries.length} entries, ${problems.length} faults`);
process.exitCode = problems.length > 0 ? 1 : 0;
