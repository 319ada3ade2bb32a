import { SOFT_BREAK } from '../text/cleanText.ts';

/** A code in the text and what speaks for it being what the person asks about. */
export interface FoundCode {
  code: string;
  /** Where it first stands, in characters. */
  at: number;
  /**
   * How it was written: with its prefix, in a field that holds the bare number, with letters in place of digits, as a
   * number that the sentence calls a code, or as a number alone in a short text, which may be anything.
   */
  form: 'prefixed' | 'field' | 'misread' | 'sentence' | 'alone';
  /** Its message follows ("AADSTS50011: The reply URL …"), so it was printed, not just mentioned. */
  hasMessage: boolean;
}

// Copies lose letters at the start ("ADSTS50059") and gain spaces; digits may be glued to a date that follows.
// Nothing is required around it, because pages glue their parts together when they are copied.
const PREFIXED =
  /a{0,2}dsts[ \t:_#=-]{0,3}(?:(?:error|code|number)["']?[ \t:#="'-]{0,4}){0,2}(?:\n[ \t]{0,8})?(?<digits>\d{4,12})(?<message>["'*\x60]{0,2}(?:\s{0,2}:|\s{1,2}[-–])\s{0,3}["'*\x60]{0,2}(?=\S{2}))?/gi;
// Letters of the prefix go lost or swap places; that counts only where the number is one that is known.
const MISTYPED =
  /\b(?:sts|aadst|aad sts|aadts|aasts|adsts|addsts|aaddsts|asdsts|aadstss)[ :_-]{0,2}(?<digits>\d{5,8})(?!\d)/gi;
// What a screenshot's text makes of digits. A letter read as the digit that it looks like is no other code.
const READ_FROM_PICTURE = /\ba{1,2}d[s5]t[s5][ :]{0,2}(?<digits>[\doilsb|]{5,8})(?![\p{L}\d])/giu;
const LOOKS_LIKE: Record<string, string> = { o: '0', i: '1', l: '1', '|': '1', s: '5', b: '8' };
const B2C = /\bAADB2C[ :]{0,2}(?<digits>\d{5,6})(?<message>\s?:)?/gi;

// Fields that hold the number alone: token endpoint, sign-in log, Azure Monitor, MSAL, telemetry header, address.
const FIELDS: RegExp[] = [
  /["']?error_?codes["']?\]?\s{0,3}[:=]\s{0,3}["']?\[(?<list>[\s\d,"']{1,120})\]/gi,
  /["']?(?:errorCode|server_error_code|resultType|ResultType|statusErrorCode)["']?\s{0,3}[:=\t]\s{0,3}["']?(?<list>\d{5,8})(?!\d|\.\d)/g,
  /sign-?in error code["']?[\s:=|,]{0,5}["']?(?<list>\d{5,8})(?!\d)/gi,
  /Error\(s\):\s{0,3}(?<list>\d{5,8}(?:,\s?\d{5,8}){0,9})/g,
  /login[\w.-]{1,40}\/error\?(?:[^\s"'#]{0,60}&)?code=(?<list>\d{5,8})(?!\d)/gi,
  /x[-_]ms[-_]clitelem["']?\s{0,3}[:=]\s{0,3}["']?\d,(?<list>\d{5,8}),/gi,
  // The code behind a general one: "AADSTS1100001 / 1003002", "Underlying error code: 1003011".
  /(?:aadsts\d{5,8} {0,2}\/|(?:(?:underlying|inner) error codes?|authentication events?)["']?\s{0,3}[:=]?)\s{0,3}["']?(?<list>\d{5,7})(?!\d)/gi,
  // MSAL.js: "ServerError: invalid_request: 9002326 - [2021-09-03 …"
  /\b[a-z]{4,20}_[a-z_]{3,30}: (?<list>\d{5,8}) - \[/g,
];

// "Error Code: 500121", "error 135011", "Code 50089": a number that a person calls a code.
const SENTENCES: RegExp[] = [
  /(?:err(?:or|eur)?|fehler|fout|errore|failure|sign[ -]?in|login|status|result|reason|ошибк\w{0,3}|エラー|错误|錯誤)[ \t-]{0,3}(?:codes?|code|c[oó]digo|コード|代码|代碼)?[^\n\d]{0,24}?(?<!\d[.,:\-/])(?<![\d.#/-])(?<list>\d{5,8})(?![\d-]|[.,:]\d|\s?(?:ms|seconds?|sec|bytes?|tokens?|rows?|users?|MB|KB)\b)/gi,
  /(?<![\d.#/:-])(?<list>\d{5,8})(?![\d-]|[.,:]\d)[^\n\d]{0,40}?\b(?:error|sign-?in|codes?|is an? (?:undocumented|unknown))\b/gi,
  // "code 50126", but no zip, exit or verification code.
  /(?<!\b(?:exit|zip|post|postal|area|country|status|verification|activation|access|security|pin|one-?time)[ -])\bcodes? {0,2}[:#]? {0,2}(?<list>\d{5,8})(?![\d-]|[.,:]\d)/gi,
];
// A list under a sentence about codes: "- 50014", one a line.
const LIST_ITEM = /^[ \t]{0,4}(?:[-*•]|\d{1,2}[.)])?[ \t]{0,3}(?<list>\d{5,8})[ \t,;.]{0,3}$/gm;
const LIST_IN_LINE = /codes?[^\n:]{0,60}:?\s{0,3}(?<list>\d{5,8}(?:(?:,| and| or|;)\s{0,2}\d{5,8}){1,20})/gi;

/** "Getting 53003 for a guest": in so short a text a number that is a known code is worth a question. */
const MOST_WORDS_AROUND = 15;
const ALONE =
  /(?<![\p{L}\d.,:#/_@+$€-])(?<!\b(?:port|code|ticket|case|incident|inc|room|ext|extension|call|kb|nr|no|number|id|pid|line|build|version|zip|order|invoice|bug|pr|issue|event)s?[ :.]{1,2})(?<list>\d{5,7})(?![\p{L}\d_%€$-]|[.,:]\d|\s?(?:ms|seconds?|sec|bytes?|tokens?|rows?|users?|people|items?|times|messages|mb|kb|eur|usd)\b)/giu;

/** Numbers that a date, a year or a port makes; never an Entra code. */
const tooSmall = (digits: string) => Number(digits) < 10_000;

/**
 * All error codes in a text, in order of appearance, each once.
 *
 * @param isKnown tells whether a code is in the knowledge. A bare number in a sentence counts only then, because
 *   most numbers are no codes. Codes are whole numbers: nothing is matched by its beginning or corrected.
 */
export function findCodes(text: string, isKnown: (code: string) => boolean): FoundCode[] {
  const found: FoundCode[] = [];
  const addIfKnown = (digits: string, at: number, form: FoundCode['form']) => {
    const code = `AADSTS${Number(digits)}`;
    if (isKnown(code)) found.push({ code, at, form, hasMessage: false });
  };

  for (const match of joinWrapped(text).matchAll(PREFIXED)) {
    const digits = withoutGluedDate(match.groups!.digits!, match.input!.slice(match.index + match[0].length));
    if (Number(digits) >= 1000) {
      found.push({
        code: `AADSTS${Number(digits)}`,
        at: match.index,
        form: 'prefixed',
        hasMessage: match.groups!.message !== undefined,
      });
    }
  }
  for (const match of found.length === 0 ? text.matchAll(MISTYPED) : []) {
    addIfKnown(match.groups!.digits!, match.index, 'prefixed');
  }
  for (const match of found.length === 0 ? text.matchAll(READ_FROM_PICTURE) : []) {
    const digits = match.groups!.digits!.replace(/\D/g, (letter) => LOOKS_LIKE[letter.toLowerCase()]!);
    addIfKnown(digits, match.index, 'misread');
  }
  for (const match of text.matchAll(B2C)) {
    found.push({
      code: `AADB2C${match.groups!.digits}`,
      at: match.index,
      form: 'prefixed',
      hasMessage: match.groups!.message !== undefined,
    });
  }
  for (const match of allMatches(text, FIELDS)) {
    for (const digits of numbersOf(match)) {
      // 0 is success, and short numbers are statuses of other systems.
      if (!tooSmall(digits))
        found.push({ code: `AADSTS${Number(digits)}`, at: match.index, form: 'field', hasMessage: true });
    }
  }
  const addBare = (patterns: RegExp[], form: FoundCode['form']) => {
    for (const match of allMatches(text, patterns))
      for (const digits of numbersOf(match)) if (!tooSmall(digits)) addIfKnown(digits, match.index, form);
  };
  if (found.length === 0) addBare([...SENTENCES, LIST_ITEM, LIST_IN_LINE], 'sentence');
  if (found.length === 0 && isShort(text)) addBare([ALONE], 'alone');

  const byCode = new Map<string, FoundCode>();
  for (const item of found.sort((a, b) => a.at - b.at)) {
    const first = byCode.get(item.code);
    if (first) first.hasMessage ||= item.hasMessage;
    else byCode.set(item.code, item);
  }
  return [...byCode.values()].slice(0, MAX_CODES);
}

const isShort = (text: string) => text.length < 200 && text.split(/\s+/).length <= MOST_WORDS_AROUND;

const MAX_CODES = 30;

const allMatches = (text: string, patterns: RegExp[]) =>
  patterns.flatMap((pattern) => [...text.matchAll(pattern)].slice(0, MAX_CODES));
const numbersOf = (match: RegExpMatchArray) => match.groups!.list!.match(/\d{5,9}/g) ?? [];

/** A console breaks long lines at its width, also inside a code: `… AADSTS500\n11: The reply URL`. */
function joinWrapped(text: string): string {
  return text.replace(/(dsts\d{0,7})\n(?=\d{1,7}:)/gi, `$1${''}`).replaceAll(SOFT_BREAK, ' ');
}

/** In "AADSTS500112021-09-03" the last four digits are a year. */
function withoutGluedDate(digits: string, after: string): string {
  return /^-\d\d-\d\d/.test(after) && digits.length >= 9 ? digits.slice(0, -4) : digits;
}
