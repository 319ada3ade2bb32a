// Marks that reorder or hide what stands beside them: a paste must not be able to disguise text.
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** Text for a TextRun: one line, nothing invisible, at most `max` characters. */
export function plainText(text: string, max = 400): string {
  const clean = text.replace(/\s+/g, ' ').replace(INVISIBLE, '').trim();
  return clip(clean, max);
}

/** Cuts a text and says so with "…", never through a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** The id of a case as a heading may show it: headings read markdown, so nothing but letters, digits and "-". */
export const caseName = (id: string): string => id.replace(/[^A-Za-z0-9-]/g, '').slice(0, 20);
