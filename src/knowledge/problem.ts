/** One fault of one knowledge file, worded for the person who wrote it. */
export interface Problem {
  /** Path as it was given, relative to the working folder where possible. */
  file: string;
  /** 1-based line, where it is known. */
  line?: number;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  hint?: string;
}

/** One line for a terminal or a log: `file:line: message (hint)`. */
export function formatProblem({ file, line, message, hint }: Problem): string {
  return `${file}${line ? `:${line}` : ''}: ${message}${hint ? `\n    ${hint}` : ''}`;
}

/** The knowledge could not be used: every fault is listed, nothing is half loaded. */
export class KnowledgeError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    super(
      `The knowledge has ${problems.length} ${problems.length === 1 ? 'fault' : 'faults'}:\n${problems.map(formatProblem).join('\n')}`,
    );
    this.name = 'KnowledgeError';
    this.problems = problems;
  }
}
