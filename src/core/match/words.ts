import { SOFT_BREAK } from '../text/cleanText.ts';

/** A stretch of text between line breaks, cut down to its words. */
export interface Statement {
  words: string[];
  /** 1-based line of the paste. */
  line: number;
  /** The statement as pasted, to be quoted. */
  text: string;
}

// What differs from one failure to the next says nothing about which failure it is.
const NOISE: RegExp[] = [
  /\[removed: [a-z-]+\]/g,
  /\b(?:https?|wss?|urn|spn|ms-appx-web|file):(?!\/{0,2} imds_)[^\s"'<>)\]}|]{1,2000}/gi,
  /\b(?:aka\.ms|go\.microsoft\.com|(?:docs|learn)\.microsoft\.com)\/[^\s"'<>)\]}|]{1,500}/gi,
  /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi,
  /\b20\d\d-\d\d-\d\d(?:[T ,]\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?: ?Z)?)?/g,
  // Frames that stand inside a line: "at System.Net.HttpWebRequest.GetResponse()".
  /\bat [\w$.`<>+[\],]{3,300}\([^()\n]{0,300}\)/g,
  /(?:[A-Za-z]:)?(?:[\\/][\w.@+~%-]{1,120}){2,30}[\\/]?/g,
  /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g,
  /\b0x[0-9a-f]{2,16}\b/gi,
  // Encoded data has digits in it; a long name has not.
  /(?<![A-Za-z0-9+/_-])(?=[A-Za-z+/_-]{0,60}\d)[A-Za-z0-9+/_-]{48,}={0,2}/g,
];

// Whole lines that only say where in a program it happened.
const FRAME =
  /^\s*(?:at\s+(?:[\w$.<>[\]`]+[\w$]\(|async |new |Object\.|Function\.|eval |https?:|file:|Array\.|Module\.|process\.)|File "|\.{3} \d+ more|from \/|\^+\s*$|[~^]{3,}\s*$|-{6,}|={6,}|goroutine \d|--- End of|#\d{1,3}\s+0x|\d{1,4}\s+\S+\.(?:js|py|go)\b)/;

const WORD = /[\p{L}\p{N}_]+/gu;
const MAX_WORDS = 9_000;
const MAX_STATEMENT = 6_000;

/**
 * Splits a text into statements and drops what can't tell one error from another: IDs, addresses, times, paths,
 * stack frames, and statements that were there before.
 *
 * @param most stops once there are more words than this
 */
export function readStatements(text: string, most = MAX_WORDS): Statement[] {
  const statements: Statement[] = [];
  const lines = new Set<string>();
  const seen = new Set<string>();
  let line = 0;
  let total = 0;
  let afterPythonFrame = false;
  for (const pasted of text.split('\n')) {
    line++;
    if (pasted.trim() === '' || lines.has(pasted)) continue;
    lines.add(pasted);
    const isPythonFrame = /^\s*File "/.test(pasted);
    // The line of source under `File "…", line 7` repeats code, not the error.
    const isSource = afterPythonFrame && /^\s{4,}/.test(pasted);
    afterPythonFrame = isPythonFrame;
    if (isSource || FRAME.test(pasted)) continue;
    for (const part of pasted.split(SOFT_BREAK)) {
      const words = wordsOf(withoutNoise(part.slice(0, MAX_STATEMENT)));
      if (words.length === 0) continue;
      const key = words.join(' ');
      if (seen.has(key)) continue;
      seen.add(key);
      statements.push({ words, line, text: part.trim() });
      total += words.length;
      if (total > most) return statements;
    }
  }
  return statements;
}

/** The part of an address that names an error: "https://aka.ms/msal.js.errors#interaction_in_progress". */
const NAMED_BY_ADDRESS = /#(?=[a-z]{2,30}_[a-z_0-9]{2,60}\b)/g;

/** The address of the managed identity service of a virtual machine: one of the few that name a problem. */
const IMDS_ADDRESS = '169.254.169.254';

/** What every kind of noise has one of: plain words need no look at each kind. */
const MAY_HAVE_NOISE = /[\d:/\\@[(#-]/;

export function withoutNoise(text: string): string {
  if (!MAY_HAVE_NOISE.test(text)) return text;
  let plain = text.replace(NAMED_BY_ADDRESS, ' ').replaceAll(IMDS_ADDRESS, ' imds_address ');
  for (const noise of NOISE) plain = plain.replace(noise, ' ');
  return plain;
}

/**
 * The words of a text in the form in which they are compared: lower case, plural and contraction undone.
 * Identifiers such as `interaction_in_progress` stay whole.
 */
export function wordsOf(text: string): string[] {
  const lower = text
    .toLowerCase()
    .replace(/n't\b/g, ' not')
    .replace(/\bcannot\b/g, 'can not')
    .replace(/'s\b/g, '');
  const words = lower.match(WORD) ?? [];
  const kept: string[] = [];
  for (const word of words) {
    // Numbers say nothing, but for the status of an answer: 403 and 502 are different problems.
    if (word.length > 80 || (/^\d{3,}$/.test(word) && !/^[45]\d\d$/.test(word))) continue;
    kept.push(singular(word));
  }
  return kept;
}

function singular(word: string): string {
  return word.length > 4 && word.endsWith('s') && !/(?:ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}
