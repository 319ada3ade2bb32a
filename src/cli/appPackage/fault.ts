/** One thing that keeps the Teams app package from being usable, worded for the admin who builds it. */
export interface Fault {
  /** The variable, file or place in the manifest. */
  where: string;
  message: string;
  /** What to do about it. */
  hint: string;
}

/** Two lines for a terminal: what is wrong, and below it what to do. */
export function formatFault({ where, message, hint }: Fault): string {
  return `  ${where}: ${message}\n      ${hint}`;
}
