import pino, { type Logger } from 'pino';

export type { Logger };

/**
 * Logs are JSON lines on standard output: ids and codes, never the text of a message. Fields that could hold one
 * are cut out in case somebody logs a whole object.
 */
export function createLog(level: string): Logger {
  return pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['text', '*.text', '*.attachments', '*.value', 'authorization', '*.authorization'],
      censor: '[cut]',
    },
  });
}
