/**
 * The letters of a case id. Of characters that look alike in some font (0 O D Q, 1 I L J, U V, B 8, S 5, Z 2, G 6) or
 * sound alike on the phone (M N, F S, A J K, B D E G P T V Z) at most one is here. Without vowels no id is a word.
 */
export const CASE_ID_ALPHABET = '234679CFHKNPRWXY';

const LENGTH = 6;

/**
 * Makes the id of a case: `ENT-` and six of sixteen characters, so 16,777,216 ids. A taken one has to be tried anew.
 *
 * @param randomBytes at least three bytes; each gives two characters
 * @throws RangeError when there are fewer
 */
export function newCaseId(randomBytes: Uint8Array): string {
  if (randomBytes.length < LENGTH / 2) throw new RangeError(`a case id needs ${LENGTH / 2} random bytes`);
  const code = [...randomBytes.subarray(0, LENGTH / 2)].flatMap((byte) => [byte >> 4, byte & 15]);
  return `ENT-${code.map((index) => CASE_ID_ALPHABET[index]).join('')}`;
}
