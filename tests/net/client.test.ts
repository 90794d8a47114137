import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '../../src/net/client.ts';
import { quickClient } from '../fakes/client.ts';
import { startOrigin } from '../fakes/origin.ts';
import type { Origin } from '../fakes/origin.ts';

let origin: Origin;
let client: Client;

beforeEach(async () => {
  origin = await startOrigin();
  client = quickClient();
});
afterEach(async () => {
  await client.close();
  await origin.close();
});

const get = (path: string, more: object = {}) => client.fetch({ url: origin.url + path, allowPrivate: true, ...more });

describe('a document', () => {
  it('comes with its body and what its headers say', async () => {
    origin.page('/feed', {
      body: '<rss/>',
      etag: '"v1"',
      headers: {
        'content-type': 'application/rss+xml',
        'content-language': 'ko',
        'last-modified': 'Mon, 26 Aug 2024 04:00:00 GMT',
        'cache-control': 'public, max-age=600',
        age: '60',
        'x-robots-tag': ['noindex', 'noai'],
        'tdm-reservation': '1',
      },
    });
    const result = await get('/feed');
    expect(result.failure).toBeNull();
    expect(Buffer.from(result.body ?? []).toString()).toBe('<rss/>');
    expect(result).toMatchObject({ status: 200, notModified: false, bytes: 6, attempts: 1, permanentTo: null });
    expect(result.headers).toMatchObject({
      etag: '"v1"',
      lastModified: 'Mon, 26 Aug 2024 04:00:00 GMT',
      contentType: 'application/rss+xml',
      contentLanguage: 'ko',
      freshForMs: 540_000,
      retryAfterMs: null,
      robotsTag: 'noindex,noai',
      tdmReservation: '1',
    });
  });

  it('is not sent again when it has not changed', async () => {
    origin.page('/feed', { body: '<rss/>', etag: '"v1"' });
    const result = await get('/feed', { etag: '"v1"' });
    expect(result).toMatchObject({ status: 304, notModified: true, body: null, bytes: 0, failure: null });
    expect(client.stats()).toMatchObject({ fetches: 1, notModified: 1, bytes: 0 });
  });

  it('is asked for under an honest name', async () => {
    origin.page('/feed', { body: '<rss/>' });
    await get('/feed', { lastModified: 'Mon, 26 Aug 2024 04:00:00 GMT' });
    expect(origin.seen[0]?.headers).toMatchObject({
      'user-agent': 'Nightdesk/0.0 (+mailto:desk@example.org)',
      'if-modified-since': 'Mon, 26 Aug 2024 04:00:00 GMT',
      'accept-encoding': expect.stringContaining('gzip'),
    });
  });
});
