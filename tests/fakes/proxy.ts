import http from 'node:http';
import net from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';

/** A forward proxy on loopback that leads every name and address to one port of this machine. */
export interface Proxy {
  url: string;
  /** "GET http://host/path" or "CONNECT host:port", in order. */
  asked: string[];
  close(): Promise<void>;
}

export async function startProxy(targetPort: number, status = 200): Promise<Proxy> {
  const asked: string[] = [];
  const tunnels = new Set<Duplex>();
  const server = http.createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    if (status !== 200) return void response.writeHead(status).end();
    const url = new URL(request.url ?? '/', 'http://nowhere');
    const { headers } = request;
    const onward = http.get(
      { port: targetPort, host: '127.0.0.1', path: url.pathname + url.search, headers },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on('error', () => response.destroy());
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    tunnels.add(socket);
    if (status !== 200) return void socket.end(`HTTP/1.1 ${status} No\r\n\r\n`);
    const onward = net.connect(targetPort, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      for (const tunnel of tunnels) tunnel.destroy();
      await closed;
    },
  };
}
