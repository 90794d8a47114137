import { beforeEach, describe, expect, it } from 'vitest';
import { collect } from '../../src/night/collect.ts';
import { addFind, type Found } from '../../src/night/find.ts';
import { group } from '../../src/night/group.ts';
import { offer } from '../../src/night/offer.ts';
import type { Store } from '../../src/store/store.ts';
import type { Origin } from '../fakes/origin.ts';
import { quietNight } from '../fakes/night.ts';
import { eachWithStore } from '../fakes/stored-night.ts';
import { articlePage, HTML } from '../fakes/pages.ts';

const NOW = Date.UTC(2026, 1, 15, 20);
const TIDES = 'A new language model knows the tides';

let store: Store;
let origin: Origin;
eachWithStore((at) => ({ store, origin } = at));
beforeEach(() => origin.page('/tides', { body: articlePage(TIDES), headers: HTML }));

const feeds = (): string =>
  `sources:\n  - { id: courier, url: "${origin.url}/feed.xml", outlet: Courier, lang: en, allowPrivate: true }\n`;

async function add(path: string): Promise<Found> {
  const context = await quietNight(store, feeds(), NOW);
  try {
    return await addFind(path.startsWith('/') ? origin.url + path : path, 'maria', context);
  } finally {
    await context.client.close();
  }
}

/** A night whose feed shows these articles, all of them on its shortlist. */
async function night(shown: Record<string, string>): Promise<void> {
  const items = Object.entries(shown).map(
    ([path, title]) => `<item><guid>${path}</guid><link>${origin.url}${path}</link><title>${title}</title></item>`,
  );
  origin.page('/feed.xml', { body: `<rss version="2.0"><channel><title>C</title>${items.join('')}</channel></rss>` });
  const context = await quietNight(store, feeds(), NOW);
  await collect(context, { again: 'all', lateOnly: false });
  await group(context);
  const stories = (await store.curation.groupedSince(0)).filter(({ toldBy }) => toldBy === 'courier');
  await store.curation.saveCandidates(
    context.night,
    stories.map(({ id, story }, index) => ({
      night: context.night,
      story: story ?? id,
      section: 'news',
      rank: index + 1,
      score: 1,
      reasons: [],
      below: null,
    })),
  );
  await offer(context);
  await context.client.close();
}

const lineup = async (): Promise<string[]> =>
  (await store.issues.lineup(1)).map(({ texts }) => texts.find(({ field }) => field === 'title')?.value ?? '');

describe("an editor's find", () => {
  it('stands in the open issue with title and blurb, and says where', async () => {
    expect(await add('/tides')).toMatchObject({ is: 'offered', issue: 1, section: 'news', place: 1 });
    const [slot] = await store.issues.lineup(1);
    expect(slot).toMatchObject({ origin: 'editor', touchedBy: null, reason: 'found by maria' });
    expect(slot?.texts.map(({ field }) => field)).toEqual(['title', 'blurb']);
    expect((await store.curation.itemsById([1]))[0]).toMatchObject({ title: TIDES, outlet: 'Courier', toldBy: 'desk' });
  });

  it('stays when later nights come, behind what they offer, and leaves them their places', async () => {
    await add('/tides');
    await night({
      '/a': 'Court rules on training data',
      '/b': 'Chips for sale in Oslo',
      '/c': 'Robots that fold shirts',
    });
    expect(await lineup()).toEqual(['Court rules on training data', 'Chips for sale in Oslo', TIDES]);
    await night({ '/d': 'Another matter for tonight' });
    expect(await lineup()).toContain(TIDES);
  });

  it('is recognised when a feed has shown it', async () => {
    await night({ '/tides': TIDES, '/a': 'Court rules on training data' });
    expect(await add('/tides?utm_source=mail')).toMatchObject({ is: 'stood', place: 1 });
    expect(await lineup()).toEqual([TIDES, 'Court rules on training data']);
    await night({ '/b': 'Chips for sale in Oslo' });
    expect(await lineup()).toContain(TIDES);
  });

  it('joins the story that it tells', async () => {
    await night({ '/a': TIDES });
    const found = await add('/tides');
    expect(found).toMatchObject({ is: 'stood', story: { items: [{ id: 1 }, { id: 2 }] } });
  });

  it('added twice stands once', async () => {
    await add('/tides');
    expect(await add('/tides')).toMatchObject({ is: 'stood' });
    expect(await lineup()).toEqual([TIDES]);
  });
});

