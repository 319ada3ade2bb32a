// Marks that reorder or hide what stands beside them: a paste must not be able to disguise text.
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** Text for a TextRun: one line, nothing invisible, at most `max` characters. */
export function plainText(text: string, max = 400): string {
  const clean = text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  return clip(clean, max);
}

/** Cuts a text and says so with "…", never through a surrogate pair. */
export function clip(text: string, max: number): string {
  if (text.length <= max) return text;
  return `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
