import type { ChainLink } from '../../core/details/chain.ts';
import type { Entry } from '../../core/types.ts';
import { plainText } from '../plainText.ts';
import { fill, type Words } from '../words.ts';

/** One credential of a chain as a row of the table. */
export interface ChainRow {
  /** Without the "Credential" that all of them end in: the column says it. */
  credential: string;
  state: string;
  /** Words on the row that is to be fixed first, else empty. */
  first: string;
  reason: string;
  /** The same where there is little room: only what matters. */
  brief: string;
}

/** The rows of the chain of credentials; the one that the answer is about is marked. */
export function chainView(chain: ChainLink[], entry: Entry | undefined, words: Words): ChainRow[] {
  const first = entry ? linkOf(entry, chain) : undefined;
  return chain.map((link) => {
    const reason = plainText(withoutName(link), 160);
    return {
      credential: plainText(link.credential.replace(/(?<=.)Credential$/, ''), 40),
      state: words.chain[link.state],
      first: link === first ? words.chain.first : '',
      reason,
      brief: link === first || link.state !== 'skipped' ? plainText(reason, 90) : '',
    };
  });
}

/** The SDKs repeat the name of the credential in front of its reason; the row says it already. */
function withoutName({ credential, reason }: ChainLink): string {
  const rest = reason.startsWith(credential)
    ? reason.slice(credential.length).replace(/^(?: authentication unavailable)?[.,: ]+/, '')
    : reason;
  return rest.length < 8 ? reason : rest.charAt(0).toUpperCase() + rest.slice(1);
}

/**
 * Keeps a few rows of a long chain: the one to fix first, then what failed, was tried, was skipped; in their order.
 *
 * @param length how many credentials the whole chain has
 * @returns the rows, and a line that says how many are left out
 */
export function shortenChain(
  rows: ChainRow[],
  most: number,
  length: number,
  words: Words,
): { rows: ChainRow[]; more: string } {
  const states = [words.chain.failed, words.chain.tried, words.chain.skipped];
  const weight = (row: ChainRow) => (row.first ? -1 : states.indexOf(row.state));
  const kept = new Set([...rows].sort((a, b) => weight(a) - weight(b)).slice(0, most));
  return {
    rows: rows.filter((row) => kept.has(row)),
    more: length > kept.size ? fill(words.chain.more, { count: length - kept.size }) : '',
  };
}

/** The link that an entry speaks of: its code stands in the reason, or it is the only one of that credential. */
function linkOf(entry: Entry, chain: ChainLink[]): ChainLink | undefined {
  const named = chain.find(({ reason }) =>
    entry.codes.some((code) => new RegExp(`${code.replace(/\W/g, '')}(?!\\d)`, 'i').test(reason)),
  );
  if (named) return named;
  const about = new Set([
    ...entry.appliesTo.credentials,
    ...entry.signatures.flatMap(({ credential }) => (credential ? [credential] : [])),
  ]);
  const links = chain.filter(({ credential }) => about.has(credential));
  return links.length === 1 ? links[0] : undefined;
}
