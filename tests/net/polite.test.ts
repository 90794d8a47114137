// What the operator of a site sees of us.
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client, ClientOptions } from '../../src/net/client.ts';
import { quickClient } from '../fakes/client.ts';
import { startOrigin } from '../fakes/origin.ts';
import type { Origin } from '../fakes/origin.ts';

let origin: Origin;
const clients: Client[] = [];

beforeEach(async () => {
  origin = await startOrigin();
});
afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.close()));
  await origin.close();
});

/** A client to which every name is on this machine. */
function client(changes: Partial<ClientOptions> = {}): Client {
  const made = quickClient({ resolve: async () => [{ address: '127.0.0.1', family: 4 }], ...changes });
  clients.push(made);
  return made;
}

/** A page that is given once so many requests are under way at a time. */
const together = (requests: number) => async () => {
  while (origin.busiest() < requests) await sleep(5);
  return { body: 'x', latencyMs: 20 };
};

const at = (host: string, path: string) => ({ url: `http://${host}:${origin.port}${path}`, allowPrivate: true });

describe('a service', () => {
  it('has one line for all its hosts, with its own number of connections', async () => {
    for (let i = 0; i < 6; i++) origin.page(`/${i}`, { body: 'x', latencyMs: 30 });
    const asking = client({ perService: 1 });
    const hosts = ['blog.news.example', 'www.news.example', 'news.example'];
    await Promise.all(Array.from({ length: 6 }, (_, i) => asking.fetch(at(hosts[i % 3] ?? '', `/${i}`))));
    expect(origin.busiest()).toBe(1);
    expect(origin.seen.map(({ path }) => path)).toEqual(['/0', '/1', '/2', '/3', '/4', '/5']);
  });

  it('is another one for every blog of a blog host', async () => {
    for (const path of ['/a', '/b', '/c']) origin.page(path, together(3));
    const asking = client({ perService: 1 });
    await Promise.all(['a', 'b', 'c'].map((name) => asking.fetch(at(`${name}.github.io`, `/${name}`))));
    expect(origin.busiest()).toBe(3);
  });

  it('has its delay between the starts of two requests', async () => {
    for (let i = 0; i < 3; i++) origin.page(`/${i}`, { body: 'x' });
    const asking = client({ delayMs: 1000, perService: 2 });
    const began = performance.now();
    await Promise.all([0, 1, 2].map((i) => asking.fetch(at('news.example', `/${i}`))));
    for (const [i, visit] of origin.seen.entries()) {
      expect(visit.at - began).toBeGreaterThan(i * 1000 - 1);
      // Measured at the other end, where a request may arrive sooner after its forerunner than it was sent.
      expect(visit.at - (origin.seen[i - 1]?.at ?? 0)).toBeGreaterThan(500);
    }
  });

  it('does not wait for another one', async () => {
    const order: string[] = [];
    origin.page('/slow', async () => {
      while (order.length === 0) await sleep(5);
      return { body: 'x' };
    });
    origin.page('/quick', { body: 'x' });
    const asking = client({ perService: 1 });
    await Promise.all(
      ['slow', 'quick'].map(async (name) => {
        await asking.fetch(at(`${name}.example`, `/${name}`));
        order.push(name);
      }),
    );
    expect(order).toEqual(['quick', 'slow']);
  });

  it('of one address is address and port', async () => {
    const other = await startOrigin();
    other.page('/', { body: 'x' });
    const order: string[] = [];
    origin.page('/', async () => {
      while (order.length === 0) await sleep(5);
      return { body: 'x' };
    });
    const asking = client({ perService: 1 });
    await Promise.all(
      [origin, other].map(async ({ url }) => {
        await asking.fetch({ url, allowPrivate: true });
        order.push(url);
      }),
    );
    expect(order).toEqual([other.url, origin.url]);
    await other.close();
  });
});

describe('noDelay', () => {
  it('lifts delay and limit for private sources only', async () => {
    for (let i = 0; i < 8; i++) origin.page(`/${i}`, together(8));
    const asking = client({ noDelay: true, delayMs: 60_000, perService: 1 });
    await Promise.all(Array.from({ length: 8 }, (_, i) => asking.fetch(at('news.example', `/${i}`))));
    expect(origin.busiest()).toBe(8);
  });
});

