import { describe, expect, it } from 'vitest';
import { identifyPage } from '../../src/dedupe/page.ts';
import { collect } from '../../src/night/collect.ts';
import type { NightContext } from '../../src/night/context.ts';
import { askPage } from '../../src/night/page.ts';
import { readPages } from '../../src/night/pages.ts';
import type { ListedItem } from '../../src/store/items.ts';
import type { Store } from '../../src/store/store.ts';
import type { Origin } from '../fakes/origin.ts';
import { quietNight } from '../fakes/night.ts';
import { eachWithStore } from '../fakes/stored-night.ts';
import { articlePage as page, HTML } from '../fakes/pages.ts';

const NOW = Date.UTC(2026, 1, 15, 20);

const SUMMARY = 'An AI laboratory has a new language model.';

interface Shown {
  id: string;
  title: string;
  link: string;
  date?: string;
  summary?: string;
}

function feed(items: readonly Shown[]): string {
  const entries = items.map(
    ({ id, title, link, date, summary = SUMMARY }) =>
      `<item><guid isPermaLink="false">${id}</guid><link>${link}</link><title>${title}</title>` +
      `<description>${summary}</description>${date === undefined ? '' : `<pubDate>${date}</pubDate>`}</item>`,
  );
  return `<rss version="2.0"><channel><title>Courier</title>${entries.join('')}</channel></rss>`;
}

let store: Store;
let origin: Origin;
eachWithStore((at) => ({ store, origin } = at));

/** A night up to the reading of pages, over one feed a source. */
async function readNight(
  feeds: Record<string, Shown[]>,
  { policy = 'all', ...changes }: Partial<NightContext> & { policy?: string } = {},
): Promise<NightContext> {
  const sources = Object.entries(feeds).map(([id, items]) => {
    origin.page(`/${id}.xml`, { body: feed(items), headers: { 'content-type': 'application/rss+xml' } });
    return `  - { id: ${id}, url: "${origin.url}/${id}.xml", allowPrivate: true, pages: ${policy} }`;
  });
  const context = await quietNight(store, `sources:\n${sources.join('\n')}\n`, NOW, changes);
  await collect(context, { again: 'all', lateOnly: false });
  await readPages(context);
  await context.client.close();
  return context;
}

async function items(): Promise<ListedItem[]> {
  const all: ListedItem[] = [];
  for await (const item of store.items.list()) all.push(item);
  return all;
}

const textOf = async (id: number): Promise<string> => (await store.curation.itemsById([id]))[0]?.text ?? '';

