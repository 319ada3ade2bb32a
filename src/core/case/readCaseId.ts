import { CASE_ID_ALPHABET } from './newCaseId.ts';

// What people write or hear for a character that only one of the alphabet can be meant by.
const MEANT: Record<string, string> = { Z: '2', G: '6', Q: '9', M: 'N' };
const CODE = new RegExp(`^[${CASE_ID_ALPHABET}]{6}$`);

/**
 * Reads a case id as people type it: `ENT-7K3P9W`, `ent 7k3 p9w`, `7K3P9W`, `#ent7k3p9w.`, with Z for 2, G for 6,
 * Q for 9 and M for N.
 *
 * @returns the id as `newCaseId` writes it, or undefined where it can be none. Whether there is such a case is for
 *   the storage to say.
 */
export function readCaseId(typed: string): string | undefined {
  if (typed.length > 60) return undefined;
  const bare = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '')
    // No code begins with ENT, because neither E nor T is in the alphabet.
    .replace(/^(?:CASE)?(?:ENT)?/, '');
  const code = [...bare].map((char) => MEANT[char] ?? char).join('');
  return CODE.test(code) ? `ENT-${code}` : undefined;
}