describe('the limit over all services', () => {
  it('is kept', async () => {
    for (let i = 0; i < 12; i++) origin.page(`/${i}`, together(3));
    const asking = client({ concurrency: 3 });
    await Promise.all(Array.from({ length: 12 }, (_, i) => asking.fetch(at(`s${i}.example`, `/${i}`))));
    expect(origin.busiest()).toBe(3);
  });

  it('is not eaten by sources that hang: the others are done before the first of them times out', async () => {
    const asking = client({ concurrency: 4, noDelay: true });
    const paths = Array.from({ length: 100 }, (_, i) => `/${i}`);
    for (const path of paths) origin.page(path, { body: 'x' });
    const hanging = paths.filter((_, i) => i % 10 === 0);
    for (const path of hanging) origin.fault(path, 'hang');
    const done = new Set<string>();
    const all = paths.map(async (path) => {
      await asking.fetch({ url: origin.url + path, allowPrivate: true });
      done.add(path);
    });
    await Promise.all(all.filter((_, i) => i % 10 !== 0));
    expect(done.size).toBe(90);
    for (const path of hanging) expect(done).not.toContain(path);
  });
});

describe('arXiv', () => {
  it('is asked once in three seconds, on one connection, over all its hosts together', async () => {
    for (const path of ['/rss', '/list']) origin.page(path, { body: 'x', latencyMs: 50 });
    const asking = client({ noDelay: false });
    const began = performance.now();
    await Promise.all([asking.fetch(at('rss.arxiv.org', '/rss')), asking.fetch(at('export.arxiv.org', '/list'))]);
    expect((origin.seen[1]?.at ?? 0) - began).toBeGreaterThan(2999);
    expect(origin.busiest()).toBe(1);
  });

  it('stops for the night after a 403, and says so', async () => {
    origin.page('/rss', { status: 403 });
    const asking = client();
    const first = await asking.fetch(at('rss.arxiv.org', '/rss'));
    const second = await asking.fetch(at('export.arxiv.org', '/list'));
    expect([first.failure?.code, second.failure?.code]).toEqual(['halted', 'halted']);
    expect(origin.seen).toHaveLength(1);
    expect([...asking.stats().halted.keys()]).toEqual(['arxiv.org']);
    // Not "its robots.txt could not be read": that was not asked for.
    const third = await asking.fetch({ ...at('arxiv.org', '/abs/1'), robots: true });
    expect(third.failure?.message).toMatch(/^Nothing more is asked of arxiv\.org(?::\d+)? this night: it answered 403/);
    expect(origin.seen).toHaveLength(1);
  });

  it('takes turns with the other processes of the installation', async () => {
    origin.page('/rss', { body: 'x' });
    const log: string[] = [];
    const pace = {
      async turn(service: string, gapMs: number) {
        log.push(`${service} ${gapMs}`);
        await sleep(20);
        expect(origin.seen).toHaveLength(0);
        return { halted: null, handBack: () => void log.push('done') };
      },
      halt: (service: string, reason: string) => void log.push(`${service}: ${reason}`),
    };
    await client({ pace }).fetch(at('rss.arxiv.org', '/rss'));
    expect(log).toEqual(['arxiv.org 3000', 'done']);
    await client({ pace }).fetch(at('news.example', '/rss'));
    expect(log).toHaveLength(2);
  });

  it('passes a stop on to them before its turn is over, and heeds theirs', async () => {
    origin.page('/rss', { status: 403 });
    const log: string[] = [];
    const pace = {
      turn: async () =>
        log.length > 0 ? { halted: 'another was told so' } : { halted: null, handBack: () => void log.push('done') },
      halt: (service: string) => void log.push(`stop ${service}`),
    };
    expect((await client({ pace }).fetch(at('rss.arxiv.org', '/rss'))).failure?.code).toBe('halted');
    expect(log).toEqual(['stop arxiv.org', 'done']);
    const { failure } = await client({ pace }).fetch(at('export.arxiv.org', '/rss'));
    expect(failure?.message).toMatch(/^Nothing more is asked of export\.arxiv\.org\S* this night: another was told so/);
    expect(origin.seen).toHaveLength(1);
  });
});

