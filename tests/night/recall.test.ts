import { expect, it } from 'vitest';
import { collect } from '../../src/night/collect.ts';
import { group } from '../../src/night/group.ts';
import { offer } from '../../src/night/offer.ts';
import { rank } from '../../src/night/rank.ts';
import { recall } from '../../src/night/recall.ts';
import type { StoredCandidate } from '../../src/store/curation.ts';
import type { NewPrinted } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/store.ts';
import { quietNight } from '../fakes/night.ts';
import { eachWithStore } from '../fakes/stored-night.ts';
import type { Origin } from '../fakes/origin.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 15, 20);

let store: Store;
let origin: Origin;
eachWithStore((at) => ({ store, origin } = at));

interface Shown {
  path: string;
  title: string;
  summary?: string;
  /** Days before the night. */
  age?: number;
}

/** A night whose feed shows these articles; what each of them says of past issues, by title. */
async function night(shown: readonly Shown[], at = NOW): Promise<Map<string, StoredCandidate>> {
  const entries = shown.map(({ path, title, summary = '', age = 0 }) => {
    const link = path.startsWith('http') ? path : origin.url + path;
    const date = new Date(at - age * DAY - 3_600_000).toUTCString();
    return `<item><guid>${path}</guid><link>${link}</link><title>${title}</title><description>${summary}</description><pubDate>${date}</pubDate></item>`;
  });
  origin.page('/feed.xml', { body: `<rss version="2.0"><channel><title>C</title>${entries.join('')}</channel></rss>` });
  const feeds = `sources:\n  - { id: courier, url: "${origin.url}/feed.xml", outlet: Courier, lang: en, allowPrivate: true }\n`;
  const context = await quietNight(store, feeds, at);
  await collect(context, { again: 'all', lateOnly: false });
  for (const stage of [group, recall, rank, offer]) await stage(context);
  await context.client.close();
  const titles = new Map((await store.curation.groupedSince(0)).map(({ id, title }) => [id, title]));
  const candidates = await store.curation.candidates({ night: context.night });
  return new Map(candidates.map((candidate) => [titles.get(candidate.story) ?? '', candidate]));
}

const printed = (title: string, url: string, text = ''): NewPrinted => ({ section: 'news', title, url, text });
const daysAgo = (days: number): number => NOW - days * DAY;
const before = (candidate: StoredCandidate | undefined): string[] =>
  (candidate?.reasons ?? []).filter(({ name }) => name === 'ran' || name === 'update').map(({ value }) => value);

it('knows the same address in another form, and leaves it below the line with the issue and the days', async () => {
  await store.memory.keep(41, 'en', daysAgo(12), [printed('AI tides', `${origin.url}/tides?utm_source=letter#top`)]);
  const title = 'A new AI model knows the tides';
  const candidates = await night([
    { path: '/tides', title, age: 12 },
    { path: '/other', title: 'An AI model of the weather' },
  ]);
  expect(candidates.get(title)?.below).toBe('ran in #41, 12 days ago');
  expect(before(candidates.get(title))).toEqual(['ran in #41, 12 days ago: AI tides (the same address)']);
  expect(candidates.get('An AI model of the weather')?.below).toBeNull();
  const [slot, ...others] = await store.issues.lineup(42);
  expect([slot?.texts[0]?.value, others.length]).toEqual(['An AI model of the weather', 0]);
});

it('knows a paper in any of its forms, however long ago', async () => {
  await store.memory.keep(3, 'en', daysAgo(400), [printed('Attention', 'https://arxiv.org/pdf/1706.03762v5')]);
  const title = 'Attention is all an AI model needs';
  const candidates = await night([{ path: 'https://alphaxiv.org/abs/1706.03762', title, age: 500 }]);
  expect(before(candidates.get(title))).toEqual(['ran in #3, 400 days ago: Attention (the same paper)']);
});

it('knows the same story at another address by its words, and a later one as an update that stays in the lineup', async () => {
  const lead =
    'Robotaxi firm Waymo may let teenagers ride alone under accounts that their parents control, a survey sent to users shows.';
  await store.memory.keep(41, 'en', daysAgo(5), [
    printed('Waymo considers robotaxi accounts for teenagers', 'https://other.example/waymo', lead),
  ]);
  const same = 'Waymo weighs robotaxi accounts for teenagers, survey shows';
  const late = await night([{ path: '/waymo', title: same, summary: lead, age: 5 }], daysAgo(0));
  expect(before(late.get(same))[0]).toMatch(/^ran in #41, 5 days ago: Waymo considers .*\(shares .*Waymo/u);
  const next = 'Waymo opens robotaxi accounts for teenagers in Phoenix';
  const candidates = await night(
    [{ path: '/waymo-opens', title: next, summary: `${lead} The accounts start on Monday.` }],
    daysAgo(-9),
  );
  expect(before(candidates.get(next))[0]).toMatch(/^update to #41, 14 days ago/u);
  expect(candidates.get(next)?.below).toBeNull();
  const slots = await store.issues.lineup(42);
  expect(slots.find(({ texts }) => texts[0]?.value === next)?.reason).toMatch(/^update to #41/u);
});

it('says nothing of what only shares a company', async () => {
  await store.memory.keep(41, 'en', daysAgo(5), [
    printed('OpenAI opens an office in Seoul', 'https://other.example/seoul', 'It is its third office in Asia.'),
  ]);
  const candidates = await night([{ path: '/sued', title: 'OpenAI is sued by novelists over training data' }]);
  expect(before(candidates.get('OpenAI is sued by novelists over training data'))).toEqual([]);
});

it('follows an import that comes after the night', async () => {
  const title = 'A new AI model knows the tides';
  const shown = [{ path: '/tides', title, age: 2 }];
  expect(before((await night(shown)).get(title))).toEqual([]);
  await store.memory.keep(41, 'en', daysAgo(2), [printed('Tides', `${origin.url}/tides`)]);
  expect(before((await night(shown)).get(title))).toHaveLength(1);
  await store.memory.keep(41, 'en', daysAgo(2), []);
  expect(before((await night(shown)).get(title))).toEqual([]);
});
