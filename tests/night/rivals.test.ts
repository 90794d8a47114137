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

function feed(name: string, entries: readonly { title: string; hoursAgo: number }[]): void {
  const items = entries.map(({ title, hoursAgo }) => {
    const link = `${origin.url}/${name}/${encodeURIComponent(title)}`;
    return `<item><guid>${link}</guid><link>${link}</link><title>${title}</title><pubDate>${new Date(NOW - hoursAgo * HOUR).toUTCString()}</pubDate></item>`;
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
