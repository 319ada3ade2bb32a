import { type ChainLink, saysNothing } from '../details/chain.ts';
import type { Details, Entry, Match } from '../types.ts';
import type { Knowledge } from './knowledge.ts';
import { matchWords, WHOLE_CHAIN } from './matchWords.ts';

// A reason is one line, so little of it has to be recognised to be sure.
const LINK_FROM = 0.4;

/** What each link of a chain is about, where the knowledge knows. */
export function matchLinks(
  chain: ChainLink[],
  details: Details,
  knowledge: Knowledge,
): (Match | undefined)[] {
  return chain.map((link) => {
    // Its name alone would find whatever else is told of that credential.
    if (saysNothing(link)) return undefined;
    const [best] = matchWords(
      `${link.credential}: ${link.reason}`,
      { ...details, credentials: [link.credential], chain: [] },
      knowledge,
    );
    return best && best.match.score >= LINK_FROM && best.match.entry.id !== WHOLE_CHAIN
      ? best.match
      : undefined;
  });
}

/**
 * The answer to a chain of credentials: the one that really failed comes first, since the others were only not set
 * up. Where none failed, the chain as a whole is the answer, and its links follow.
 *
 * @returns matches, best first; empty where the text holds no chain or nothing is known of it
 */
export function matchChain(details: Details, knowledge: Knowledge): Match[] {
  const { chain } = details;
  if (chain.length === 0) return [];
  const links = matchLinks(chain, details, knowledge);
  // One credential that is not understood is no chain to explain; the words around it may tell more.
  if (chain.length === 1 && !links[0]) return [];
  const ofState = (...states: ChainLink['state'][]) =>
    chain.flatMap((link, i) => (states.includes(link.state) && links[i] ? [because(links[i], link)] : []));
  const failed = ofState('failed');
  // A variable that is set shows that somebody meant to use this credential.
  const half = chain.flatMap((link, i) =>
    links[i] && /(?:variables|these) are set|incomplete/i.test(link.reason) ? [because(links[i], link)] : [],
  );
  const whole = knowledge.byId.get(WHOLE_CHAIN);
  const ofWhole: Match[] = whole
    ? [
        {
          entry: whole,
          confidence: 'likely',
          score: 0.85,
          why: `a chain of ${chain.length} credentials, none of which gave a token`,
        },
      ]
    : [];
  const rest = ofState('tried', 'skipped');
  const ordered =
    failed.length > 0
      ? [...failed, ...half, ...ofWhole]
      : chain.length === 1 || half.length > 0
        ? [...half, ...rest.slice(0, 1), ...ofWhole, ...rest]
        : [...ofWhole, ...rest];
  return distinct(ordered);
}

const because = (match: Match, { credential, state }: ChainLink): Match => ({
  ...match,
  confidence: 'likely',
  score: state === 'failed' ? 0.9 : 0.7,
  why: `${credential} ${state} in the chain; ${match.why}`,
});

function distinct(matches: Match[]): Match[] {
  const seen = new Set<Entry>();
  return matches.filter(({ entry }) => !seen.has(entry) && seen.add(entry));
}
