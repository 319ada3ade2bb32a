import type { Completeness } from '../cards.ts';
import { plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';

export interface MissingRow {
  label: string;
  where: string;
}

const MOST_MISSING = 4;

/** How much of a case is there, as a sentence, and the first few things that are not. */
export function missingRows(
  { have, of, missing }: Completeness,
  { form }: Words,
): { have: string; missing: MissingRow[] } {
  return {
    have: have >= of ? form.haveAll : fill(form.have, { have, of }),
    missing: missing
      .slice(0, MOST_MISSING)
      .map(({ label, where }) => ({ label: plainText(label, 80), where: plainText(where, 200) })),
  };
}
