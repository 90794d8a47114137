import http from 'node:http';
import https from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** What goes wrong with a request. */
export type Fault =
  | 'hang' // accepts and never answers
  | 'hang-body' // sends headers and half of the body, then nothing
  | 'drip' // sends a byte now and then, for ever
  | 'reset' // closes the connection by force
  | 'truncate' // closes in the middle of the announced body
  | 'garbage' // answers with something that is not HTTP
  | 'smuggle' // announces a length and a chunked body at once
  | 'header-flood'; // sends headers without end

export interface Page {
  status?: number;
  headers?: http.OutgoingHttpHeaders;
  body?: string | Uint8Array;
  /** Answers If-None-Match with 304. */
  etag?: string;
  latencyMs?: number;
}

type Serves = Page | ((seen: Seen) => Page | Promise<Page>);

export interface Seen {
  path: string;
  headers: http.IncomingHttpHeaders;
  /** Milliseconds on the monotonic clock. */
  at: number;
  /** 1 for the first connection, and so on. */
  connection: number;
}

/** A web server on loopback that does as the test says, and remembers who came. */
export interface Origin {
  url: string;
  port: number;
  seen: Seen[];
  /** Connections ever accepted, counted before any byte is read. */
  connections(): number;
  /** Most requests under way at a time. */
  busiest(): number;
  /** Serves a page; a function is asked at every request, and may take its time. */
  page(path: string, page: Serves): void;
  /** Makes the next `times` requests for the path fail; without a number all of them. */
  fault(path: string, fault: Fault, times?: number): void;
  close(): Promise<void>;
}

export interface OriginOptions {
  host?: string;
  tls?: { key: string; cert: string };
}

export async function startOrigin({ host = '127.0.0.1', tls }: OriginOptions = {}): Promise<Origin> {
  const pages = new Map<string, Serves>();
  const faults = new Map<string, { fault: Fault; left: number }>();
  const sockets = new Map<Socket, number>();
  const seen: Seen[] = [];
  let accepted = 0;
  let underWay = 0;
  let busiest = 0;

  const drawFault = (path: string): Fault | null => {
    const set = faults.get(path);
    if (set === undefined || set.left <= 0) return null;
    set.left--;
    return set.fault;
  };

  const answer = async (request: http.IncomingMessage, response: http.ServerResponse): Promise<void> => {
    const path = request.url ?? '/';
    const visit: Seen = {
      path,
      headers: request.headers,
      at: performance.now(),
      connection: sockets.get(request.socket) ?? 0,
    };
    seen.push(visit);
    busiest = Math.max(busiest, ++underWay);
    response.on('close', () => underWay--);
    const known = pages.get(path) ?? { status: 404, body: 'nothing here' };
    const page = typeof known === 'function' ? await known(visit) : known;
    if (page.latencyMs !== undefined) await sleep(page.latencyMs);
    const fault = drawFault(path);
    if (fault === null) sendPage(request, response, page);
    else misbehave(fault, request.socket, page);
  };

  const listener: http.RequestListener = (request, response) => void answer(request, response);
  const server = tls === undefined ? http.createServer(listener) : https.createServer(tls, listener);
  server.on(tls === undefined ? 'connection' : 'secureConnection', (socket: Socket) => sockets.set(socket, accepted));
  server.on('connection', (socket: Socket) => {
    accepted++;
    if (tls === undefined) sockets.set(socket, accepted);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${tls === undefined ? 'http' : 'https'}://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    seen,
    connections: () => accepted,
    busiest: () => busiest,
    page: (path, page) => void pages.set(path, page),
    fault: (path, fault, times = Infinity) => void faults.set(path, { fault, left: times }),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

function sendPage(request: http.IncomingMessage, response: http.ServerResponse, page: Page): void {
  const validators = page.etag === undefined ? {} : { etag: page.etag };
  if (page.etag !== undefined && request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, { ...validators, ...page.headers }).end();
    return;
  }
  response.writeHead(page.status ?? 200, { ...validators, ...page.headers }).end(page.body ?? '');
}

function misbehave(fault: Fault, socket: Socket, page: Page): void {
  const body = Buffer.from(page.body ?? 'a body of some length');
  const head = (length: number): string =>
    `HTTP/1.1 200 OK\r\ncontent-type: text/xml\r\ncontent-length: ${length}\r\n\r\n`;
  switch (fault) {
    case 'hang':
      return;
    case 'hang-body':
      socket.write(head(body.length));
      socket.write(body.subarray(0, body.length / 2));
      return;
    case 'drip': {
      socket.write(head(100_000));
      const timer = setInterval(() => socket.write('x'), 50);
      socket.on('close', () => clearInterval(timer));
      return;
    }
    case 'reset':
      socket.resetAndDestroy();
      return;
    case 'truncate':
      socket.write(head(body.length));
      socket.end(body.subarray(0, body.length / 2));
      return;
    case 'garbage':
      socket.end('SSH-2.0-OpenSSH_9.6\r\n');
      return;
    case 'smuggle':
      socket.end(
        'HTTP/1.1 200 OK\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
      );
      return;
    case 'header-flood': {
      socket.write('HTTP/1.1 200 OK\r\n');
      for (let i = 0; i < 5000; i++) socket.write(`x-filler-${i}: ${'y'.repeat(100)}\r\n`);
    }
  }
}
