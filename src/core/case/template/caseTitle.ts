import type { Entry } from '../../types.ts';
import { cleanLine } from '../form/cleanText.ts';

// Lists on a phone show about this much.
const MAX = 110;

/** What a case is about, in one line: `AADSTS50105: This user isn't assigned to the app`. */
export function caseTitle(of: {
  codes: string[];
  entry?: Pick<Entry, 'title'>;
  problem: string;
  errorText: string;
}): string {
  const code = of.codes[0];
  const about = of.entry?.title || firstLine(of.problem) || firstLine(of.errorText);
  const title = code && !about.includes(code) ? [code, about].filter(Boolean).join(': ') : about;
  return title.length <= MAX
    ? title
    : `${title
        .slice(0, MAX - 1)
        .toWellFormed()
        .trimEnd()}…`;
}

const firstLine = (text: string) => cleanLine(text.split('\n').find((line) => line.trim() !== '') ?? '');
