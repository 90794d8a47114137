// Whatever a server does, fetch() answers, and says in a sentence what happened and what to do.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client, FailureCode } from '../../src/net/client.ts';
import { quickClient, SHORT } from '../fakes/client.ts';
import { startOrigin } from '../fakes/origin.ts';
import type { Fault, Origin, Page } from '../fakes/origin.ts';

let origin: Origin;
let client: Client;
let impatient: Client;

beforeAll(async () => {
  origin = await startOrigin();
  client = quickClient({ noDelay: true, concurrency: 50 });
  impatient = quickClient({ noDelay: true, concurrency: 50, timeouts: SHORT });
});
afterAll(async () => {
  await client.close();
  await impatient.close();
  await origin.close();
});

const get = (path: string, more: object = {}) => client.fetch({ url: origin.url + path, allowPrivate: true, ...more });

describe('a server that misbehaves', () => {
  it.concurrent.each<[Fault, FailureCode]>([
    ['hang', 'timeout'],
    ['hang-body', 'timeout'],
    ['drip', 'slow'],
    ['reset', 'reset'],
    ['truncate', 'truncated'],
    ['garbage', 'protocol'],
    ['smuggle', 'protocol'],
    ['header-flood', 'header-too-large'],
  ])('%s -> %s', async (fault, code) => {
    origin.page(`/${fault}`, { body: 'x'.repeat(1000) });
    origin.fault(`/${fault}`, fault);
    const asking = code === 'timeout' || code === 'slow' ? impatient : client;
    const result = await asking.fetch({ url: `${origin.url}/${fault}`, allowPrivate: true });
    expect(result.failure?.code).toBe(code);
    expect(result.failure?.message).toContain(`127.0.0.1:${origin.port}`);
    expect(result.body).toBeNull();
  });
});

describe('an answer that is not the document', () => {
  it.each<[string, Page, FailureCode, RegExp]>([
    ['401', { status: 401 }, 'unauthorized', /wants a login \(401\).*environment variable/],
    ['403', { status: 403 }, 'forbidden', /403/],
    ['404', { status: 404 }, 'not-found', /404.*look for its present place/],
    ['410', { status: 410 }, 'gone', /asks us to stop \(410\)/],
    ['418', { status: 418 }, 'http', /418/],
    ['429', { status: 429 }, 'rate-limited', /slow down \(429\)/],
    ['451', { status: 451 }, 'http', /451/],
    ['500', { status: 500 }, 'server', /trouble of its own \(500\)/],
    ['503', { status: 503 }, 'server', /503/],
    ['204', { status: 204 }, 'http', /204/],
    ['304 that nobody asked for', { status: 304 }, 'http', /304/],
    ['an empty body', { body: '' }, 'empty', /empty body/],
    ['a redirect to nowhere', { status: 302 }, 'bad-redirect', /no Location/],
    ['a redirect to nonsense', { status: 302, headers: { location: 'http://[' } }, 'bad-url', /not a complete URL/],
  ])('%s', async (path, page, code, sentence) => {
    origin.page(`/${encodeURIComponent(path)}`, page);
    const result = await get(`/${encodeURIComponent(path)}`);
    expect(result.failure).toMatchObject({ code, message: expect.stringMatching(sentence) });
    expect(result.status).toBe(page.status ?? 200);
    expect(result.failure?.permanent).toBe(code === 'gone');
  });

  it('a 410 behind a redirect does not switch the source off', async () => {
    origin.page('/away', { status: 302, headers: { location: '/left' } });
    origin.page('/left', { status: 410 });
    expect((await get('/away')).failure).toMatchObject({ code: 'gone', permanent: false });
  });
});

describe('a body that is too much', () => {
  it('announced: nothing of it is read', async () => {
    origin.page('/announced', { body: Buffer.alloc(2_000_000, 'x') });
    const result = await get('/announced');
    expect(result.failure).toMatchObject({ code: 'too-large', message: expect.stringContaining('net.maxBytes') });
    expect(result.bytes).toBe(0);
  });

  it('unannounced: it is cut off at the cap', async () => {
    origin.page('/chunked', { headers: { 'transfer-encoding': 'chunked' }, body: Buffer.alloc(2_000_000, 'x') });
    expect((await get('/chunked')).failure?.code).toBe('too-large');
  });

  it('200 MB of it', async () => {
    const huge = await startOrigin();
    huge.page('/', { body: Buffer.alloc(200_000_000), headers: { 'transfer-encoding': 'chunked' } });
    const result = await client.fetch({ url: huge.url, allowPrivate: true });
    expect(result.failure?.code).toBe('too-large');
    await huge.close();
  });

  it('after unpacking', async () => {
    const body = gzipSync(Buffer.from(Array.from({ length: 300_000 }, (_, i) => `${(i * 7919) % 10_007} `).join('')));
    origin.page('/packed', { body, headers: { 'content-encoding': 'gzip' } });
    expect((await get('/packed')).failure?.code).toBe('too-large');
  });

  it('a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(100_000_000, ' '));
    origin.page('/bomb', { body: bomb, headers: { 'content-encoding': 'gzip' } });
    const result = await quickClient({
      caps: { bytes: 50_000_000, wireBytes: 500_000, ratio: 100, headerBytes: 16_384, redirects: 5 },
    }).fetch({ url: `${origin.url}/bomb`, allowPrivate: true });
    expect(result.failure?.code).toBe('ratio');
  });

  it('a cap of its own may be lower', async () => {
    origin.page('/icon', { body: 'x'.repeat(5000) });
    expect((await get('/icon', { maxBytes: 4000 })).failure?.code).toBe('too-large');
    expect((await get('/icon', { maxBytes: 5000 })).failure).toBeNull();
  });
});

