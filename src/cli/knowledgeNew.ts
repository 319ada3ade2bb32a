import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { idSchema } from '../knowledge/entrySchema.ts';
import { readEntries } from '../knowledge/loadKnowledge.ts';
import { scaffoldEntry, scaffoldExtension } from '../knowledge/scaffoldEntry.ts';

const USAGE = `Usage: npm run knowledge:new -- ID [--dir FOLDER]
  ID      a code such as AADSTS12345, or area.words-with-hyphens such as msal.popup-blocked
  FOLDER  a folder of KNOWLEDGE_DIRS; an entry that the bot has already is extended there`;

/** Writes the scaffold of a new entry into the folder it belongs to, and never over a file. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { dir: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return console.log(USAGE);
  const [id, ...more] = positionals;
  if (id === undefined || more.length > 0) throw new Refusal(USAGE);
  const valid = idSchema.safeParse(id);
  if (!valid.success) throw new Refusal(`${id}: ${valid.error.issues[0]!.message}.`);

  const own = join(import.meta.dirname, '../../knowledge');
  // A fault elsewhere must not keep anybody from writing a new entry.
  const entries = (await readEntries([own])).entries.map(({ entry }) => entry);
  const existing = entries.find((entry) => entry.id === id);
  const owner = entries.find((entry) => entry.codes.includes(id));
  if (owner && owner.id !== id) throw new Refusal(`${owner.id} owns the code ${id}: change that entry.`);
  if (existing && !values.dir)
    throw new Refusal(`${id} exists: change that file, or extend it in a folder of your own with --dir.`);

  const folder = values.dir ?? join(own, folderOf(id));
  const path = join(folder, `${id}.yaml`);
  await mkdir(dirname(path), { recursive: true });
  const text = existing ? scaffoldExtension(existing) : scaffoldEntry(id, entries);
  try {
    await writeFile(path, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new Refusal(`${path} exists; nothing was changed.`);
    throw error;
  }
  const check = values.dir ? ` -- ${shown(own)} ${shown(values.dir)}` : '';
  console.log(`${shown(path)} is written. Next:
  1. Read what Microsoft and the source of the error say; replace each TODO, or remove it where nothing is known.
  2. Run npm run knowledge:check${check}
     It names every place that is left, and runs the examples.`);
}

/** Told in one line; exit code 2. */
class Refusal extends Error {}

const shown = (path: string) => {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short || '.';
};

/** The subfolder of the project's knowledge: aadsts, msal, … */
const folderOf = (id: string) => (/^[A-Z]+/.exec(id)?.[0] ?? id.slice(0, id.indexOf('.'))).toLowerCase();

main().catch((error: unknown) => {
  const isUsage = error instanceof Refusal || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  console.error(isUsage ? `knowledge:new: ${(error as Error).message}` : error);
  process.exitCode = isUsage ? 2 : 1;
});
