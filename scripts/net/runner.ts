// One measured run in a process of its own. Arguments: "bare" or "client", the origin's port, number of documents,
// requests at a time, share that hangs. Prints {cpu, wall} in seconds; the hanging ones are not waited for.
import { Agent, request } from 'undici';
import { createClient } from '../../src/net/client.ts';

const [, , kind, port, count, concurrency, share] = process.argv;
const hangs = (i: number): boolean => Number(share) > 0 && i % Math.round(1 / Number(share)) === 0;
const paths = Array.from({ length: Number(count) }, (_, i) => (hangs(i) ? `/hang/${i}` : `/${i}`));
const origin = `http://127.0.0.1:${port}`;

/** The least a program can do: undici's request in as many loops as there may be requests. */
async function bare(): Promise<void> {
  const dispatcher = new Agent({ connections: Number(concurrency) });
  let next = 0;
  const loop = async (): Promise<void> => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const answer = await request(origin + path, { dispatcher, headers: { 'if-none-match': `"${path}"` } });
      await answer.body.dump();
    }
  };
  await Promise.all(Array.from({ length: Number(concurrency) }, loop));
}

async function ours(): Promise<void> {
  const client = createClient({
    userAgent: 'Nightdesk/0.0',
    concurrency: Number(concurrency),
    perService: 2,
    delayMs: 1000,
    noDelay: true,
    jitter: Math.random,
    timeouts: { connectMs: 10_000, headersMs: 20_000, bodyMs: 20_000, totalMs: 40_000 },
    caps: { bytes: 20_000_000, wireBytes: 20_000_000, ratio: 200, headerBytes: 64_000, redirects: 5 },
    retries: 2,
    now: Date.now,
  });
  const whole = paths.map(async (path) => {
    const { notModified } = await client.fetch({ url: origin + path, allowPrivate: true, etag: `"${path}"` });
    if (!notModified) throw new Error(`no 304 for ${path}`);
  });
  await Promise.all(whole.filter((_, i) => !hangs(i)));
}

const started = performance.now();
await (kind === 'bare' ? bare() : ours());
const wall = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage();
process.stdout.write(`${JSON.stringify({ cpu: (user + system) / 1e6, wall })}\n`);
process.exit();
