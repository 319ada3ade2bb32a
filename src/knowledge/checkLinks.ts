/** What came of one link. */
export interface LinkResult {
  url: string;
  /** refused: the host is there, but answers no programs (403, 429), so nothing is known about the page. */
  state: 'alive' | 'moved' | 'refused' | 'dead' | 'unreachable';
  /** The status, the new address, or why nothing came. */
  detail: string;
}

export interface LinkOptions {
  concurrency?: number;
  timeoutMs?: number;
  /** Before the one retry. */
  pauseMs?: number;
}

/**
 * Asks for each address: HEAD, then GET where HEAD gives no good answer, and once more after a pause where that may
 * help. A redirect is followed and reported, because the old address will stop working one day.
 *
 * @returns one result per address, in the given order
 */
export async function checkLinks(
  urls: string[],
  { concurrency = 6, timeoutMs = 15_000, pauseMs = 2_000 }: LinkOptions = {},
): Promise<LinkResult[]> {
  const results: LinkResult[] = [];
  let next = 0;
  const work = async () => {
    while (next < urls.length) {
      const at = next++;
      const url = urls[at]!;
      let result = await ask(url, timeoutMs);
      if (result.state === 'unreachable' || result.state === 'refused' || /^5\d\d/.test(result.detail)) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        result = await ask(url, timeoutMs);
      }
      results[at] = result;
    }
  };
  await Promise.all(Array.from({ length: concurrency }, work));
  return results;
}

async function ask(url: string, timeoutMs: number): Promise<LinkResult> {
  try {
    let response = await request(url, 'HEAD', timeoutMs);
    if (!response.ok) response = await request(url, 'GET', timeoutMs);
    const { status } = response;
    if (response.ok) {
      return isSamePage(url, response.url)
        ? { url, state: 'alive', detail: `${status}` }
        : { url, state: 'moved', detail: response.url };
    }
    return { url, state: status === 403 || status === 429 ? 'refused' : 'dead', detail: `${status}` };
  } catch (error) {
    const { name, message, cause } = error as Error & { cause?: NodeJS.ErrnoException };
    return {
      url,
      state: 'unreachable',
      detail:
        name === 'TimeoutError'
          ? `no answer in ${timeoutMs / 1000} s`
          : (cause?.code ?? cause?.message ?? message),
    };
  }
}

async function request(url: string, method: string, timeoutMs: number): Promise<Response> {
  const response = await fetch(url, {
    method,
    redirect: 'follow',
    signal: AbortSignal.timeout(timeoutMs),
    headers: { 'user-agent': 'entra-triage knowledge:links', accept: 'text/html,*/*' },
  });
  await response.body?.cancel();
  return response;
}

/** aka.ms leads elsewhere on purpose, and Microsoft's pages add the reader's language. */
function isSamePage(asked: string, answered: string): boolean {
  const [from, to] = [new URL(asked), new URL(answered)];
  const path = (url: URL) => url.pathname.replace(/^\/[a-z]{2}-[a-z]{2,4}(?=\/)/i, '').replace(/\/$/, '');
  return from.hostname === 'aka.ms' || (from.host === to.host && path(from) === path(to));
}
