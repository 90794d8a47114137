// A bare origin in a process of its own: every path is a feed of 80 kB with an ETag. Arguments: latency in milliseconds.
import http from 'node:http';

const latency = Number(process.argv[2] ?? 0);
const body = Buffer.alloc(80_000, '<item><title>Something happened</title></item>\n');

const server = http.createServer((request, response) => {
  const etag = `"${request.url}"`;
  const answer = (): void => {
    const unchanged = request.headers['if-none-match'] === etag;
    response.writeHead(unchanged ? 304 : 200, { etag, 'content-type': 'application/rss+xml' });
    response.end(unchanged ? undefined : body);
  };
  if (request.url?.startsWith('/hang') === true) return;
  if (latency > 0) setTimeout(answer, latency);
  else answer();
});
server.listen(0, '127.0.0.1', 4096, () => {
  const address = server.address();
  if (typeof address === 'object') process.stdout.write(`${address?.port}\n`);
});
