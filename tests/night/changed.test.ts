import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../src/store/open.ts';
import { collect } from '../../src/night/collect.ts';
import { group } from '../../src/night/group.ts';
import { offer } from '../../src/night/offer.ts';
import { readPages } from '../../src/night/pages.ts';
import { rank } from '../../src/night/rank.ts';
import { recall } from '../../src/night/recall.ts';
import { recheck } from '../../src/night/recheck.ts';
import type { ChangeSince } from '../../src/store/changes.ts';
import type { Store } from '../../src/store/store.ts';
import { quietNight } from '../fakes/night.ts';
import { eachWithStore } from '../fakes/stored-night.ts';
import type { Origin } from '../fakes/origin.ts';
import { articlePage, HTML } from '../fakes/pages.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 15, 20);

let folder: string;
let store: Store;
let origin: Origin;
eachWithStore((at) => ({ folder, store, origin } = at));

interface Shown {
  title: string;
  summary?: string;
  day?: number;
}

/** The night of a day, over a feed that shows these articles, by path. */
async function night(day: number, shown: Record<string, Shown>): Promise<void> {
  const at = NOW + day * DAY;
  const entries = Object.entries(shown).map(([path, { title, summary = '', day: of = 0 }]) => {
    const date = new Date(NOW + of * DAY - 3_600_000).toUTCString();
    return `<item><guid>${path}</guid><link>${origin.url}${path}</link><title>${title}</title><description>${summary}</description><pubDate>${date}</pubDate></item>`;
  });
  origin.page('/feed.xml', { body: `<rss version="2.0"><channel><title>C</title>${entries.join('')}</channel></rss>` });
  const feeds = `sources:\n  - { id: courier, url: "${origin.url}/feed.xml", outlet: Courier, lang: en, allowPrivate: true }\n`;
  const context = await quietNight(store, feeds, at);
  await collect(context, { again: 'all', lateOnly: false });
  for (const stage of [readPages, recheck, group, recall, rank, offer]) await stage(context);
  await context.client.close();
}

const changed = async (day = 9): Promise<ChangeSince[]> => store.changes.sinceDecided(NOW + day * DAY);
const told = async (): Promise<unknown[]> =>
  (await changed()).map(({ field, before, after, reached, at }) => [field, before, after, reached, (at - NOW) / DAY]);

async function decide(action: 'keep' | 'hold' | 'spike', story: number, at: number): Promise<number> {
  return store.decisions.add({ story, action, editor: 'ana', at, why: '', takenOn: {} });
}

/** All that people wrote. */
function humanWork(): unknown {
  const db = openDatabase(join(folder, 'test.sqlite'));
  try {
    return ['decision', 'slot', 'wording', 'printed', 'issue', 'edition', 'trail'].map((table) =>
      db.$client.prepare(`select * from ${table} order by 1`).all(),
    );
  } finally {
    db.$client.close();
  }
}

const TIDES = { title: 'An AI model of Acme knows the tides', summary: 'Acme paid $200M for the data of 12 harbours.' };

it('tells that a kept item was retitled and has other numbers, with the day', async () => {
  await night(0, { '/tides': TIDES });
  const id = await decide('keep', 1, NOW + 1000);
  const title = 'An AI model of Acme guesses the tides';
  await night(1, { '/tides': { title, summary: 'Acme paid $220M for the data of 12 harbours.' } });
  expect(await told()).toEqual([
    [
      'numbers',
      'Acme paid $200M for the data of 12 harbours.',
      'Acme paid $220M for the data of 12 harbours.',
      'kept',
      1,
    ],
    ['title', TIDES.title, title, 'kept', 1],
  ]);
  await store.undo(id, 'ana', NOW + 2 * DAY);
  expect((await changed()).every(({ reached }) => reached === 'slotted')).toBe(true);
});

