import { createServer } from 'node:net';

/** Below those that the system hands to connections, which would take a port that is let go for a moment. */
const [FIRST, COUNT] = [20_000, 10_000];

/** A port of this machine that stays free while its server stops and starts again. */
export async function lastingPort(): Promise<number> {
  for (;;) {
    const port = FIRST + Math.floor(Math.random() * COUNT);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
