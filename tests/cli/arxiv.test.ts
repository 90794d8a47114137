import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rss, startBench, type Bench } from '../fakes/bench.ts';

/** All of arXiv, behind a proxy: when it was asked for what, how many at once, and what it says. */
interface Arxiv {
  asked: { url: string; at: number }[];
  busiest: number;
  status: number;
  close(): Promise<void>;
}

let bench: Bench;
let arxiv: Arxiv;
beforeEach(async () => {
  bench = startBench();
  arxiv = await startArxiv();
});
afterEach(async () => {
  delete process.env['ARXIV_PROXY'];
  await arxiv.close();
  bench.remove();
});

async function startArxiv(): Promise<Arxiv> {
  let underWay = 0;
  const state: Arxiv = { asked: [], busiest: 0, status: 200, close: async () => {} };
  const server = http.createServer((request, response) => {
    state.asked.push({ url: request.url ?? '', at: performance.now() });
    state.busiest = Math.max(state.busiest, ++underWay);
    response.on('close', () => underWay--);
    setTimeout(() => response.writeHead(state.status).end(state.status === 200 ? rss({ a: 'A paper' }) : 'no'), 100);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  process.env['ARXIV_PROXY'] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  state.close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return state;
}

const CONFIGURATION = `
contact: desk@example.org
pages: off
net: { proxy: ARXIV_PROXY, retries: 0 }
sources:
  - { url: "http://rss.arxiv.org/rss/cs.AI", id: ai, kind: arxiv }
  - { url: "http://export.arxiv.org/list/cs.CL/new", id: cl, kind: arxiv }
`;

describe('arXiv, over everything that an installation runs', () => {
  it('is asked once in three seconds, one request at a time', async () => {
    bench.configure(CONFIGURATION);
    await Promise.all([
      bench.nightdesk('collect', '--now', '2026-02-17T20:00:00Z'),
      bench.nightdesk('sources', 'add', 'http://arxiv.org/rss/cs.LG', '--dry-run'),
    ]);
    const starts = arxiv.asked.map(({ at }) => at);
    expect(starts).toHaveLength(3);
    expect(arxiv.busiest).toBe(1);
    for (const [index, start] of starts.slice(1).entries()) expect(start - (starts[index] ?? 0)).toBeGreaterThan(2900);
  }, 60_000);

  it('is left alone for the night after a 403, by the next processes too, and asked again the next night', async () => {
    bench.configure(CONFIGURATION);
    arxiv.status = 403;
    await bench.nightdesk('collect', '--now', '2026-02-17T20:00:00Z');
    await bench.nightdesk('night', '--late', '--now', '2026-02-17T21:10:00Z');
    expect(arxiv.asked).toHaveLength(1);
    expect((await bench.ledger())['cl']).toMatchObject({
      outcome: 'late',
      diagnosis: expect.stringContaining('Nothing more is asked of export.arxiv.org this night') as string,
    });
    arxiv.status = 200;
    await bench.nightdesk('collect', '--now', '2026-02-18T20:00:00Z');
    expect(arxiv.asked.length).toBeGreaterThan(1);
  }, 60_000);
});
