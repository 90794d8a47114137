import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { quickClient } from '../fakes/client.ts';
import { startOrigin } from '../fakes/origin.ts';
import type { Origin } from '../fakes/origin.ts';
import { startProxy } from '../fakes/proxy.ts';
import type { Proxy } from '../fakes/proxy.ts';

const pem = (name: string) => readFileSync(new URL(`../fixtures/net/${name}`, import.meta.url), 'utf8');

let origin: Origin;
let proxy: Proxy;

beforeEach(async () => {
  origin = await startOrigin();
  origin.page('/feed', { body: 'through' });
  proxy = await startProxy(origin.port);
});
afterEach(async () => {
  await proxy.close();
  await origin.close();
});

it('passes http on, in the name of the site', async () => {
  const client = quickClient({ proxy: proxy.url });
  const result = await client.fetch({ url: 'http://feeds.example/feed', etag: '"1"' });
  expect(result).toMatchObject({ status: 200, failure: null, bytes: 7 });
  expect(proxy.asked).toEqual(['GET http://feeds.example/feed']);
  expect(origin.seen[0]?.headers).toMatchObject({ host: 'feeds.example', 'if-none-match': '"1"' });
  await client.close();
});

it('tunnels https', async () => {
  const secure = await startOrigin({ tls: { key: pem('server.key'), cert: pem('good.pem') } });
  secure.page('/feed', { body: 'through' });
  const tunnel = await startProxy(secure.port);
  const client = quickClient({ proxy: tunnel.url, ca: pem('authority.pem') });
  const result = await client.fetch({ url: 'https://feeds.example/feed' });
  expect(result.failure).toBeNull();
  expect(tunnel.asked).toEqual(['CONNECT feeds.example:443']);
  await client.close();
  await tunnel.close();
  await secure.close();
});

it('is not asked for private sources, and refuses private numbers', async () => {
  const client = quickClient({ proxy: proxy.url });
  expect((await client.fetch({ url: `${origin.url}/feed`, allowPrivate: true })).failure).toBeNull();
  expect((await client.fetch({ url: 'http://10.0.0.1/feed' })).failure?.code).toBe('forbidden-address');
  expect(proxy.asked).toEqual([]);
  await client.close();
});

it('that is not there is named', async () => {
  const client = quickClient({ proxy: 'http://127.0.0.1:9' });
  for (const url of ['http://feeds.example/feed', 'https://feeds.example/feed']) {
    expect((await client.fetch({ url })).failure?.code).toBe('proxy');
  }
  await client.close();
});

it('that says no is named', async () => {
  const closed = await startProxy(origin.port, 407);
  const client = quickClient({ proxy: closed.url.replace('://', '://desk:s3cret@') });
  for (const url of ['http://feeds.example/feed', 'https://feeds.example/feed']) {
    const { failure } = await client.fetch({ url });
    expect(failure).toMatchObject({ code: 'proxy', message: expect.stringContaining('407') });
    expect(failure?.message).not.toContain('s3cret');
  }
  await client.close();
  await closed.close();
});
