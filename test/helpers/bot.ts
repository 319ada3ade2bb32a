import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCards } from '../../src/cards/loadCards.ts';
import { loadCaseWords } from '../../src/cards/loadCaseWords.ts';
import type { Config } from '../../src/config.ts';
import type { Knowledge } from '../../src/core/match/knowledge.ts';
import { prepareKnowledge } from '../../src/core/triage.ts';
import { loadKnowledge } from '../../src/knowledge/loadKnowledge.ts';
import { createLog } from '../../src/log.ts';
import { openStorage, type Storage } from '../../src/storage/storage.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { createBot } from '../../src/teams/bot.ts';
import { createMetrics } from '../../src/teams/metrics.ts';
import { createServer } from '../../src/teams/server.ts';
import { type Connector, startConnector } from './connector.ts';

const root = join(import.meta.dirname, '../..');
let loaded: Promise<Knowledge> | undefined;

/** The project's own knowledge, loaded once for all tests of a file. */
export const ownKnowledge = (): Promise<Knowledge> => {
  loaded ??= loadKnowledge([join(root, 'knowledge')]).then(prepareKnowledge);
  return loaded;
};

export interface RunningBot {
  url: string;
  connector: Connector;
  storage: Storage;
  /** Lines that the bot logged, as text. */
  logged: string[];
  /** Files that the bot put into OneDrive, which lies outside of this machine. */
  uploads: { url: string; content: string }[];
  /** Sends an activity to the bot; the status and body of the answer come back. */
  post(activity: unknown): Promise<{ status: number; body: any }>;
  close(): Promise<void>;
}

/** Starts the real HTTP server with a real database file, and a stand-in for the connector. */
export async function startBot(
  options: { allowedTenants?: string[]; now?: () => Date; databaseUrl?: string } = {},
): Promise<RunningBot> {
  const dir = mkdtempSync(join(tmpdir(), 'entra-triage-'));
  const knowledge = await ownKnowledge();
  const storage = openStorage(options.databaseUrl ?? `sqlite:${dir}/test.db`);
  const logged: string[] = [];
  const uploads: { url: string; content: string }[] = [];
  const log = createLog('debug', { write: (line) => logged.push(line) });
  const metrics = createMetrics();
  const bot = createBot({
    knowledge: () => knowledge,
    cards: loadCards(join(root, 'cards')),
    caseWords: loadCaseWords(join(root, 'cards')),
    storage,
    log,
    metrics,
    now: options.now ?? (() => new Date()),
    upload: async (url, content) => {
      uploads.push({ url, content });
    },
    allowedTenants: options.allowedTenants ?? [],
  });
  const adapter = createAdapter({ channelService: '' } as Config, bot, log);
  const server = createServer({
    adapter,
    metrics,
    log,
    onlyLocalReplies: true,
    readiness: async () => ({
      warnings: [],
      missing: await storage.ready().then(
        () => [],
        (error: Error) => [`storage: ${error.message}`],
      ),
    }),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${server.address().port}`;
  const connector = await startConnector();
  return {
    url,
    connector,
    storage,
    logged,
    uploads,
    async post(activity) {
      const response = await fetch(`${url}/api/messages`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: typeof activity === 'string' ? activity : JSON.stringify(activity),
      });
      const text = await response.text();
      return { status: response.status, body: text ? JSON.parse(text) : undefined };
    },
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.server.closeAllConnections();
      });
      await connector.close();
      await storage.close().catch(() => {});
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