describe('identity by the page', () => {
  const TITLE = 'A new language model knows the tides';

  it('makes one item of two addresses whose pages name one canonical address; the older stays', async () => {
    const head = '<link rel="canonical" href="/story/tides">';
    origin.page('/story/tides', { body: page(TITLE, head), headers: HTML });
    origin.page('/p/99', { body: page(TITLE, head), headers: HTML });
    await readNight({
      one: [{ id: 'a', title: TITLE, link: `${origin.url}/story/tides` }],
      two: [{ id: 'b', title: 'A language model that knows the tides', link: `${origin.url}/p/99` }],
    });
    expect(await items()).toMatchObject([{ id: 1, title: TITLE, sources: ['one', 'two'] }]);
    expect(await textOf(1)).toContain('eleven months');
  });

  it('follows redirects to the item that stands there', async () => {
    origin.page('/story/tides', { body: page(TITLE), headers: HTML });
    origin.page('/r/1', { status: 302, headers: { location: '/story/tides' } });
    await readNight({
      one: [{ id: 'a', title: TITLE, link: `${origin.url}/story/tides` }],
      two: [{ id: 'b', title: TITLE, link: `${origin.url}/r/1` }],
    });
    expect(await items()).toHaveLength(1);
  });

  it('remembers the canonical address for later nights', async () => {
    origin.page('/p/7', { body: page(TITLE, '<link rel="canonical" href="/story/tides">'), headers: HTML });
    origin.page('/story/tides', { body: page(TITLE), headers: HTML });
    await readNight({ one: [{ id: 'a', title: TITLE, link: `${origin.url}/p/7` }] });
    await readNight({ two: [{ id: 'b', title: TITLE, link: `${origin.url}/story/tides` }] });
    expect(await items()).toMatchObject([{ id: 1, sources: ['one', 'two'] }]);
  });

  it('does not believe a log-in page, a front page or another site', async () => {
    origin.page('/login', { body: page('Log in to read on'), headers: HTML });
    origin.page('/', { body: page('The Courier'), headers: HTML });
    for (const [path, to] of [
      ['/1', '/login'],
      ['/2', '/login'],
      ['/3', '/'],
      ['/4', '/'],
    ] as const)
      origin.page(path, { status: 302, headers: { location: to } });
    const elsewhere = '<link rel="canonical" href="https://elsewhere.example/one">';
    for (const path of ['/5', '/6']) origin.page(path, { body: page(`Page ${path}`, elsewhere), headers: HTML });
    const titles = [
      'Tides',
      'Chips for sale',
      'Court rules on training',
      'Robots fold shirts',
      'Fog model',
      'New bench',
    ];
    await readNight({
      one: titles.map((title, index) => ({ id: title, title, link: `${origin.url}/${index + 1}` })),
    });
    expect((await items()).map(({ title }) => title)).toEqual(titles);
  });
});