describe('a find that is not offered', () => {
  const why = async (path: string): Promise<string> => {
    const found = await add(path);
    return found.is === 'refused' ? found.why : found.is;
  };

  it('is no article', async () => {
    origin.page('/', { body: articlePage('The Courier'), headers: HTML });
    origin.page('/empty', { body: '<title>Nothing</title><p>Hm.</p>', headers: HTML });
    origin.page('/paper.pdf', { body: '%PDF-1.7', headers: { 'content-type': 'application/pdf' } });
    expect(await why('/')).toMatch(/is a front page, not an article/);
    expect(await why('/empty')).toMatch(/is not an article/);
    expect(await why('/paper.pdf')).toMatch(/a PDF/);
    expect(await lineup()).toEqual([]);
  });

  it('is not there, forbidden by robots.txt, or at an address that may not be asked', async () => {
    expect(await why('/missing')).toMatch(/404|not there|no longer/i);
    origin.page('/robots.txt', { body: 'User-agent: *\nDisallow: /tides' });
    expect(await why('/tides')).toMatch(/robots/);
    expect(await why('http://127.0.0.1:9/x')).toMatch(/private|loopback|address|port/i);
  });

  it('ran in a past issue', async () => {
    const url = `${origin.url}/tides?utm_source=letter`;
    await store.memory.keep(7, 'en', NOW - 12 * 86_400_000, [{ section: 'news', title: 'Tides', url, text: '' }]);
    expect(await why('/tides')).toBe('It ran in #7, 12 days ago: Tides (the same address).');
  });

  it('was spiked', async () => {
    await add('/tides');
    const decision = {
      story: 1,
      action: 'spike',
      editor: 'jon',
      at: NOW,
      why: 'an advertisement',
      takenOn: {},
    } as const;
    await store.decisions.add(decision);
    expect(await why('/tides')).toBe('Its story was spiked by jon: an advertisement.');
  });
});

describe('deletion on request', () => {
  const texts = async (): Promise<string[]> =>
    (await store.curation.itemsById([1])).flatMap((i) => [i.text, i.summary]);

  it('removes texts, keeps decisions, and neither asks nor stores again', async () => {
    await add('/tides');
    await store.decisions.add({ story: 1, action: 'keep', editor: 'jon', at: NOW, why: '', takenOn: { title: TIDES } });
    const address = `${origin.url}/tides#part-2`;
    expect(await store.forgetting.preview({ address })).toEqual({ items: 1, texts: 1, slots: 1 });
    expect((await texts())[0]).toContain('eleven months');
    await store.forgetting.forget({ address }, 'maria', NOW);
    expect(await texts()).toEqual(['', '']);
    expect(await store.decisions.inForce()).toHaveLength(1);
    const asked = origin.seen.length;
    expect(await add('/tides')).toMatchObject({ is: 'refused', why: expect.stringMatching(/let go/) });
    expect(origin.seen).toHaveLength(asked);
  });

  it('of an outlet holds for what it publishes later', async () => {
    await store.forgetting.forget({ outlet: 'COURIER' }, 'maria', NOW);
    const long = `<p>${'The model answers questions about tides. '.repeat(60)}</p>`;
    origin.page('/feed.xml', {
      body: `<rss version="2.0"><channel><title>C</title><item><guid>1</guid><link>${origin.url}/tides</link><title>${TIDES}</title><description><![CDATA[${long}]]></description></item></channel></rss>`,
    });
    const context = await quietNight(store, feeds(), NOW);
    await collect(context, { again: 'all', lateOnly: false });
    await context.client.close();
    expect(await texts()).toEqual(['', '']);
  });
});
