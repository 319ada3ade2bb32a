import { COMMON_WORDS } from '../../core/match/commonWords.ts';
import { withoutNoise, wordsOf } from '../../core/match/words.ts';
import type { ParsedEntry } from '../parseEntry.ts';
import type { Problem } from '../problem.ts';

// A word in the signatures of this share of the entries, and of more than a few, tells none of them.
const COMMON_SHARE = 0.05;
const COMMON_FROM = 4;
// The words of shorter signatures stand in many sentences without meaning the same.
const MIN_CONTAINED_WORDS = 3;

interface Signature {
  parsed: ParsedEntry;
  index: number;
  text: string;
  words: string[];
}

/**
 * Two entries of whose signatures the same words are left, or of which one says all that the other says and nothing
 * telling beside, can't be told apart by words: then each has to name the other as its twin, with the check that
 * decides.
 */
export function tellSignaturesApart(entries: ParsedEntry[]): Problem[] {
  const signatures = entries.flatMap((parsed) =>
    parsed.entry.signatures.map(({ text }, index) => ({
      parsed,
      index,
      text,
      words: wordsOf(withoutNoise(text.replace(/\{[^{}\s]{1,40}\}/g, ' '))),
    })),
  );
  const isTelling = tellingWords(signatures, entries.length);
  const byWord = new Map<string, Signature[]>();
  for (const signature of signatures)
    for (const word of new Set(signature.words)) byWord.set(word, [...(byWord.get(word) ?? []), signature]);

  const told = new Set<string>();
  return signatures.flatMap((short) => {
    // Whatever contains the short one has its rarest word.
    const rarest = short.words
      .map((word) => byWord.get(word)!)
      .reduce<Signature[]>(
        (least, list) => (least.length === 0 || list.length < least.length ? list : least),
        [],
      );
    return rarest.flatMap((long) => {
      const [a, b] = [short.parsed.entry, long.parsed.entry];
      if (a.id === b.id || areTwins(a, b) || !isContained(short.words, long.words, isTelling)) return [];
      const key = [a.id, b.id].sort().join('\0');
      if (told.has(key)) return [];
      told.add(key);
      return [short, long].map((mine) => {
        const other = mine === short ? long : short;
        return {
          ...mine.parsed.at(['signatures', mine.index]),
          message: `the words of this signature can't be told from those of ${other.parsed.entry.id}: "${shortened(other.text)}"`,
          hint: `Name ${other.parsed.entry.id} under twins with the check that tells the two apart, or make the signature longer or remove it.`,
        };
      });
    });
  });
}

const areTwins = (a: ParsedEntry['entry'], b: ParsedEntry['entry']) =>
  a.twins.some(({ id }) => id === b.id) && b.twins.some(({ id }) => id === a.id);

function isContained(short: string[], long: string[], isTelling: (word: string) => boolean): boolean {
  if (short.length === 0 || short.length > long.length) return false;
  if (short.join(' ') === long.join(' ')) return true;
  if (short.length < MIN_CONTAINED_WORDS) return false;
  const start = long.findIndex((_, i) => short.every((word, j) => long[i + j] === word));
  if (start < 0) return false;
  return ![...long.slice(0, start), ...long.slice(start + short.length)].some(isTelling);
}

function tellingWords(signatures: Signature[], entries: number): (word: string) => boolean {
  const users = new Map<string, Set<string>>();
  for (const { words, parsed } of signatures)
    for (const word of words) users.set(word, (users.get(word) ?? new Set()).add(parsed.entry.id));
  return (word) =>
    !COMMON_WORDS.has(word) &&
    word.length > 1 &&
    (users.get(word)?.size ?? 0) <= Math.max(COMMON_FROM, entries * COMMON_SHARE);
}

const shortened = (text: string) => (text.length > 90 ? `${text.slice(0, 89)}…` : text);
