import 'dotenv/config';
import { join } from 'node:path';
import { loadCards } from './cards/loadCards.ts';
import { loadCaseWords } from './cards/loadCaseWords.ts';
import { ConfigError, readConfig } from './config.ts';
import { prepareQuestions } from './core/triage.ts';
import { createKnowledgeSource } from './knowledge/knowledgeSource.ts';
import { KnowledgeError } from './knowledge/problem.ts';
import { createLog } from './log.ts';
import { openStorage } from './storage/storage.ts';
import { createAdapter } from './teams/adapter.ts';
import { createBot } from './teams/bot.ts';
import { createMetrics } from './teams/metrics.ts';
import { createServer, type Readiness } from './teams/server.ts';
import { uploadFile } from './teams/uploadFile.ts';

const root = join(import.meta.dirname, '..');

async function start(): Promise<void> {
  const config = readConfig(process.env, join(root, 'knowledge'));
  const log = createLog(config.logLevel);
  const knowledge = await createKnowledgeSource(config.knowledgeDirs, log);
  const storage = openStorage(config.databaseUrl);
  const metrics = createMetrics();
  const now = () => new Date();
  const bot = createBot({
    knowledge: knowledge.current,
    cards: loadCards(join(root, 'cards')),
    caseWords: loadCaseWords(join(root, 'cards')),
    storage,
    log,
    metrics,
    now,
    upload: uploadFile,
    allowedTenants: config.allowedTenants,
  });
  const adapter = createAdapter(config, bot, log);

  const readiness = async (): Promise<Readiness> => {
    const missing: string[] = [];
    await storage.ready().catch((error: Error) => missing.push(`storage: ${error.message}`));
    // The last good knowledge answers all the same, so faults on disk are no reason to take the bot out of service.
    return { missing, warnings: knowledge.problems() };
  };
  const server = createServer({ adapter, readiness, metrics, log, onlyLocalReplies: !config.bot });

  if (!config.bot)
    log.warn(
      'no credentials (MicrosoftAppId): anybody on this machine can talk to the bot; for trying out only',
    );
  for (const problem of (await readiness()).missing) log.error(problem);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, resolve);
  });
  log.info(
    { url: `http://${config.host}:${server.address().port}`, entries: knowledge.current().entries.length },
    'ready',
  );
  // So that nobody's first question waits for it.
  setImmediate(() => prepareQuestions(knowledge.current()));

  const purge = () =>
    storage
      .purge(new Date(Date.now() - config.retentionDays * 86_400_000))
      .catch((error) => log.warn({ err: error }, 'old data could not be deleted'));
  const daily = setInterval(purge, 86_400_000);
  void purge();

  const stop = (signal: string) => {
    log.info({ signal }, 'stopping');
    clearInterval(daily);
    knowledge.stop();
    server.close(() => void storage.close().finally(() => process.exit(0)));
    // Requests that are under way get a moment; a connection that is kept open would wait for ever.
    setTimeout(() => process.exit(0), 8_000).unref();
    server.server.closeIdleConnections?.();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

start().catch((error: unknown) => {
  const { code, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    console.error(`Port ${port} is taken by another program. Set PORT to a free one.`);
  else console.error(error instanceof ConfigError || error instanceof KnowledgeError ? error.message : error);
  process.exit(1);
});
