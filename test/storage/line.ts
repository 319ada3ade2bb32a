import { connect, createServer, type Socket } from 'node:net';

/** A line between the bot and its database that can be cut, or hold everything back without a word. */
export interface Line {
  port: number;
  /** @param onlyOld connections that are made later go through */
  freeze(how?: { onlyOld: boolean }): void;
  thaw(): void;
  /** Ends what is connected, as a server does that stops. */
  cut(): void;
  close(): Promise<void>;
}

export async function lineTo(port: number, host: string): Promise<Line> {
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    const far = connect(port, host);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on('data', (data) => to.write(data));
      if (frozen) from.pause();
    }
  });
  server.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const all = (what: (socket: Socket) => void) => {
    for (const socket of sockets) what(socket);
  };
  return {
    port: (server.address() as { port: number }).port,
    freeze({ onlyOld } = { onlyOld: false }) {
      frozen = !onlyOld;
      all((socket) => socket.pause());
    },
    thaw() {
      frozen = false;
      all((socket) => socket.resume());
    },
    cut: () => all((socket) => socket.destroy()),
    async close() {
      all((socket) => socket.destroy());
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
