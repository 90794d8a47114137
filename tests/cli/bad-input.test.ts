import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerRow } from '../../src/store/nights.ts';
import { rss, startBench, type Bench, type Ended } from '../fakes/bench.ts';
import { startOrigin, type Origin } from '../fakes/origin.ts';

let bench: Bench;
let origin: Origin;
let secure: Origin;
let endless: http.Server;
let end: Ended;
let ledger: Record<string, LedgerRow>;
let items: { title: string; sources: string[]; summary: string }[];

const pem = (name: string): string => readFileSync(`tests/fixtures/net/${name}`, 'utf8');
const long = 'x'.repeat(10_000);
const oddIds = ['with a \u0000 in it', '🦊 and 👩‍🚀', long];

/** 200 MB, a megabyte at a time, to whoever goes on reading. */
function pour(response: http.ServerResponse): void {
  const chunk = Buffer.alloc(1_000_000, '<item>');
  let left = 200;
  const more = (): void => {
    while (left-- > 0) if (!response.write(chunk)) return void response.once('drain', more);
    response.end();
  };
  more();
}

/** One night over everything that can be wrong, beside one source that is right. */
beforeAll(async () => {
  bench = startBench();
  origin = await startOrigin();
  secure = await startOrigin({ tls: { key: pem('server.key'), cert: pem('self-signed.pem') } });
  endless = http.createServer((_, response) => pour(response));
  await new Promise<void>((resolve) => endless.listen(0, '127.0.0.1', resolve));

  origin.page('/good', { body: rss({ good: 'The one source that is right' }) });
  origin.page('/html', { body: '<!doctype html><html><body><h1>Welcome</h1><p>Our new site</p></body></html>' });
  origin.page('/moved', {
    body: '<!doctype html><html><head><link rel="alternate" type="application/rss+xml" href="/good"></head><body>Hi</body></html>',
  });
  origin.page('/metadata', { status: 302, headers: { location: 'http://169.254.169.254/latest' } });
  origin.page('/no-links', {
    body: '<rss version="2.0"><channel><title>N</title><item><title>A</title></item></channel></rss>',
  });
  origin.page('/gone', { status: 410 });
  origin.page('/loop', { status: 302, headers: { location: '/pool' } });
  origin.page('/pool', { status: 302, headers: { location: '/loop' } });
  origin.page('/empty', { body: '' });
  // The bytes are UTF-8, whatever header and declaration say.
  const korean = rss({ korean: '인공지능 소식을 전합니다' });
  origin.page('/charset', {
    body: `<?xml version="1.0" encoding="iso-8859-1"?>${korean}`,
    headers: { 'content-type': 'application/rss+xml; charset=euc-kr' },
  });
  origin.page('/item', {
    body: rss({ big: 'An item of five megabytes' }).replace('in one line', 'a '.repeat(2_500_000)),
  });
  const odd = oddIds.map((id, n) => ({ id, url: `https://odd.example/${n}`, title: `Odd entry number ${n}` }));
  origin.page('/ids', {
    body: JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Odd', items: odd }),
    headers: { 'content-type': 'application/feed+json' },
  });

  const { port } = endless.address() as AddressInfo;
  const urls = {
    ...Object.fromEntries(
      [
        'good',
        'html',
        'moved',
        'metadata',
        'no-links',
        'missing',
        'gone',
        'loop',
        'empty',
        'charset',
        'item',
        'ids',
      ].map((path) => [path, `${origin.url}/${path}`]),
    ),
    certificate: `${secure.url}/feed`,
    huge: `http://127.0.0.1:${port}/feed`,
    name: 'http://no-such-name.invalid/feed',
  };
  const sources = Object.entries(urls).map(([id, url]) => `  - { id: ${id}, url: "${url}", allowPrivate: true }`);
  sources.push('  - { id: mail, kind: mail, url: "/no/such/folder" }');
  bench.configure(`contact: desk@example.org\npages: off\nnet: { retries: 0 }\nsources:\n${sources.join('\n')}\n`);
  end = await bench.night();
  ledger = await bench.ledger();
  const { out } = await bench.nightdesk('items', '--jsonl');
  items = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as (typeof items)[number]);
});

afterAll(async () => {
  await origin.close();
  await secure.close();
  endless.closeAllConnections();
  endless.close();
  bench.remove();
});

