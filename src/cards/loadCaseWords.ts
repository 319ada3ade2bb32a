import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CaseWords, readCaseWords } from '../core/case/template/caseWords.ts';

/**
 * Reads the wording about cases once, at start.
 *
 * @throws Error that names the file and what is wrong with it
 */
export function loadCaseWords(dir: string): CaseWords {
  return readCaseWords(JSON.parse(readFileSync(join(dir, 'case-words.json'), 'utf8')));
}
