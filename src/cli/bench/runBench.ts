import { performance } from 'node:perf_hooks';
import type { Entry } from '../../core/types.ts';
import type { LabelledCase } from '../eval/readCases.ts';
import { type Accuracy, scoreEngine } from './accuracy.ts';
import { ENGINES, type Engine } from './engines.ts';
import { hostileShapes } from './hostileShapes.ts';
import { bury } from './logNoise.ts';
import { type Latency, latencyOf, measure } from './measure.ts';
import { moreEntries } from './moreEntries.ts';
import { seeded } from './seeded.ts';

/** A measurement, or why there is none. Ratios say how many times as long as ours. */
export type Cell = (Latency & { timesOurs: number }) | { skipped: string };

export interface Report {
  entries: number;
  accuracy: (Accuracy & { engine: string; oursOnTheSame: number })[];
  /** By size of the message in characters, with `entriesForSizes` entries. */
  sizes: { engine: string; cells: Record<string, Cell> }[];
  entriesForSizes: number;
  /** By number of entries, with messages of `charactersForCounts`. */
  counts: { engine: string; cells: Record<string, Cell>; growth?: number }[];
  charactersForCounts: number;
  hostile: { name: string; characters: number; slowest: number; median: number }[];
  seconds: number;
}

interface Options {
  quick: boolean;
  onProgress(step: string): void;
}

const SIZES = [100, 1_000, 4_000, 20_000, 100_000];
const COUNTS = [500, 1_500, 10_000];
const ENTRIES_FOR_SIZES = 1_500;
const CHARACTERS_FOR_COUNTS = 1_000;
const MESSAGES = 60;

/** For each cell: milliseconds to spend, calls to make, the longest single call to put up with. */
const FULL = { budget: 1_500, calls: 400, longest: 4_000, accuracy: 20_000, repeats: 5 };
const QUICK = { budget: 25, calls: 10, longest: 100, accuracy: 200, repeats: 1 };

/**
 * Compares ours with what one would use instead, on the same messages and the same entries. An engine that needs
 * more than a few seconds for one message is not asked about longer ones: the report says what it would take at least.
 */
export function runBench(cases: LabelledCase[], entries: Entry[], { quick, onProgress }: Options): Report {
  const started = performance.now();
  const effort = quick ? QUICK : FULL;
  const charactersForCounts = quick ? 100 : CHARACTERS_FOR_COUNTS;

  const accuracy: Report['accuracy'] = [];
  const ours = ENGINES[0]!.make(entries);
  for (const { name, make } of ENGINES) {
    onProgress(`accuracy of ${name}`);
    const { accuracy: score, reached } = scoreEngine(make(entries), cases, effort.accuracy);
    const same = scoreEngine(ours, reached, Number.POSITIVE_INFINITY).accuracy;
    accuracy.push({ engine: name, ...score, oursOnTheSame: same.first });
  }

  const withAnswer = cases.filter(({ expect }) => expect.length > 0);
  const messages = new Map(
    [...SIZES, charactersForCounts].map((size) => [size, messagesOf(withAnswer, size)]),
  );

  const sizes: Report['sizes'] = [];
  const forSizes = moreEntries(entries, ENTRIES_FOR_SIZES);
  for (const { name, make } of ENGINES) {
    onProgress(`${name} by size of the message`);
    const engine = make(forSizes);
    sizes.push({
      engine: name,
      cells: row(SIZES, (size) => ({ engine, texts: messages.get(size)! }), effort),
    });
  }

  const counts: Report['counts'] = [];
  for (const { name, make } of ENGINES) {
    onProgress(`${name} by number of entries`);
    const texts = messages.get(charactersForCounts)!;
    const cells = row(COUNTS, (count) => ({ engine: make(moreEntries(entries, count)), texts }), effort);
    const [few, , many] = COUNTS.map((count) => cells[count]!);
    const growth = few && many && 'p50' in few && 'p50' in many ? many.p50 / few.p50 : undefined;
    counts.push({ engine: name, cells, growth });
  }

  onProgress('hostile shapes');
  const best = ENGINES[0]!.make(forSizes);
  const hostile = hostileShapes().map(({ name, text }) => {
    const times = Array.from({ length: effort.repeats }, () => {
      const from = performance.now();
      best.answer(text);
      return performance.now() - from;
    });
    const { max, p50 } = latencyOf(times);
    return { name, characters: text.length, slowest: max, median: p50 };
  });

  compareWithOurs(sizes);
  compareWithOurs(counts);
  return {
    entries: entries.length,
    accuracy,
    sizes,
    entriesForSizes: ENTRIES_FOR_SIZES,
    counts,
    charactersForCounts,
    hostile: hostile.sort((a, b) => b.slowest - a.slowest),
    seconds: Math.round((performance.now() - started) / 100) / 10,
  };
}

/** Real messages of about that size: short ones are buried in log lines, and 100 characters are cut out of long ones. */
function messagesOf(cases: LabelledCase[], size: number): string[] {
  const random = seeded(size);
  const fitting = cases.filter(({ text }) => text.length <= size);
  const from = fitting.length >= MESSAGES / 3 ? fitting : cases;
  return Array.from({ length: MESSAGES }, (_, i) => {
    const { text } = from[(i * 37) % from.length]!;
    return bury(text.slice(0, size), size, random);
  });
}

/**
 * Measures one engine for growing work. After a step that is too slow the next ones are not tried, since they can
 * only be slower: in proportion at the least.
 */
function row(
  steps: number[],
  at: (step: number) => { engine: Engine; texts: string[] },
  { budget, calls, longest }: { budget: number; calls: number; longest: number },
): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  let last: { step: number; p50: number } | undefined;
  for (const step of steps) {
    const expected = last ? last.p50 * (step / last.step) : 0;
    if (expected > longest) {
      cells[step] = { skipped: `not run, > ${(expected / 1000).toFixed(1)} s` };
      continue;
    }
    const { engine, texts } = at(step);
    const latency = measure(texts, (text) => engine.answer(text), budget, calls);
    cells[step] = { ...latency, timesOurs: 1 };
    last = { step, p50: latency.p50 };
  }
  return cells;
}

function compareWithOurs(rows: { cells: Record<string, Cell> }[]): void {
  const [ours] = rows;
  for (const { cells } of rows) {
    for (const [step, cell] of Object.entries(cells)) {
      const mine = ours!.cells[step];
      if ('p50' in cell && mine && 'p50' in mine)
        cell.timesOurs = Math.round((cell.p50 / mine.p50) * 100) / 100;
    }
  }
}
