import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';
import { projectEntries } from './projectEntries.ts';

interface Part {
  path: PropertyKey[];
  isThere(entry: ParsedEntry['entry']): boolean;
  lacks: string;
  hint: string;
}

/** What an entry of the project has, beyond what the schema asks of everybody's runbooks. */
const PARTS: Part[] = [
  {
    path: ['causes'],
    isThere: ({ causes }) => causes.length >= 2,
    lacks: 'one cause only',
    hint: 'Name the next likely one, and how to tell the two apart.',
  },
  {
    path: ['fixes'],
    isThere: ({ fixes }) => fixes.some(({ verify }) => verify),
    lacks: 'no fix says how to see that it worked',
    hint: 'Add verify to the first fix.',
  },
  {
    path: ['collect'],
    isThere: ({ collect }) => collect.length > 0,
    lacks: 'nothing to collect',
    hint: 'Say what support asks for with this error, beyond correlation ID and time.',
  },
  {
    path: ['references'],
    isThere: ({ references }) => references.length >= 2,
    lacks: 'one reference only',
    hint: 'Add the page of the feature that the error belongs to.',
  },
  {
    path: ['source'],
    isThere: ({ source }) => source.length > 0,
    lacks: 'no source',
    hint: 'Name the repository and path, or the page, that the facts come from.',
  },
];

/** Met in as many threads of the count, an entry has all that decides and proves. */
const MET_OFTEN = 2;
const PARTS_WHERE_MET_OFTEN: Part[] = [
  {
    path: ['causes'],
    isThere: ({ causes }) => causes.slice(0, 2).every(({ tell }) => tell),
    lacks: 'people meet it often, and one of the first two causes has no tell',
    hint: 'Say how to know that it is this cause.',
  },
  {
    path: ['decide'],
    isThere: ({ decide }) => decide !== undefined,
    lacks: 'people meet it often, and nothing decides between the first two causes',
    hint: 'Add decide: the question whose answer tells the two apart.',
  },
  {
    path: ['fixes', 0],
    isThere: ({ fixes }) => fixes[0]?.verify !== undefined,
    lacks: 'people meet it often, and the first fix has no verify',
    hint: 'Say how to see that it worked.',
  },
];

/**
 * The project's own entries are whole. The folders after the first are a team's own, where one cause and one step may
 * be all there is to say.
 */
export function wholeEntries(entries: ParsedEntry[]): Problem[] {
  return projectEntries(entries).flatMap(({ entry, at }) =>
    [...PARTS, ...((entry.threads ?? 0) >= MET_OFTEN ? PARTS_WHERE_MET_OFTEN : [])]
      .filter(({ isThere }) => !isThere(entry))
      .map(({ path, lacks, hint }) => ({
        ...at(path),
        message: lacks,
        hint,
      })),
  );
}
