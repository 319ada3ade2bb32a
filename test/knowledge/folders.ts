import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import type { EntryFile } from '../../src/knowledge/entrySchema.ts';

export const root = join(import.meta.dirname, '../..');

const made: string[] = [];

/** A new temporary folder; removeFolders removes it. */
export function emptyFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'entra-triage-knowledge-'));
  made.push(dir);
  return dir;
}

export function removeFolders(): void {
  for (const dir of made.splice(0)) rmSync(dir, { recursive: true, force: true });
}

/** Writes a file below a folder: text as it is, anything else as YAML. */
export function put(dir: string, name: string, content: unknown): string {
  const path = join(dir, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, typeof content === 'string' ? content : stringify(content));
  return path;
}

/** A folder with one file per entry, named after its id. */
export function folderOf(...entries: { id: string }[]): string {
  const dir = emptyFolder();
  for (const entry of entries) put(dir, `${entry.id}.yaml`, entry);
  return dir;
}

/** An entry without faults, whose every sentence is its own. */
export function entryFile(id: string, over: Partial<EntryFile> = {}): EntryFile {
  const word = (part: string) => `${part} ${id}`;
  return {
    id,
    title: word('Title of'),
    summary: word('Summary of'),
    severity: 'low',
    area: 'consent',
    fixedBy: ['admin'],
    ...(/^[A-Z]+\d+$/.test(id) ? { codes: [id] } : {}),
    causes: [word('Cause of'), word('Other cause of')],
    fixes: [{ title: word('Mend'), by: 'admin', steps: [word('Open')], verify: word('It shows') }],
    collect: [word('Log of')],
    escalateWhen: word('Never for'),
    retry: { worth: 'no' },
    references: [
      { title: word('Page on'), url: `https://learn.microsoft.com/entra/${id}` },
      { title: word('Feature of'), url: `https://learn.microsoft.com/entra/feature/${id}` },
    ],
    source: [word('Repository of')],
    examples: [/^[A-Z]+\d+$/.test(id) ? `${id}: it happened` : word('Title of')],
    ...over,
  };
}

/** A copy of the program with knowledge of its own, so that a test may write where the program writes. */
export function projectWith(knowledge: string): string {
  const dir = emptyFolder();
  for (const part of ['src', 'cards', 'package.json'])
    cpSync(join(root, part), join(dir, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(dir, 'node_modules'));
  cpSync(knowledge, join(dir, 'knowledge'), { recursive: true });
  return dir;
}
