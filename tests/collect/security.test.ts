import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ATTACKS } from '../../scripts/bench/attacks.ts';
import { readFeed } from '../../src/collect/feed.ts';

/** Which cap or rule stops an attack: the words of its repairs. */
const STOPPED_BY: Record<string, RegExp> = {
  'billion laughs': /entities .* were not expanded/,
  'external entity': /entities .* were not expanded/,
  '1,000,000 nested elements': /nested deeper than 200/,
  '1,000,000 nested in a description': /longer than 2097152/,
  '1,000,000 unclosed "<"': /^$/,
  '1,000,000 "<a "': /longer than 2097152/,
  '1,000,000 comment starts': /longer than 2097152/,
  '1,000,000 blanks for an address': /^$/,
  '1,000,000 letters of an author': /^$/,
  '500,000 attributes': /more than 100 attributes/,
  '100,000 items': /first 5000 entries/,
  'one text of 100 MB': /first 33554432 characters/,
  '100 MB of small items': /first 5000 entries/,
};

describe('documents made to harm', () => {
  it.each(Object.entries(ATTACKS))('%s: read, with what was left out', async (name, make) => {
    const { entries, title, repairs } = await readFeed(make(), { url: 'https://lab.example/' });
    expect(title).toBe('T');
    expect(entries.length).toBeGreaterThan(0);
    expect(repairs.join('; ')).toMatch(STOPPED_BY[name] ?? 'an attack without an expectation');
  });

  it('fetches nothing that a document names', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response.end('fetched');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const feed = await readFeed(
      Buffer.from(`<?xml version="1.0"?><?xml-stylesheet href="${origin}/style.xsl"?>
        <!DOCTYPE rss SYSTEM "${origin}/rss.dtd" [<!ENTITY x SYSTEM "${origin}/entity"><!ENTITY % p SYSTEM "${origin}/parameter"> %p;]>
        <rss xmlns:xi="http://www.w3.org/2001/XInclude"><channel><title>&x;</title><xi:include href="${origin}/included"/>
        <item><description>&lt;img src="${origin}/picture"&gt;</description></item></channel></rss>`),
      { url: origin },
    );
    server.close();
    expect(feed.title).toBe('&x;');
    expect(asked).toEqual([]);
  });

  it.each([
    '<rss><channel><__proto__><polluted>1</polluted></__proto__><item __proto__="x"><constructor>1</constructor></item></channel></rss>',
    '{"version":"https://jsonfeed.org/version/1","title":"T","__proto__":{"polluted":1},"items":[{"id":"1","__proto__":{"polluted":1}}]}',
    '{"rss":{"channel":{"__proto__":{"polluted":1},"item":[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}]}}}',
  ])('leaves the prototypes of JavaScript alone: %s', async (text) => {
    await readFeed(Buffer.from(text), { url: '' });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('gives well-formed text for halves of surrogate pairs and NULs', async () => {
    const json = String.raw`{"version":"https://jsonfeed.org/version/1","title":"a\ud800\u0000b","items":[{"id":"\udc00","title":"\ud83d"}]}`;
    const feed = await readFeed(Buffer.from(json), { url: '' });
    const words = [feed.title, ...feed.entries.flatMap(({ id, title }) => [id, title])].join('');
    expect(Buffer.from(words).toString()).toBe(words);
    expect(words).not.toContain('\u0000');
  });
});
