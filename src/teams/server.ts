import type { Activity } from 'botbuilder';
import pino from 'pino';
import restify, { type Request, type Response, type Server } from 'restify';
import type { Logger } from '../log.ts';
import type { Adapter } from './adapter.ts';
import type { Metrics } from './metrics.ts';

// Teams sends at most about 100 KB of text in one message, and its HTML beside it.
const MAX_BODY = 2 * 1024 * 1024;

export interface Readiness {
  missing: string[];
  warnings: string[];
}

export interface ServerParts {
  adapter: Adapter;
  /** What keeps the bot from being ready, and what it goes on in spite of; for people. */
  readiness(): Promise<Readiness>;
  metrics: Metrics;
  log: Logger;
  /** Without credentials, replies may only go to this machine, because the sender names where they go. */
  onlyLocalReplies: boolean;
}

/** The HTTP edge: messages, health, metrics. Every broken request gets a clear answer in JSON. */
export function createServer({ adapter, readiness, metrics, log, onlyLocalReplies }: ServerParts): Server {
  const server = restify.createServer({
    name: 'entra-triage',
    handleUncaughtExceptions: false,
    // Its own log holds whole requests, and so the text of messages.
    log: pino({ level: 'silent' }) as never,
  });
  const parseBody = restify.plugins.bodyParser({ maxBodySize: MAX_BODY, mapParams: false, mapFiles: false });

  server.post('/api/messages', parseBody, async (req: Request, res: Response) => {
    const activity = readActivity(req.body);
    if (!activity) {
      res.send(
        400,
        problem(
          'The body has to be a Bot Framework activity: a JSON object with type, serviceUrl, channelId, from.id and conversation.id.',
        ),
      );
      return;
    }
    if (onlyLocalReplies && !isLocal(activity.serviceUrl)) {
      res.send(403, problem('Without credentials the bot only answers to this machine (serviceUrl).'));
      return;
    }
    const { status, body } = await adapter.receive(req.headers.authorization ?? '', activity);
    res.send(status, body);
  });

  server.get('/healthz', async (_req: Request, res: Response) => {
    res.send(200, { status: 'alive' });
  });
  server.get('/readyz', async (_req: Request, res: Response) => {
    const { missing, warnings } = await readiness();
    const status = missing.length === 0 ? 'ready' : 'not ready';
    res.send(missing.length === 0 ? 200 : 503, { status, missing, warnings });
  });
  server.get('/metrics', async (_req: Request, res: Response) => {
    const text = await metrics.registry.metrics();
    res.sendRaw(200, text, { 'Content-Type': metrics.registry.contentType });
  });

  // Fires for every error, also those of the plugins: the default page would hold a stack.
  server.on(
    'restifyError',
    (
      _req: Request,
      res: Response,
      error: { statusCode?: number; message?: string },
      callback: () => void,
    ) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) {
        metrics.failures.inc({ kind: 'http' });
        log.error({ err: error }, 'request failed');
      }
      const known = KNOWN[status];
      Object.assign(error, {
        toJSON: () => problem(known ?? 'The request could not be handled.'),
        toString: () => JSON.stringify(problem(known ?? 'The request could not be handled.')),
      });
      if (!res.headersSent) res.setHeader('Content-Type', 'application/json');
      callback();
    },
  );
  return server;
}

const KNOWN: Record<number, string> = {
  400: 'The body is not valid JSON.',
  404: 'There is nothing at this address. Messages go to POST /api/messages.',
  405: 'This address takes another method. Messages go to POST /api/messages.',
  413: `The body is larger than ${MAX_BODY / 1024 / 1024} MB.`,
  415: 'The body has to be application/json.',
};

const problem = (message: string) => ({ error: { message } });

function readActivity(body: unknown): Activity | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const activity = body as Partial<Activity>;
  const usable =
    typeof activity.type === 'string' &&
    typeof activity.serviceUrl === 'string' &&
    typeof activity.conversation?.id === 'string' &&
    typeof activity.channelId === 'string' &&
    typeof activity.from?.id === 'string';
  return usable ? (activity as Activity) : undefined;
}

function isLocal(serviceUrl: string): boolean {
  try {
    return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(new URL(serviceUrl).hostname);
  } catch {
    return false;
  }
}
