import { readId } from './labelled.ts';

/** What rows of the sign-in log say, when they are pasted as a table: CSV from the portal, or tab-separated. */
export interface SignInRecords {
  correlationIds: string[];
  requestIds: string[];
  timestamps: string[];
  tenantIds: string[];
  appIds: string[];
  users: string[];
}

const COLUMNS: Record<keyof SignInRecords, RegExp> = {
  correlationIds: /^correlation ?id$/i,
  requestIds: /^request ?id$/i,
  timestamps: /^(?:date \(utc\)|createddatetime|timegenerated.*)$/i,
  tenantIds: /^(?:resource|home) ?tenant ?id$/i,
  appIds: /^(?:application|app) ?id$/i,
  users: /^(?:username|user ?principal ?name)$/i,
};
const MAX_ROWS = 20;

/**
 * Reads pasted rows by the names of their columns. Headings have stray blanks and can occur twice, so they are
 * trimmed and the first one counts.
 */
export function findSignInRecords(text: string): SignInRecords {
  const records: SignInRecords = {
    correlationIds: [],
    requestIds: [],
    timestamps: [],
    tenantIds: [],
    appIds: [],
    users: [],
  };
  const lines = text.split('\n');
  const at = lines.findIndex(
    (line) => line.length < 4000 && /correlation ?id/i.test(line) && /[,\t].*[,\t].*[,\t]/.test(line),
  );
  if (at < 0) return records;
  const separator = lines[at]!.includes('\t') ? '\t' : ',';
  const headings = splitRow(lines[at]!, separator).map((heading) => heading.trim());
  for (const line of lines.slice(at + 1, at + 1 + MAX_ROWS)) {
    if (line.length > 8000) continue;
    const cells = splitRow(line, separator);
    if (cells.length < headings.length / 2) continue;
    for (const key of Object.keys(COLUMNS) as (keyof SignInRecords)[]) {
      const cell = cells[headings.findIndex((heading) => COLUMNS[key].test(heading))]?.trim();
      const value =
        cell && (key === 'timestamps' ? readTime(cell) : key === 'users' ? cell.toLowerCase() : readId(cell));
      if (value && !records[key].includes(value)) records[key].push(value);
    }
  }
  return records;
}

function readTime(cell: string): string | undefined {
  const date = new Date(/Z|[+-]\d\d:?\d\d$/.test(cell) ? cell : `${cell.replace(' ', 'T')}Z`);
  return /^20\d\d-/.test(cell) && !Number.isNaN(date.getTime())
    ? `${date.toISOString().slice(0, 19)}Z`
    : undefined;
}

/** Cells of one row; a cell in quotes may hold the separator, and a quote written twice. */
function splitRow(line: string, separator: string): string[] {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (c === '"') {
      if (quoted && line[i + 1] === '"') cell += line[i++];
      else quoted = !quoted;
    } else if (c === separator && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += c;
  }
  return [...cells, cell];
}
