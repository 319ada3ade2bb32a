import { join } from 'node:path';
import { checkLinks } from '../knowledge/checkLinks.ts';
import { loadKnowledge } from '../knowledge/loadKnowledge.ts';
import { KnowledgeError } from '../knowledge/problem.ts';

// Hosts that are asked first, to tell a dead link from a machine without internet.
const PROBES = 3;

/** Checks every distinct link of the references. Needs internet; folders as arguments are checked instead. */
async function main(): Promise<void> {
  const given = process.argv.slice(2);
  const entries = await loadKnowledge(
    given.length > 0 ? given : [join(import.meta.dirname, '../../knowledge')],
  );
  const users = new Map<string, string[]>();
  for (const { id, references } of entries)
    for (const { url } of references) users.set(url, [...(users.get(url) ?? []), id]);
  const urls = [...users.keys()].sort();

  const hosts = new Map(urls.map((url) => [new URL(url).host, url]));
  const probes = await checkLinks([...hosts.values()].slice(0, PROBES), { timeoutMs: 8_000, pauseMs: 500 });
  if (probes.length > 0 && probes.every(({ state }) => state === 'unreachable')) {
    console.error(
      `No internet: ${probes.map(({ url, detail }) => `${new URL(url).host} (${detail})`).join(', ')} can't be reached. Nothing was checked.
Behind a proxy set HTTPS_PROXY and NODE_USE_ENV_PROXY=1.`,
    );
    process.exitCode = 2;
    return;
  }

  const results = await checkLinks(urls);
  const of = (...states: string[]) => results.filter(({ state }) => states.includes(state));
  for (const { url, state, detail } of of('moved', 'refused', 'dead', 'unreachable')) {
    const ids = users.get(url)!;
    const more = ids.length > 3 ? ` and ${ids.length - 3} more` : '';
    console.log(`${state}: ${url}\n    ${detail}; in ${ids.slice(0, 3).join(', ')}${more}`);
  }
  const bad = of('dead', 'unreachable').length;
  console.log(
    `${urls.length} links: ${of('alive').length} alive, ${of('moved').length} moved, ${of('refused').length} refused to answer, ${bad} dead`,
  );
  process.exitCode = bad > 0 ? 1 : 0;
}

main().catch((error: unknown) => {
  console.error(error instanceof KnowledgeError ? error.message : error);
  process.exitCode = 1;
});