describe('redirects', () => {
  it('are followed and recorded; an unbroken run of permanent ones is a new address', async () => {
    origin.page('/1', { status: 301, headers: { location: '/2?a=b' } });
    origin.page('/2?a=b', { status: 308, headers: { location: '/3' } });
    origin.page('/3', { status: 302, headers: { location: '/4' } });
    origin.page('/4', { status: 301, headers: { location: '/5' } });
    origin.page('/5', { body: 'here' });
    const result = await get('/1');
    const at = (path: string) => origin.url + path;
    expect(result).toMatchObject({ finalUrl: at('/5'), permanentTo: at('/3'), failure: null });
    expect(result.redirects.map(({ status, to }) => [status, to])).toEqual([
      [301, at('/2?a=b')],
      [308, at('/3')],
      [302, at('/4')],
      [301, at('/5')],
    ]);
  });

  it('in a circle are noticed at once', async () => {
    origin.page('/a', { status: 302, headers: { location: '/b' } });
    origin.page('/b', { status: 302, headers: { location: '/a' } });
    const result = await get('/a');
    expect(result.failure).toMatchObject({ code: 'redirect-loop', message: expect.stringContaining('in a circle') });
    expect(result.redirects).toHaveLength(2);
  });

  it('without end are given up', async () => {
    for (let i = 0; i < 20; i++) origin.page(`/r${i}`, { status: 302, headers: { location: `/r${i + 1}` } });
    expect((await get('/r0')).failure?.code).toBe('too-many-redirects');
    expect(origin.seen.filter(({ path }) => /^\/r\d/.test(path))).toHaveLength(6);
  });

  it('keep the validators, but secrets only for the same origin', async () => {
    const other = await startOrigin();
    other.page('/feed', { body: 'moved' });
    origin.page('/secret', { status: 301, headers: { location: '/inner' } });
    origin.page('/inner', { status: 301, headers: { location: `http://me:too@127.0.0.1:${other.port}/feed` } });
    const url = `http://user:p%40ss@127.0.0.1:${origin.port}/secret`;
    const result = await client.fetch({ url, allowPrivate: true, etag: '"1"', headers: { 'X-Token': 't0ken' } });
    const here = origin.seen.filter(({ path }) => path === '/secret' || path === '/inner');
    expect(here).toHaveLength(2);
    for (const { headers } of here) {
      expect(headers).toMatchObject({ 'x-token': 't0ken', authorization: `Basic ${btoa('user:p@ss')}` });
    }
    expect(other.seen[0]?.headers).toMatchObject({ 'if-none-match': '"1"' });
    expect(other.seen[0]?.headers).not.toHaveProperty('x-token');
    expect(other.seen[0]?.headers).not.toHaveProperty('authorization');
    expect(JSON.stringify({ ...result, body: null })).not.toMatch(/p%40ss|p@ss|t0ken|me:too/);
    await other.close();
  });
});

describe('no connection', () => {
  it('refused', async () => {
    const gone = await startOrigin();
    await gone.close();
    const { failure } = await client.fetch({ url: gone.url, allowPrivate: true });
    expect(failure).toMatchObject({ code: 'refused', retryable: true });
  });

  it('no such name', async () => {
    const { failure } = await client.fetch({ url: 'http://no-such-name.invalid/' });
    expect(failure).toMatchObject({ code: 'dns', message: expect.stringContaining('no-such-name.invalid') });
  });

  it('a name server that does not answer', async () => {
    const slow = quickClient({ resolve: () => new Promise(() => {}), timeouts: SHORT });
    const { failure } = await slow.fetch({ url: 'http://feeds.example/' });
    expect(failure?.code).toBe('timeout');
    await slow.close();
  });
});

describe('TLS', () => {
  const pem = (name: string) => readFileSync(new URL(`../fixtures/net/${name}`, import.meta.url), 'utf8');
  const key = pem('server.key');
  const trusting = (ca: string | undefined) => quickClient({ ca });

  it.each([
    ['self-signed.pem', undefined, /signed by itself/],
    ['good.pem', undefined, /intermediate certificate|unknown authority/],
    ['other-name.pem', 'authority.pem', /for another name/],
    ['expired.pem', 'authority.pem', /expired/],
  ])('%s is refused with the reason', async (cert, ca, sentence) => {
    const secure = await startOrigin({ tls: { key, cert: pem(cert) } });
    secure.page('/', { body: 'secret' });
    const asking = trusting(ca === undefined ? undefined : pem(ca));
    const result = await asking.fetch({ url: secure.url, allowPrivate: true });
    expect(result.failure).toMatchObject({ code: 'tls', retryable: false, message: expect.stringMatching(sentence) });
    expect(secure.seen).toHaveLength(0);
    await asking.close();
    await secure.close();
  });

  it('a good certificate is accepted, by address and by name', async () => {
    const secure = await startOrigin({ tls: { key, cert: pem('good.pem') } });
    secure.page('/', { body: 'secret' });
    const asking = quickClient({
      ca: pem('authority.pem'),
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    for (const host of ['127.0.0.1', 'feeds.example']) {
      const { failure } = await asking.fetch({ url: `https://${host}:${secure.port}/`, allowPrivate: true });
      expect(failure).toBeNull();
    }
    await asking.close();
    await secure.close();
  });

  it('a plain server on a TLS address is named', async () => {
    const result = await client.fetch({ url: origin.url.replace('http:', 'https:'), allowPrivate: true });
    expect(result.failure).toMatchObject({ code: 'tls', message: expect.stringContaining('does not speak TLS') });
  });
});
