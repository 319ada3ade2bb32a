import pino, { type Logger, type LoggerOptions } from 'pino';

export type { Logger };

/**
 * Logs are JSON lines on standard output: ids and codes, never the text of a message. Fields that could hold one
 * are cut out in case somebody logs a whole object.
 *
 * @param destination where the lines go instead
 */
export function createLog(level: string, destination?: { write(line: string): void }): Logger {
  const options: LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: ['text', '*.text', '*.attachments', '*.value', 'authorization', '*.authorization'],
      censor: '[cut]',
    },
  };
  return destination ? pino(options, destination) : pino(options);
}
