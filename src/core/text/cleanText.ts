import { decodeHTMLStrict } from 'entities';

/**
 * Longest text that is looked at, in characters. Teams carries about 100 KB in one message; more arrives only
 * through the terminal or a direct request. Of a longer text the beginning and the end are kept, because that
 * is where the error stands.
 */
export const MAX_TEXT = 160_000;
const KEPT_HEAD = 120_000;

/**
 * Stands for a line break that was written as an escape (`\r\n` inside JSON) or in a URL. It separates statements,
 * but is no line of its own, so that line numbers stay those of the paste.
 */
export const SOFT_BREAK = '\u2028';

// Label by label, so that `+` and `%xx` are only decoded where they are an encoding.
const URL_VALUE =
  /([?&#;]|\b)(error|error_description|error_codes|error_uri|correlation_id|trace_id|timestamp|client_id|redirect_uri|tenant|scope)=([^&\s"'<>]{1,8000})/gi;

/**
 * Turns a pasted text into one that can be read by rules: whatever its encoding (HTML entities, JSON escapes,
 * URL escapes, full-width or typographic characters), the words and labels come out the same.
 *
 * Keeps the lines of the paste. Works in time proportional to the length, for any input.
 */
export function cleanText(raw: string): string {
  let text =
    raw.length > MAX_TEXT ? `${raw.slice(0, KEPT_HEAD)}\n…\n${raw.slice(KEPT_HEAD - MAX_TEXT)}` : raw;
  text = plainCharacters(text.toWellFormed());
  if (text.includes('<')) text = withoutTags(text);
  if (text.includes('&')) {
    // Twice, because HTML that was copied from HTML is escaped twice.
    for (let pass = 0; pass < 2 && /&(?:#\w{1,7}|[a-z]{2,8});/i.test(text); pass++)
      text = decodeHTMLStrict(text);
    text = plainCharacters(text);
  }
  if (text.includes('=') && /[%+]/.test(text)) {
    text = text.replace(
      URL_VALUE,
      (_, before: string, key: string, value: string) => `${before}${key}=${decodeUrlValue(value)}`,
    );
  }
  if (text.includes('\\')) text = unescapeBackslashes(text);
  return text;
}

// The source of a page, as some tools copy it. Tags that stand for a line or a cell become one; XML of services, whose
// tags name something, stays.
const CELL = /<\/?t[dh]\b[^<>]{0,300}>/gi;
const LINE = /<\/?(?:br|p|div|tr|li|pre|table|tbody|ul|ol|h[1-4])\b[^<>]{0,300}>/gi;
const INLINE = /<\/?(?:span|strong|em|b|i|code|a|html|body)\b[^<>]{0,300}>/gi;

function withoutTags(text: string): string {
  return text.replace(CELL, '\t').replace(LINE, SOFT_BREAK).replace(INLINE, '');
}

function plainCharacters(text: string): string {
  return (
    text
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/g, ' ')
      // Invisible: soft hyphen, zero width, direction marks, byte order mark, variation selectors.
      .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ufe00-\ufe0f]/g, '')
      .replace(/[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
      .replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4\u02bc]/g, "'")
      .replace(/[\u201c-\u201f\u2033\u00ab\u00bb\u300c\u300d]/g, '"')
      .replace(/[\u2010-\u2012\u2212]/g, '-')
      .replace(/[\uff01-\uff5e]+/g, (run) => run.normalize('NFKC'))
  );
}

function decodeUrlValue(value: string): string {
  const spaced = value.replaceAll('+', ' ');
  let decoded: string;
  try {
    decoded = decodeURIComponent(spaced);
  } catch {
    // A cut or broken escape: decode what is plain ASCII and leave the rest.
    decoded = spaced.replace(/%([2-7][0-9a-f]|0[ad])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
  return plainCharacters(decoded).replace(/\n+/g, SOFT_BREAK);
}

/**
 * JSON strings inside logs, sometimes escaped several times over. `\n` and `\t` also begin path parts in Windows
 * (`C:\new`), so they only count before something that is no lower-case letter.
 */
function unescapeBackslashes(text: string): string {
  return text
    .replace(/\\{1,8}r\\{1,8}n|\\{1,8}[nr](?![a-z0-9_])/g, SOFT_BREAK)
    .replace(/\\{1,8}t(?![a-z0-9_])/g, ' ')
    .replace(/\\{1,8}u00([2-7][0-9a-f])/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\{1,8}(["'/])/g, '$1');
}
