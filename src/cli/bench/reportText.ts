import type { Cell, Report } from './runBench.ts';

/** The report as tables for a terminal. Times are in milliseconds. */
export function reportText(report: Report): string {
  const { accuracy, sizes, counts, hostile } = report;
  return [
    `Accuracy with the ${report.entries} entries of the knowledge (a slow engine is asked as many as 20 s allow)`,
    table(
      ['engine', 'messages', 'first right', 'ours on these', 'among three', 'false answers'],
      accuracy.map((one) => [
        one.engine,
        String(one.messages),
        percent(one.first),
        percent(one.oursOnTheSame),
        percent(one.three),
        percent(one.falseAnswers),
      ]),
    ),
    `Time for one message by its size in characters, ${report.entriesForSizes} entries: p50 / p99 / max ms (p50 × ours; calls)`,
    timeTable(sizes),
    `Time for one message by number of entries, ${report.charactersForCounts} characters: p50 / p99 / max ms (p50 × ours; calls)`,
    timeTable(counts, ({ growth }) => (growth === undefined ? '-' : `${growth.toFixed(2)} ×`)),
    'Texts of extreme shape, ours: the slowest 15',
    table(
      ['shape', 'characters', 'slowest ms', 'median ms'],
      hostile
        .slice(0, 15)
        .map((one) => [one.name, String(one.characters), one.slowest.toFixed(1), one.median.toFixed(1)]),
    ),
    `${hostile.length} shapes, slowest ${hostile[0]?.slowest.toFixed(1)} ms. Whole run ${report.seconds} s.`,
  ].join('\n\n');
}

interface Row {
  engine: string;
  cells: Record<string, Cell>;
  growth?: number;
}

function timeTable(rows: Row[], growth?: (row: Row) => string): string {
  const steps = Object.keys(rows[0]?.cells ?? {});
  return table(
    [
      'engine',
      ...steps.map((step) => Number(step).toLocaleString('en-US')),
      ...(growth ? ['growth p50'] : []),
    ],
    rows.map((row) => [
      row.engine,
      ...steps.map((step) => cellText(row.cells[step]!)),
      ...(growth ? [growth(row)] : []),
    ]),
  );
}

function cellText(cell: Cell): string {
  if ('skipped' in cell) return cell.skipped;
  const { p50, p99, max, timesOurs, calls } = cell;
  return `${short(p50)} / ${short(p99)} / ${short(max)} (${timesOurs} ×; ${calls})`;
}

const short = (ms: number) => (ms < 10 ? ms.toFixed(2) : ms < 100 ? ms.toFixed(1) : ms.toFixed(0));
const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (row: string[]) =>
    row.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
