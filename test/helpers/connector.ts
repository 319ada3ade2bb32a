import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Something that the bot sent: a new activity (POST) or a replaced one (PUT). */
export interface Sent {
  method: string;
  path: string;
  activity: Record<string, any>;
}

export interface Connector {
  url: string;
  sent: Sent[];
  /** Waits until that many activities have been sent, without typing indicators. */
  received(count: number): Promise<Sent[]>;
  /** Answers the next requests with this status instead of accepting them. */
  fail(status: number, times: number): void;
  close(): Promise<void>;
}

/** Stands in for the Bot Framework connector: it lies outside of this machine. */
export async function startConnector(): Promise<Connector> {
  const sent: Sent[] = [];
  let failures: number[] = [];
  let id = 0;
  const server = createServer(async (req, res) => {
    const activity = JSON.parse((await bodyOf(req)) || '{}');
    const status = failures.shift();
    if (status) {
      answer(res, status, { error: { code: 'Refused', message: 'refused' } });
      return;
    }
    sent.push({ method: req.method!, path: req.url!, activity });
    answer(res, 200, { id: `bot-${++id}` });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const messages = () => sent.filter(({ activity }) => activity.type !== 'typing');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    async received(count) {
      for (let waited = 0; messages().length < count && waited < 5000; waited += 20)
        await new Promise((resolve) => setTimeout(resolve, 20));
      return messages();
    },
    fail(status, times) {
      failures = Array(times).fill(status);
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

// One call a line: restify's ServerResponse, which is in this process too, does not chain.
function answer(res: ServerResponse, status: number, body: unknown): void {
  res.writeHead(status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(body));
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of req) body += chunk;
  return body;
}