describe('what is kept of a page', () => {
  it('fills what the feed left empty, and overwrites nothing', async () => {
    const head =
      '<meta name="author" content="Ida Holm"><meta property="article:published_time" content="2026-02-14T09:00:00Z">';
    origin.page('/1', { body: page('Tides', head), headers: HTML });
    origin.page('/2', { body: page('Another title', head), headers: HTML });
    await readNight({
      one: [
        { id: 'a', title: 'Tides', link: `${origin.url}/1` },
        { id: 'b', title: 'Fog', link: `${origin.url}/2`, date: 'Sun, 15 Feb 2026 11:00:00 GMT' },
      ],
    });
    expect(await items()).toMatchObject([
      { title: 'Tides', authors: ['Ida Holm'], published: Date.UTC(2026, 1, 14, 9) },
      { title: 'Fog', published: Date.UTC(2026, 1, 15, 11) },
    ]);
  });

  it('records what the publisher reserves, by header and by meta tag', async () => {
    origin.page('/1', { body: page('Tides'), headers: { ...HTML, 'x-robots-tag': 'noai', 'tdm-reservation': '1' } });
    origin.page('/2', { body: page('Fog', '<meta name="robots" content="noai">'), headers: HTML });
    await readNight({
      one: ['1', '2'].map((id) => ({ id, title: `Tides ${id}`, link: `${origin.url}/${id}` })),
    });
    expect(await store.pages.rights([1, 2])).toEqual(
      new Map([
        [1, { noai: true, tdmReserved: true }],
        [2, { noai: true, tdmReserved: false }],
      ]),
    );
  });

  it('leaves an item with its feed text and the reason where the page fails, and the night goes on', async () => {
    origin.page('/1', { body: page('Tides'), headers: HTML });
    origin.page('/2', { status: 404, headers: HTML });
    origin.page('/3', { body: '%PDF-1.7 ...', headers: { 'content-type': 'application/pdf' } });
    origin.page('/robots.txt', { body: 'User-agent: *\nDisallow: /4' });
    await readNight(
      { one: ['1', '2', '3', '4'].map((id) => ({ id, title: `Tides ${id}`, link: `${origin.url}/${id}` })) },
      {
        extract: async (asked) => {
          if (asked.url.endsWith('/1')) throw new Error('the page took longer than 20 s to read');
          const { extractArticle } = await import('../../src/extract/article.ts');
          return extractArticle(Buffer.from(asked.bytes).toString(), asked.url, asked);
        },
      },
    );
    const reasons = await Promise.all([1, 2, 3, 4].map((id) => store.pages.reason(id)));
    expect(reasons).toEqual([
      'The page could not be read: the page took longer than 20 s to read.',
      expect.stringMatching(/404|not there|no longer/i),
      'a PDF: noted, not read',
      expect.stringMatching(/robots/),
    ]);
    expect((await items()).map(({ summary }) => summary)).toEqual(Array.from({ length: 4 }, () => SUMMARY));
  });

  it('asks again for a page that failed in a passing way, and for no other', async () => {
    origin.page('/1', { status: 503, headers: HTML });
    origin.page('/2', { status: 404, headers: HTML });
    const night = async (): Promise<void> => {
      await readNight({ one: ['1', '2'].map((id) => ({ id, title: `Tides ${id}`, link: `${origin.url}/${id}` })) });
    };
    await night();
    expect(await store.pages.reason(1)).toMatch(/503/);
    origin.page('/1', { body: page('Tides'), headers: HTML });
    await night();
    expect(await textOf(1)).toContain('eleven months');
    expect(await store.pages.reason(1)).toBeNull();
    expect(origin.seen.filter(({ path }) => path === '/2')).toHaveLength(1);
  });

  it('reads dates without a zone in that of the source', async () => {
    const head = '<meta property="article:published_time" content="2026-02-14T09:00:00">';
    origin.page('/1', { body: page('Tides', head), headers: HTML });
    origin.page('/one.xml', { body: feed([{ id: 'a', title: 'Tides', link: `${origin.url}/1` }]) });
    const feeds = `sources: [{ url: "${origin.url}/one.xml", allowPrivate: true, pages: all, timezone: Asia/Seoul }]`;
    const context = await quietNight(store, feeds, NOW);
    await collect(context, { again: 'all', lateOnly: false });
    await readPages(context);
    await context.client.close();
    expect((await items())[0]?.published).toBe(Date.UTC(2026, 1, 14));
  });

  it('asks again with the validators of the copy it has, and keeps the copy when nothing changed', async () => {
    origin.page('/1', { body: page('Tides'), headers: HTML, etag: '"v1"' });
    const context = await readNight({ one: [{ id: 'a', title: 'Tides', link: `${origin.url}/1` }] });
    const again = await quietNight(store, 'sources: []\n', NOW + 1000);
    const validators = await store.pages.validators(1);
    expect(validators.etag).toBe('"v1"');
    const answer = await askPage(
      `${origin.url}/1`,
      { ...validators, allowPrivate: true, timezone: null },
      { ...context, client: again.client },
    );
    if (answer === null) throw new Error('no answer');
    await store.pages.save(1, answer, identifyPage);
    await again.client.close();
    expect(answer.status).toBe(304);
    expect(await textOf(1)).toContain('eleven months');
  });
});

describe('whose pages are read', () => {
  const SHOWN = [
    {
      id: 'a',
      title: 'OpenAI releases a new large language model',
      link: '/1',
      summary: 'The AI lab says it reasons.',
    },
    { id: 'b', title: 'Local bakery wins a prize', link: '/2', summary: 'Its bread was the best of the county.' },
  ];
  it.each([
    { policy: 'off', expected: [] },
    { policy: 'candidates', expected: ['/1'] },
    { policy: 'all', expected: ['/1', '/2'] },
  ])('$policy', async ({ policy, expected }) => {
    for (const path of ['/1', '/2']) origin.page(path, { body: page('Tides'), headers: HTML });
    await readNight({ one: SHOWN.map((item) => ({ ...item, link: origin.url + item.link })) }, { policy });
    const asked = origin.seen.map(({ path }) => path).filter((path) => /^\/\d$/.test(path));
    expect(asked.toSorted()).toEqual(expected);
  });
});