it('tells that the page of a slotted item was corrected, has other numbers, or is gone, and that it is back', async () => {
  const page = (sum: string, more = ''): string =>
    articlePage(TIDES.title).replace('</p>', `</p><p>The company paid ${sum} for the data of its rivals.${more}</p>`);
  origin.page('/tides', { body: page('$30 million'), headers: HTML });
  await night(0, { '/tides': TIDES });
  expect(await told()).toEqual([]);
  const correction = 'Correction: an earlier version of this article misstated the sum.';
  origin.page('/tides', { body: page('$35 million', ` ${correction}`), headers: HTML });
  await night(1, { '/tides': TIDES });
  const other = [
    'The company paid $30 million for the data of its rivals.',
    'The company paid $35 million for the data of its rivals.',
  ];
  const dayOne = [
    ['corrected', null, correction, 'slotted', 1],
    ['numbers', ...other, 'slotted', 1],
  ];
  expect(await told()).toEqual(dayOne);
  await night(1, { '/tides': TIDES });
  expect(await told()).toEqual(dayOne);
  origin.page('/tides', { body: '', status: 410 });
  await night(2, { '/tides': TIDES });
  await night(3, { '/tides': TIDES });
  expect((await told()).slice(0, -2)).toEqual([['gone', null, '410', 'slotted', 2]]);
  origin.page('/tides', { body: page('$35 million', ` ${correction}`), headers: HTML });
  await night(4, { '/tides': TIDES });
  expect((await told())[0]).toEqual(['gone', 'gone', null, 'slotted', 4]);
});

it('tells of a new development of a printed story, and not of another report of the same', async () => {
  const lead =
    'Robotaxi firm Waymo may let teenagers ride alone with AI under accounts that their parents control, a survey says.';
  await night(0, { '/teens': { title: 'Waymo considers AI robotaxi accounts for teenagers', summary: lead } });
  const printed = { section: 'news', title: 'Teens', url: `${origin.url}/teens`, text: '' };
  await store.memory.keep(41, 'en', NOW + 1000, [printed]);
  await night(1, {
    '/echo': { title: 'Waymo considers AI robotaxi accounts for teenagers, survey', summary: lead, day: 1 },
    '/opens': {
      title: 'Waymo robotaxi accounts for teenagers are stopped by Phoenix regulator',
      summary: lead,
      day: 1,
    },
  });
  expect(await changed()).toMatchObject([
    {
      field: 'development',
      after: 'Courier: Waymo robotaxi accounts for teenagers are stopped by Phoenix regulator',
      reached: 'printed',
      issue: 41,
      at: NOW + DAY,
    },
  ]);
});

it('tells nothing of what was spiked or of what nobody decided about', async () => {
  await night(0, {
    '/a': { title: 'An AI of the sea', summary: 'It is 5 metres long and very wet.' },
    '/b': { title: 'Gardening', summary: 'Plant 20 bulbs in the autumn.' },
  });
  await decide('spike', 1, NOW + 1000);
  await store.slots.remove(1, { editor: 'ana', at: NOW + 2000 });
  await night(1, {
    '/a': { title: 'An AI of the sea', summary: 'It is 7 metres long and very wet.' },
    '/b': { title: 'Gardening', summary: 'Plant 30 bulbs in the autumn.' },
  });
  expect(await changed()).toEqual([]);
});

it('alters nothing that a person wrote', async () => {
  origin.page('/tides', { body: articlePage(TIDES.title), headers: HTML });
  await night(0, { '/tides': TIDES });
  await decide('keep', 1, NOW + 1000);
  await store.slots.flag(1, 'names a person', { editor: 'ana', at: NOW + 1500 });
  await store.memory.keep(41, 'en', NOW + 2000, [
    { section: 'news', title: 'T', url: `${origin.url}/tides`, text: 'x' },
  ]);
  const before = humanWork();
  origin.page('/tides', { body: '', status: 404 });
  await night(1, {
    '/tides': { title: 'Acme withdraws its tides', summary: 'Correction: Acme paid $1 for 3 harbours.' },
  });
  expect((await changed()).map(({ field }) => field)).toEqual(expect.arrayContaining(['title', 'gone', 'corrected']));
  expect(humanWork()).toEqual(before);
});