describe('a server that asks for rest', () => {
  it('is left alone for as long as it says, with everything else of its service', async () => {
    origin.page('/busy', { status: 429, headers: { 'retry-after': '1' } });
    origin.page('/other', { body: 'x' });
    const asking = client();
    const { failure, headers } = await asking.fetch(at('www.news.example', '/busy'));
    expect(failure).toMatchObject({ code: 'rate-limited', retryable: true, waitMs: 1000 });
    expect(headers.retryAfterMs).toBe(1000);
    await asking.fetch(at('news.example', '/other'));
    expect((origin.seen[1]?.at ?? 0) - (origin.seen[0]?.at ?? 0)).toBeGreaterThan(950);
  });

  it('is asked again by the client itself when the wait is short', async () => {
    let asked = 0;
    origin.page('/busy', () => (++asked === 1 ? { status: 503, headers: { 'retry-after': '1' } } : { body: 'x' }));
    const result = await client({ retries: 2 }).fetch(at('news.example', '/busy'));
    expect(result).toMatchObject({ failure: null, attempts: 2 });
  });

  it('for an hour gets its hour: nothing more is sent there', async () => {
    origin.page('/busy', { status: 429, headers: { 'retry-after': '3600' } });
    const asking = client({ retries: 3 });
    expect(await asking.fetch(at('news.example', '/busy'))).toMatchObject({ attempts: 1, status: 429 });
    const { failure } = await asking.fetch(at('www.news.example', '/other'));
    expect(failure).toMatchObject({ code: 'rate-limited', retryable: true });
    expect(failure?.waitMs).toBeGreaterThan(3_590_000);
    expect(failure?.message).toMatch(/in 3600 s at the earliest/);
    expect(origin.seen).toHaveLength(1);
  });

  it('may say it with a 403', async () => {
    origin.page('/r/x.rss', { status: 403 });
    origin.page('/allowance', { status: 403, headers: { 'x-ratelimit-remaining': '0' } });
    origin.page('/1015', { status: 403, body: 'error code: 1015' });
    const asking = client();
    const codes = [];
    for (const [host, path] of [
      ['www.reddit.com', '/r/x.rss'],
      ['api.code.example', '/allowance'],
      ['wall.example', '/1015'],
    ] as const) {
      codes.push((await asking.fetch(at(host, path))).failure?.code);
    }
    expect(codes).toEqual(['rate-limited', 'rate-limited', 'rate-limited']);
  });
});

describe('trouble', () => {
  it('that passes is overcome by another try', async () => {
    origin.page('/feed', { body: 'x' });
    for (const fault of ['reset', 'truncate'] as const) {
      origin.fault('/feed', fault, 1);
      expect(await client({ retries: 1 }).fetch(at('news.example', '/feed'))).toMatchObject({
        failure: null,
        attempts: 2,
      });
    }
  });

  it('that stays is given up after the allowed tries', async () => {
    origin.page('/feed', { status: 500 });
    const result = await client({ retries: 1 }).fetch(at('news.example', '/feed'));
    expect(result).toMatchObject({ attempts: 2, failure: { code: 'server', retryable: true } });
    expect(origin.seen).toHaveLength(2);
  });

  it('that no second try can mend is not tried again', async () => {
    origin.page('/feed', { status: 404 });
    expect(await client({ retries: 3 }).fetch(at('news.example', '/feed'))).toMatchObject({ attempts: 1 });
  });
});

describe('stopping', () => {
  it('ends everything at once, with an answer for each', async () => {
    origin.page('/hang', { body: 'x' });
    origin.fault('/hang', 'hang');
    const asking = client({ perService: 1 });
    const all = [0, 1, 2].map(() => asking.fetch(at('news.example', '/hang')));
    while (origin.seen.length === 0) await sleep(5);
    await asking.close();
    const codes = (await Promise.all(all)).map(({ failure }) => failure?.code);
    expect(codes).toEqual(['aborted', 'aborted', 'aborted']);
    expect(origin.seen).toHaveLength(1);
  });

  it('of one request leaves the others', async () => {
    origin.page('/hang', { body: 'x' });
    origin.fault('/hang', 'hang', 1);
    const asking = client({ perService: 1 });
    const one = new AbortController();
    const stopped = asking.fetch({ ...at('news.example', '/hang'), signal: one.signal });
    const other = asking.fetch(at('news.example', '/hang'));
    while (origin.seen.length === 0) await sleep(5);
    one.abort();
    expect((await stopped).failure?.code).toBe('aborted');
    expect((await other).failure).toBeNull();
  });

  it('before the start sends nothing', async () => {
    const result = await client().fetch({ ...at('news.example', '/'), signal: AbortSignal.abort() });
    expect(result.failure?.code).toBe('aborted');
    expect(origin.seen).toHaveLength(0);
  });
});
