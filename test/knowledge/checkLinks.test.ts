import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { checkLinks } from '../../src/knowledge/checkLinks.ts';

let server: Server;
let base: string;
const asked: string[] = [];
let open = 0;
let mostOpen = 0;

beforeAll(async () => {
  server = createServer(async (req, res) => {
    const path = req.url!;
    const times = asked.filter((line) => line === `${req.method} ${path}`).length;
    asked.push(`${req.method} ${path}`);
    mostOpen = Math.max(mostOpen, ++open);
    res.once('close', () => open--);
    if (path.startsWith('/slow')) await new Promise((resolve) => setTimeout(resolve, 60));
    if (path === '/never') return;
    if (path === '/cut') return void req.socket.destroy();
    if (path === '/no-head' && req.method === 'HEAD') res.statusCode = 405;
    if (path === '/gone') res.statusCode = 404;
    if (path === '/closed') res.statusCode = 403;
    if (path === '/broken') res.statusCode = 500;
    if (path === '/tired' && times === 0) res.statusCode = 503;
    const to = { '/old': '/new', '/page': '/en-us/page/', '/lost': '/gone', '/ring': '/ring' }[path];
    if (to) res.writeHead(301, { location: to });
    res.end(req.method === 'HEAD' ? undefined : 'text');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const quick = { timeoutMs: 300, pauseMs: 10 };

test.each([
  ['/fine', 'alive', '200', ['HEAD /fine']],
  ['/no-head', 'alive', '200', ['HEAD /no-head', 'GET /no-head']],
  ['/old', 'moved', '/new', ['HEAD /old', 'HEAD /new']],
  ['/page', 'alive', '200', ['HEAD /page', 'HEAD /en-us/page/']],
  ['/gone', 'dead', '404', ['HEAD /gone', 'GET /gone']],
  ['/lost', 'dead', '404', ['HEAD /lost', 'HEAD /gone', 'GET /lost', 'GET /gone']],
  ['/closed', 'refused', '403', ['HEAD /closed', 'GET /closed', 'HEAD /closed', 'GET /closed']],
  ['/broken', 'dead', '500', ['HEAD /broken', 'GET /broken', 'HEAD /broken', 'GET /broken']],
  ['/tired', 'alive', '200', ['HEAD /tired', 'GET /tired', 'HEAD /tired']],
])('%s is %s', async (path, state, detail, requests) => {
  asked.length = 0;
  const [result] = await checkLinks([base + path], quick);
  expect(result).toEqual({ url: base + path, state, detail: expect.stringContaining(detail) });
  // GET of /tired is asked for the first time, and is fine.
  expect(asked).toEqual(path === '/tired' ? expect.arrayContaining(['HEAD /tired']) : requests);
});

test('what never answers, breaks off, turns in circles or is not there is unreachable', async () => {
  const urls = [
    `${base}/never`,
    `${base}/cut`,
    `${base}/ring`,
    'http://127.0.0.1:1/',
    'https://no-such-host.invalid/',
  ];
  const results = await checkLinks(urls, quick);
  expect(results.map(({ state }) => state)).toEqual(urls.map(() => 'unreachable'));
  expect(results[0]!.detail).toBe('no answer in 0.3 s');
  expect(results[3]!.detail).toMatch(/ECONNREFUSED|bad port/);
});

test('asks six at a time and answers in order', async () => {
  mostOpen = 0;
  const urls = Array.from({ length: 20 }, (_, i) => `${base}/slow/${i}`);
  const results = await checkLinks(urls, { timeoutMs: 5_000 });
  expect(results.map(({ url }) => url)).toEqual(urls);
  expect(mostOpen).toBe(6);
});
