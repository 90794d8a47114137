import { get as httpGet } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import iconv from 'iconv-lite';
import RssParser from 'rss-parser';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { startSampleWeb } from '../../scripts/sampleweb/server.ts';
import type { SampleWeb } from '../../scripts/sampleweb/server.ts';

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  bytes: Buffer;
  text: string;
}

let web: SampleWeb;
beforeAll(async () => {
  web = await startSampleWeb({ port: 0 });
});
afterAll(() => web.close());

/** Asks 127.0.0.1 under the address's own host name: not every resolver knows names below localhost. */
function get(address: string, headers: Record<string, string> = {}): Promise<Answer> {
  const { host, port, pathname, search } = new URL(address);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path: pathname + search, headers: { host, ...headers } };
    httpGet(options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const bytes = Buffer.concat(chunks);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes, text: bytes.toString() });
      });
    }).on('error', reject);
  });
}

const feedsSchema = z.object({ sources: z.array(z.object({ id: z.string(), url: z.url() })) });

const sources = (): Map<string, string> =>
  new Map(feedsSchema.parse(parse(web.feedsYaml)).sources.map(({ id, url }) => [id, url]));

async function ask(id: string, headers?: Record<string, string>): Promise<Answer> {
  web.setNight(1);
  return get(sources().get(id) ?? '', headers);
}

async function titles(id: string): Promise<string[]> {
  const { text } = await get(sources().get(id) ?? '');
  return (await new RssParser().parseString(text)).items.map(({ title }) => title ?? '');
}

const WELL_FORMED = [
  'harborledger',
  'circuitlantern',
  'secondjoystick',
  'saebyeok',
  'tidewaterlab',
  'tinkernews',
  'papershelf',
  'arxiv',
  'lamplight',
];
test.each(WELL_FORMED)('the feed of %s is well-formed and brings more on the second night', async (id) => {
  web.setNight(1);
  const first = await titles(id);
  web.setNight(2);
  const second = await titles(id);
  expect(first.length).toBeGreaterThan(0);
  expect(second.some((title) => !first.includes(title))).toBe(true);
});

test.each([1, 2] as const)(
  'on night %i every link of every feed leads to an article page or to arXiv',
  async (night) => {
    web.setNight(night);
    for (const id of WELL_FORMED) {
      const { text } = await get(sources().get(id) ?? '');
      for (const { link = '' } of (await new RssParser().parseString(text)).items) {
        if (/^https:\/\/(www\.)?arxiv\.org\/(abs|pdf)\/\d/.test(link)) continue;
        expect({ link, status: (await get(link)).status }).toEqual({ link, status: 200 });
      }
    }
  },
);

test('a report has its picture', async () => {
  const { text } = await get(new URL('/2024/08/19/cheyenne-mayor-ai-bot-vic', sources().get('harborledger')).href);
  const { status, headers, bytes } = await get(/og:image" content="([^"]+)"/.exec(text)?.[1] ?? '');
  expect({ status, type: headers['content-type'] }).toEqual({ status: 200, type: 'image/png' });
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
});

test('an unchanged document is not sent again, by either validator', async () => {
  const { headers } = await ask('harborledger');
  expect((await ask('harborledger', { 'if-none-match': String(headers.etag) })).status).toBe(304);
  expect((await ask('harborledger', { 'if-modified-since': String(headers['last-modified']) })).status).toBe(304);
  web.setNight(2);
  expect((await get(sources().get('harborledger') ?? '', { 'if-none-match': String(headers.etag) })).status).toBe(200);
});

test('trouble as in the wild: a moved feed, a broken one, one that answers a page, one in EUC-KR', async () => {
  const moved = await ask('northgatewire');
  expect(moved.status).toBe(301);
  expect((await get(String(moved.headers.location))).status).toBe(200);
  await expect(new RssParser().parseString((await ask('morningexchange')).text)).rejects.toThrow(/./);
  expect((await ask('kestrelreport')).headers['content-type']).toMatch('text/html');
  const korean = await ask('mirinae');
  expect(iconv.decode(korean.bytes, 'euc-kr')).toContain('미리내경제');
  expect(iconv.decode(korean.bytes, 'euc-kr')).not.toContain('\ufffd');
});

test('the second night repeats, retitles and renumbers', async () => {
  const before = await ask('circuitlantern');
  const wire = (await ask('northgatewire')).headers.location ?? '';
  web.setNight(2);
  expect(before.text).toContain('In a leaked recording');
  expect((await get(sources().get('circuitlantern') ?? '')).text).toContain('AWS chief told staff');
  expect((await get(wire)).text).toContain('?utm_source=feed&amp;');
  expect((await get(sources().get('harborledger') ?? '')).text).toContain(
    'waymo-wants-to-drive-your-teenager-2</guid>',
  );
});

test('there is ten times as much noise as news', async () => {
  web.setNight(2);
  const { loadContent } = await import('../../scripts/sampleweb/content.ts');
  const { articles, papers } = loadContent();
  const stories = new Set(articles.flatMap(({ story }) => story ?? []));
  expect(stories.size).toBe(11);
  expect(articles.filter(({ story, site }) => story === null && site !== 'lamplight').length).toBeGreaterThanOrEqual(
    110,
  );
  expect(papers.filter(({ known }) => known)).toHaveLength(9);
  expect(papers.filter(({ known }) => !known).length).toBeGreaterThanOrEqual(90);
});
