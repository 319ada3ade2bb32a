import type { Entry } from '../types.ts';
import type { PatternIndex } from './patternIndex.ts';
import type { QuestionIndex } from './questionIndex.ts';

/** The entries, prepared for matching. */
export interface Knowledge {
  entries: readonly Entry[];
  byId: ReadonlyMap<string, Entry>;
  byCode: ReadonlyMap<string, Entry>;
  index: PatternIndex;
  /** Made at the first use: a code or a printed message needs none. */
  readonly questions: QuestionIndex;
}
