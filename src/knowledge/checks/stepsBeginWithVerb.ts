import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';
import { STEP_VERBS } from './stepVerbs.ts';

/** Under stress people read the first word of a step: it says what to do. */
export function stepsBeginWithVerb(entries: ParsedEntry[]): Problem[] {
  return entries.flatMap(({ entry, at }) =>
    entry.fixes.flatMap(({ steps }, f) =>
      steps.flatMap((step, s) => {
        const first = /^[\p{L}’'-]+/u.exec(step)?.[0] ?? step.split(' ')[0]!;
        // Commands and HTTP verbs in capitals begin no sentence.
        const isVerb = STEP_VERBS.has(first.toLowerCase().replace('’', "'")) && !/^[A-Z]{2,}$/.test(first);
        return isVerb
          ? []
          : [
              {
                ...at(['fixes', f, 'steps', s]),
                message: `the step begins with "${first}"`,
                hint: 'Begin with what to do ("Open …, if …"). A verb that is missing is added to src/knowledge/checks/stepVerbs.ts.',
              },
            ];
      }),
    ),
  );
}
