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

/** One fault for a terminal or a log: `file:line: message`, and the hint on a line of its own. */
export function formatProblem({ file, line, message, hint }: Problem): string {
  return `${file}${line ? `:${line}` : ''}: ${message}${hint ? `\n    ${hint}` : ''}`;
}

/** By file and line, so that a file is mended from top to bottom. */
export const sortProblems = (problems: Problem[]): Problem[] =>
  [...problems].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      a.message.localeCompare(b.message),
  );

/** The knowledge could not be used: every fault is listed, nothing is half loaded. */
export class KnowledgeError extends Error {
  readonly problems: Problem[];

  constructor(problems: Problem[]) {
    const sorted = sortProblems(problems);
    super(
      `The knowledge has ${sorted.length} ${sorted.length === 1 ? 'fault' : 'faults'}:\n${sorted.map(formatProblem).join('\n')}`,
    );
    this.name = 'KnowledgeError';
    this.problems = sorted;
  }
}
