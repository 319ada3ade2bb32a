// Where OneDrive for work or school takes files, in the public cloud and the national ones. Anything else in the
// address would let a forged consent send a case to a stranger.
const HOSTS = /\.sharepoint\.(?:com|us|cn)$|\.sharepoint-mil\.us$/;
const TIMEOUT_MS = 4_000;

/**
 * Puts a text file to the upload address that Teams gave, in one piece.
 *
 * @throws Error when the address is not OneDrive's over https, or when it does not take the file
 */
export async function uploadFile(url: string, content: string): Promise<void> {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' || !HOSTS.test(hostname)) throw new Error(`${hostname} is no OneDrive address`);
  const bytes = Buffer.from(content);
  const response = await fetch(url, {
    method: 'PUT',
    headers: {
      'Content-Type': 'text/markdown',
      'Content-Range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
    },
    body: bytes,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!response.ok) throw new Error(`OneDrive answered ${response.status}`);
}
