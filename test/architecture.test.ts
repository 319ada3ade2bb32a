import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');
const filesOf = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile() && item.name.endsWith('.ts'))
    .map((item) => join(item.parentPath, item.name));

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]|import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

describe('src/core', () => {
  const files = filesOf(join(src, 'core'));
  // Small, pure libraries: they take values and give values.
  const pure = new Set(['fuse.js', 'zod', 'entities', 'htmlparser2']);

  test.each(files.map((file) => [relative(root, file), file]))(
    '%s imports only core and pure libraries',
    (_, file) => {
      for (const name of importsOf(file)) {
        if (name.startsWith('.'))
          expect(relative(join(src, 'core'), resolve(dirname(file), name))).not.toMatch(/^\.\./);
        else expect(pure).toContain(name);
      }
    },
  );

  test.each(files.map((file) => [relative(root, file), file]))(
    '%s knows no clock, environment, network or chance',
    (_, file) => {
      const code = readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
      expect(code).not.toMatch(
        /\bDate\.now\(|\bnew Date\(\)|\bperformance\.|\bprocess\.(?!env\\)|\bfetch\(|\bMath\.random\(|\bsetTimeout\(|\bconsole\./,
      );
    },
  );
});

test('the bot framework is only known to src/teams', () => {
  const users = filesOf(src).filter((file) =>
    importsOf(file).some((name) => /^bot(?:builder|framework)/.test(name)),
  );
  expect(users.map((file) => relative(src, file)).filter((file) => !file.startsWith('teams/'))).toEqual([]);
});

test('cards and knowledge do not know the edge', () => {
  for (const folder of ['cards', 'knowledge']) {
    for (const file of filesOf(join(src, folder))) {
      for (const name of importsOf(file)) expect(name).not.toMatch(/\/(?:teams|cli|storage)\//);
    }
  }
});

test('the list of built-in modules is not empty, so that the rules above can fail', () => {
  expect(builtinModules).toContain('fs');
  expect(importsOf(join(src, 'index.ts'))).toContain('./config.ts');
});
