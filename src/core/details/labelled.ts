/** A GUID as the service writes it. */
export const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const isGuid = (text: string): boolean => GUID.test(text);

// Parts may be too short, too long or masked with other letters in what people paste: what follows the label
// counts, and whether it is valid is judged later. A console may have broken it over two lines.
const WRAP = String.raw`(?:\n[ \t]{0,8})?`;
const STRICT = [8, 4, 4, 4, 12].map((n) => `(?:${WRAP}[0-9a-f]){${n}}`).join(`${WRAP}-`);
const LOOSE = String.raw`[0-9a-z]{4,14}(?:-[0-9a-z]{2,14}){3,5}`;
export const ID_VALUE = `(?<id>${STRICT}(?![0-9a-f-])|${LOOSE})`;

// What may stand between a label and its value: quotes, brackets, colon or equals sign, one line break.
const BETWEEN = String.raw`["'\])*\x60]{0,3}[ \t]{0,4}(?:[:=]>?|\t|,|is)?[ \t\u2028]{0,4}\n?[ \t]{0,4}["'<(\[{*\x60]{0,3}`;

/** Matches `label: id`, with the id in the group `id`. */
export function idBehind(label: string): RegExp {
  // A page that is copied without blanks glues a label to the ID before it.
  return new RegExp(String.raw`(?:(?<![A-Za-z])|(?<=-[0-9a-f]{12}))(?:${label})${BETWEEN}${ID_VALUE}`, 'gi');
}

/**
 * @returns the id in lower case without the console's line break, or undefined for a stand-in such as
 *   `xxxxxxxx-xxxx-…`.
 */
export function readId(raw: string): string | undefined {
  const id = raw.replace(/\s+/g, '').toLowerCase();
  // Pages glue the next label on when they are copied: "…7d886c0Correlation ID".
  if (isGuid(id.slice(0, 36))) return id.slice(0, 36);
  const letters = id.replaceAll('-', '');
  if (letters.length < 20 || !/\d/.test(letters) || /x{4}/.test(letters)) return undefined;
  // Masked with a few other letters it still is an id; more of them make it words.
  return (id.match(/[g-z]/g)?.length ?? 0) > 4 ? undefined : id;
}

/** All ids that the patterns find, in order of appearance, each once. */
export function findIds(text: string, patterns: RegExp[]): string[] {
  const found: { at: number; id: string }[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) {
      const id = readId(match.groups?.id ?? '');
      if (id) found.push({ at: match.index, id });
    }
  }
  return unique(found.sort((a, b) => a.at - b.at).map(({ id }) => id));
}

// A paste may hold thousands; a person and a card need the first few.
const MAX_PER_KIND = 10;

export function unique<T>(items: T[]): T[] {
  return [...new Set(items)].slice(0, MAX_PER_KIND);
}
