// Marks that reorder or hide what stands beside them: typed text must not be able to disguise itself.
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const MAX_NAME = 120;

/** Typed text of any length: no control or invisible characters, plain blanks and line breaks, nothing around it. */
export function cleanLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(INVISIBLE, '')
    .replace(SPACES, ' ')
    .replaceAll('\t', '  ')
    .replace(/(?<! ) +$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** The same as one line. */
export const cleanLine = (text: string): string => cleanLines(text).replace(/\s+/g, ' ');

/** A person's name as one line, cut where it is longer than a name. */
export const cleanName = (name: string): string => cleanLine(name).slice(0, MAX_NAME).toWellFormed();
