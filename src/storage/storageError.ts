/**
 * unreachable: no connection (server stopped, wrong address, folder missing); refused: the server doesn't accept
 * the credentials or the database's name; read-only, full: nothing can be written; busy: somebody else holds the
 * lock; timeout: no answer in time, so it is not known whether the change took place; broken: anything else.
 */
export type StorageErrorCode =
  | 'unreachable'
  | 'refused'
  | 'read-only'
  | 'full'
  | 'busy'
  | 'timeout'
  | 'broken';

const WHAT: Record<StorageErrorCode, string> = {
  unreachable: "the database can't be reached",
  refused: 'the database refuses the connection',
  'read-only': 'the database is read-only',
  full: 'the disk of the database is full',
  busy: 'the database is locked by somebody else',
  timeout: 'the database did not answer in time',
  broken: 'the database failed',
};

/** Why the storage did not do what it was asked. The message holds no address, password or stored value. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;
  constructor(code: StorageErrorCode, cause?: unknown) {
    const detail = cause === undefined ? undefined : technicalCode(cause);
    super(detail ? `${WHAT[code]} (${detail})` : WHAT[code], { cause });
    this.name = 'StorageError';
    this.code = code;
  }
}

/** Says in our words what a driver's error means; a StorageError stays as it is. */
export function toStorageError(error: unknown): StorageError {
  return error instanceof StorageError ? error : new StorageError(codeOf(error), error);
}

interface DriverError {
  code?: unknown;
  errcode?: unknown;
  message?: unknown;
  errors?: unknown;
}

// https://www.sqlite.org/rescode.html: the low byte is the primary code.
const SQLITE: Record<number, StorageErrorCode> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  13: 'full',
  14: 'unreachable',
};

function codeOf(error: unknown): StorageErrorCode {
  const { code, errcode, message = '' } = (error ?? {}) as DriverError;
  if (typeof errcode === 'number') return SQLITE[errcode & 0xff] ?? 'broken';
  const text = String(message);
  if (/timeout exceeded when trying to connect|due to connection timeout|Query read timeout/i.test(text))
    return 'timeout';
  if (typeof code === 'string') {
    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    if (/^(?:28|3D)/.test(code) && code.length === 5) return 'refused';
    if (code === '25006') return 'read-only';
    if (code === '53100' || code === 'ENOSPC') return 'full';
    if (code === '57014') return 'timeout';
    if (code === '55P03' || code === '40P01') return 'busy';
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return 'read-only';
    if (/^(?:08|53|57)/.test(code) && code.length === 5) return 'unreachable';
    if (/^E[A-Z]+$/.test(code) || code === 'ERR_INVALID_STATE') return 'unreachable';
  }
  if (/connection terminated|connection ended|not queryable|client was closed|driver has already/i.test(text))
    return 'unreachable';
  return 'broken';
}

// Driver messages can quote addresses and values, so only their codes are passed on.
function technicalCode(error: unknown): string | undefined {
  const { code, errcode } = (error ?? {}) as DriverError;
  if (typeof errcode === 'number') return `SQLite ${errcode}`;
  return typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code) ? code : undefined;
}
