import { basename } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import type { Entry } from '../core/types.ts';
import { entrySchema, toEntry } from './entrySchema.ts';
import type { Problem } from './problem.ts';

export interface KnowledgeFile {
  /** Path, used in messages; its last part without .yaml has to be the id. */
  file: string;
  text: string;
}

/** An entry together with what is needed to point at its faults. */
export interface ParsedEntry {
  entry: Entry;
  file: string;
  /** The 1-based line on which a part of the entry stands, e.g. `['fixes', 0, 'title']`. */
  lineOf(path: PropertyKey[]): number | undefined;
}

// Far above any entry, far below what would keep the parser busy.
const MAX_CHARACTERS = 100_000;

/**
 * Reads one knowledge file.
 *
 * @returns the entry, or every fault of the file: YAML first, then shape, then the name of the file.
 */
export function parseEntry({ file, text }: KnowledgeFile): ParsedEntry | Problem[] {
  if (text.length > MAX_CHARACTERS) {
    return [{ file, message: `the file has ${text.length} characters`, hint: `At most ${MAX_CHARACTERS}.` }];
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) {
    return document.errors.map((error) => ({
      file,
      line: error.linePos?.[0].line,
      message: `not valid YAML: ${error.message.split('\n')[0]}`,
      hint: 'Put text that holds ": " or starts with a quote, bracket or @ into quotes, or after "|-".',
    }));
  }

  const lineOf = (path: PropertyKey[]): number | undefined => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true);
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
    }
    return undefined;
  };

  let content: unknown;
  try {
    content = document.toJS();
  } catch (error) {
    return [
      { file, message: `not usable YAML: ${(error as Error).message}`, hint: 'Write without anchors.' },
    ];
  }
  const checked = entrySchema.safeParse(content);
  if (!checked.success) {
    return checked.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.map(String).join('.') || 'entry'}: ${issue.message}`,
      hint: 'knowledge/README.md explains every field.',
    }));
  }
  const entry = toEntry(checked.data);
  const expected = basename(file).replace(/\.ya?ml$/, '');
  if (entry.id !== expected) {
    return [
      {
        file,
        line: lineOf(['id']),
        message: `the id is ${entry.id}, the name of the file says ${expected}`,
        hint: 'Rename one of them: the name of the file is the id.',
      },
    ];
  }
  return { entry, file, lineOf };
}