describe('a source that answers wrongly', () => {
  it('costs the night nothing but itself', () => {
    expect(end.code).toBe(0);
    expect(ledger['good']).toMatchObject({ outcome: 'new', new: 1 });
  });

  const failures: [source: string, outcome: string, sentence: RegExp][] = [
    ['html', 'failed', /page|HTML/],
    ['moved', 'failed', /^This is a web page, not a feed\. It names its feed: put http:\S+\/good into feeds\.yaml\.$/],
    ['metadata', 'failed', /leads to 169\.254\.169\.254, an address from which nothing is ever fetched/],
    ['no-links', 'same', /^None of its 1 entries can be used\. Left out: the entry has no address\.$/],
    ['mail', 'failed', /^The mail folder \/no\/such\/folder cannot be read \(ENOENT\)\./],
    ['missing', 'failed', /404|not there|no longer|nothing at/i],
    ['loop', 'failed', /redirect/],
    ['empty', 'failed', /empty/],
    ['huge', 'failed', /larger than allowed/],
    ['certificate', 'failed', /No secure connection to .*certificate/],
    ['name', 'failed', /no-such-name\.invalid could not be looked up .*Check its spelling/],
    ['gone', 'gone', /410|gone/i],
  ];
  it.each(failures)('%s: is %s, with a sentence that says so', (source, outcome, sentence) => {
    expect(ledger[source]).toMatchObject({ outcome, diagnosis: expect.stringMatching(sentence) as string });
  });

  it('and is gone for good (410) is switched off, visibly, and not asked again', async () => {
    const asked = (): number => origin.seen.filter(({ path }) => path === '/gone').length;
    expect(asked()).toBe(1);
    await bench.nightdesk('collect', '--now', '2026-02-16T20:00:00Z', '--no-delay');
    expect(asked()).toBe(1);
    expect((await bench.nightdesk('sources', 'check')).out).toMatch(/^gone +off .*switched off\. \S/m);
    expect(asked()).toBe(1);
    expect((await bench.nightdesk('sources', 'retry', 'gone')).out).toBe('gone is asked again by the next night.\n');
    const before = asked();
    await bench.nightdesk('collect', '--now', '2026-02-17T20:00:00Z', '--no-delay');
    expect(asked()).toBe(before + 1);
  });
});

describe('odd documents are read all the same', () => {
  it('with the wrong charset in header and declaration', () => {
    expect(items.map(({ title }) => title)).toContain('인공지능 소식을 전합니다');
  });

  it('with an item of 5 MB', () => {
    expect(items.find(({ title }) => title === 'An item of five megabytes')?.sources).toEqual(['item']);
    expect(ledger['item']?.outcome).toBe('new');
  });

  it('with ids that hold NUL, emoji and 10 kB, each once', async () => {
    expect(ledger['ids']).toMatchObject({ new: 3 });
    await bench.nightdesk('collect', '--now', '2026-02-16T21:00:00Z', '--no-delay', '--all');
    expect((await bench.ledger())['ids']).toMatchObject({ outcome: 'same', new: 0 });
  });
});

describe('feeds.yaml', () => {
  const other = (text: string): Bench => {
    const made = startBench();
    made.configure(text);
    return made;
  };

  it('that is broken YAML is told with its line', async () => {
    const broken = other('contact: desk@example.org\nsources:\n  - { url: "https://a.example/feed"\n  - [\n');
    const { code, log } = await broken.night();
    expect(code).toBe(2);
    expect(log).toMatch(/feeds\.yaml:\d+|line \d+/);
    broken.remove();
  });

  it('that lists a source twice says which, and what to do', async () => {
    const twice = other('sources:\n  - url: https://a.example/feed\n  - url: https://a.example/feed\n');
    const { code, log } = await twice.night();
    expect(code).toBe(2);
    expect(log).toContain('"https://a.example/feed" stands at sources[0] already; remove one');
    twice.remove();
  });

  it('may hold 10,000 sources', async () => {
    const lines = Array.from({ length: 10_000 }, (_, n) => `  - { url: "https://host-${n}.example/feed" }`);
    const many = other(`sources:\n${lines.join('\n')}\n`);
    const { code, out } = await many.nightdesk('sources', 'list', '--json');
    expect(code).toBe(0);
    expect(out.trim().split('\n')).toHaveLength(10_000);
    many.remove();
  });
});
