import { basename } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Entry } from '../core/types.ts';
import { entrySchema, extensionSchema, toEntry } from './entrySchema.ts';
import type { Extension } from './extendEntry.ts';
import type { Problem } from './problem.ts';
import { stringsOf } from './stringsOf.ts';

export interface KnowledgeFile {
  /** Path, used in messages; its last part without .yaml has to be the id. */
  file: string;
  /** The folder it was found through, as it was given. */
  folder: string;
  text: string;
}

/** Where a part of an entry stands: a file, and the 1-based line where it is known. */
export type Place = Pick<Problem, 'file' | 'line'>;

/** An entry together with what is needed to point at its faults. */
export interface ParsedEntry {
  entry: Entry;
  file: string;
  folder: string;
  /** Where a part of the entry stands, e.g. `['fixes', 0, 'title']`, or the nearest part around it. */
  at(path: PropertyKey[]): Place;
}

/** A file that only says what it changes in the entry of the same id in an earlier folder. */
export interface ParsedExtension extends Omit<ParsedEntry, 'entry'> {
  extension: Extension;
}

export type ParsedFile = ParsedEntry | ParsedExtension;

// Far above any entry, far below what would keep the parser busy.
const MAX_CHARACTERS = 100_000;

/**
 * Reads one knowledge file.
 *
 * @returns the entry or extension, or every fault of the file: YAML first, then shape, then the name of the file.
 */
export function parseEntry({ file, folder, text }: KnowledgeFile): ParsedFile | Problem[] {
  if (text.length > MAX_CHARACTERS) {
    return [{ file, message: `the file has ${text.length} characters`, hint: `At most ${MAX_CHARACTERS}.` }];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: error.linePos?.[0].line,
      message: `not valid YAML: ${error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, '')}`,
      hint:
        error.code === 'DUPLICATE_KEY'
          ? 'Each field stands once: merge the two.'
          : 'Put text that holds ": " or starts with a quote, bracket or @ into quotes, or after "|-".',
    }));
  }

  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    return [
      { file, message: `not usable YAML: ${(error as Error).message}`, hint: 'Write without anchors.' },
    ];
  }
  const at = placesIn({ file, folder, text });
  const isExtension = typeof content === 'object' && content !== null && 'extends' in content;
  // Left by knowledge:new; what the shape says about such a place would only confuse.
  const toDo = stringsOf(content).filter(({ text: value }) => /^TODO\b/.test(value));
  const unwritten: Problem[] = toDo.map(({ path, text: value }) => ({
    ...at(path),
    message: `${nameOf(path)} is still to be written`,
    hint: value.replace(/^TODO:?\s*/, '') || 'Replace TODO.',
  }));
  const checked = (isExtension ? extensionSchema : entrySchema).safeParse(content);
  if (!checked.success || unwritten.length > 0) {
    const known = new Set(toDo.map(({ path }) => nameOf(path)));
    const issues = checked.success ? [] : checked.error.issues;
    const misshapen = issues
      .filter((issue) => !known.has(nameOf(issue.path)))
      .map((issue) => ({
        ...at(issue.path),
        message: `${nameOf(issue.path)}: ${issue.message}`,
        hint: 'knowledge/README.md explains every field.',
      }));
    return [...unwritten, ...misshapen];
  }
  const { id } = checked.data;
  const expected = basename(file).replace(/\.ya?ml$/, '');
  if (id !== expected) {
    return [
      {
        ...at(['id']),
        message: `the id is ${id}, the name of the file says ${expected}`,
        hint: 'Rename one of them: the name of the file is the id.',
      },
    ];
  }
  if ('extends' in checked.data && checked.data.extends !== id) {
    return [
      {
        ...at(['extends']),
        message: `${id} extends ${checked.data.extends}`,
        hint: 'An entry extends the one of its own id: a file of the same name in an earlier folder.',
      },
    ];
  }
  const parsed = { file, folder, at };
  return 'extends' in checked.data
    ? { ...parsed, extension: toEntry(checked.data) as Extension }
    : { ...parsed, entry: toEntry(checked.data) as Entry };
}

const nameOf = (path: PropertyKey[]) => path.map(String).join('.') || 'entry';

/**
 * Finds the lines of a file's parts. Reads the file's text once more, at the first question: lines are only needed
 * for faults, and a good file need not keep its syntax tree in memory.
 */
export function placesIn({ file, text }: KnowledgeFile): ParsedEntry['at'] {
  let read: { document: ReturnType<typeof parseDocument>; lines: LineCounter } | undefined;
  return (path) => {
    if (!read) {
      const lines = new LineCounter();
      read = { document: parseDocument(text, { lineCounter: lines }), lines };
    }
    for (let depth = path.length; depth >= 0; depth--) {
      const node = read.document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return { file, line: read.lines.linePos(node.range[0]).line };
    }
    return { file };
  };
}
