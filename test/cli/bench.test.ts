import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import type { Report } from '../../src/cli/bench/runBench.ts';

// Whether it runs and says what it promises; what the figures are depends on the machine.
test('a quick run measures every engine on the same messages', () => {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'bench', '--', '--quick', '--json'], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  expect(status).toBe(0);
  const report: Report = JSON.parse(stdout);
  const engines = [
    'ours',
    'MiniSearch, scrubbed',
    'code, else MiniSearch, scrubbed',
    'MiniSearch, raw',
    'Fuse, defaults',
    'Fuse, token search',
  ];
  for (const rows of [report.accuracy, report.sizes, report.counts])
    expect(rows.map(({ engine }) => engine)).toEqual(engines);
  expect(Object.keys(report.sizes[0]!.cells)).toEqual(['100', '1000', '4000', '20000', '100000']);
  expect(Object.keys(report.counts[0]!.cells)).toEqual(['500', '1500', '10000']);
  // Ours is never too slow to be asked.
  for (const cell of Object.values(report.sizes[0]!.cells)) expect(cell).toMatchObject({ timesOurs: 1 });
  expect(report.accuracy[0]!.first).toBeGreaterThan(0.8);
  expect(report.counts[0]!.growth).toBeGreaterThan(0);
  expect(report.hostile.length).toBeGreaterThan(50);
}, 180_000);
