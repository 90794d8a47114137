import { expect, it } from 'vitest';
import { collect } from '../../src/night/collect.ts';
import { group } from '../../src/night/group.ts';
import { offer } from '../../src/night/offer.ts';
import { rank } from '../../src/night/rank.ts';
import type { Store } from '../../src/store/store.ts';
import { quietNight } from '../fakes/night.ts';
import { eachWithStore } from '../fakes/stored-night.ts';
import type { Origin } from '../fakes/origin.ts';

const NOW = Date.UTC(2026, 1, 15, 20);
const HOUR = 3_600_000;

let store: Store;
let origin: Origin;
eachWithStore((at) => ({ store, origin } = at));

function feed(name: string, entries: readonly { title: string; hoursAgo: number; content?: string }[]): void {
  const items = entries.map(({ title, hoursAgo, content = '' }) => {
    const link = `${origin.url}/${name}/${encodeURIComponent(title)}`;
    return `<item><guid>${link}</guid><link>${link}</link><title>${title}</title><description><![CDATA[${content}]]></description><pubDate>${new Date(NOW - hoursAgo * HOUR).toUTCString()}</pubDate></item>`;
  });
  const body = `<rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`;
  origin.page(`/${name}.xml`, { body });
}

it('what another newsletter tells is no candidate, leads no story and gives no words, but is compared with ours', async () => {
  const story = 'Quillon Robotics recalls 40,000 Pelorus vacuum robots over battery fires';
  feed('rival', [
    { title: `${story}, AI blamed`, hoursAgo: 9 },
    { title: 'Senate committee delays vote on Harrowgate AI data centre bill', hoursAgo: 8 },
  ]);
  feed('courier', [{ title: story, hoursAgo: 2 }]);
  const source = (id: string, more: string): string =>
    `  - { id: ${id}, url: "${origin.url}/${id}.xml", outlet: ${id}, lang: en, allowPrivate: true, pages: off${more} }\n`;
  const feeds = `sources:\n${source('rival', ', rival: true')}${source('courier', ', include: [robots]')}`;
  const context = await quietNight(store, feeds, NOW);
  await collect(context, { again: 'all', lateOnly: false });
  for (const stage of [group, rank, offer]) await stage(context);
  await context.client.close();
  expect(await store.curation.candidates()).toHaveLength(1);
  const [slot, ...others] = await store.issues.lineup(1);
  expect(others).toEqual([]);
  expect(slot?.texts.map(({ value }) => value)).toEqual([story]);
  const told = await store.insights.toldBy(['rival'], NOW - 24 * HOUR);
  expect(told.map(({ rank: place, picked }) => [place, picked])).toEqual([
    [null, false],
    [1, false],
  ]);
});

it('compares what an issue of another newsletter links to, story by story, and takes over none of its words', async () => {
  const [recall, vote] = [
    'Quillon Robotics recalls 40,000 AI vacuum robots over battery fires',
    'Senate committee delays vote on Harrowgate AI data centre bill',
  ];
  feed('courier', [{ title: recall, hoursAgo: 20 }]);
  const at = (title: string): string => `${origin.url}/courier/${encodeURIComponent(title)}`;
  const issue = [
    `<p><a href="${at(recall)}?utm_source=rival">The vacuum robots that burn (4 minute read)</a> Forty thousand go back.</p>`,
    `<p>A vote is put off again in the Senate. <a href="${at(vote)}">Read more</a></p>`,
    '<p><a href="https://other.example/2026/02/paper">A paper about parish registers and their readers</a></p>',
    '<p><a href="https://rival.example/past">All our past issues are here</a></p>',
    '<p><a href="https://shop.example/desk">The best desks of the year (Sponsor)</a></p>',
    '<p><a href="https://rival.list-manage.com/u?x=1">You may leave this list</a></p>',
  ].join('');
  const entry = `<item><guid>12</guid><link>https://rival.example/issue-12</link><title>Issue 12: robots, votes</title><pubDate>${new Date(NOW - 2 * HOUR).toUTCString()}</pubDate><description><![CDATA[${issue}]]></description></item>`;
  origin.page('/rival.xml', { body: `<rss version="2.0"><channel><title>R</title>${entry}</channel></rss>` });
  const source = (id: string, more: string): string =>
    `  - { id: ${id}, url: "${origin.url}/${id}.xml", outlet: ${id}, lang: en, allowPrivate: true, pages: off${more} }\n`;
  const night = async (now: number): Promise<void> => {
    const context = await quietNight(
      store,
      `sources:\n${source('courier', '')}${source('rival', ', rival: true')}`,
      now,
    );
    await collect(context, { again: 'all', lateOnly: false });
    for (const stage of [group, rank, offer]) await stage(context);
    await context.client.close();
  };
  await night(NOW);
  const told = async (): Promise<(readonly [string, number | null])[]> =>
    (await store.insights.toldBy(['rival'], NOW - 24 * HOUR)).map(({ title, rank: place }) => [title, place] as const);
  expect((await told()).toSorted(([a], [b]) => a.localeCompare(b))).toEqual([
    ['A paper about parish registers and their readers', null],
    ['A vote is put off again in the Senate. Read more', null],
    [recall, 1],
  ]);
  feed('courier', [
    { title: recall, hoursAgo: 20 },
    { title: vote, hoursAgo: 20 },
  ]);
  await night(NOW + 24 * HOUR);
  const titles = (await store.issues.lineup(1)).flatMap(({ texts }) => texts.map(({ value }) => value));
  expect(titles.sort()).toEqual([recall, vote]);
  expect((await told()).map(([title]) => title).toSorted()).toEqual([
    'A paper about parish registers and their readers',
    recall,
    vote,
  ]);
});
