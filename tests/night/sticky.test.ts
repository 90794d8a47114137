import { expect, it } from 'vitest';
import { collect } from '../../src/night/collect.ts';
import { group } from '../../src/night/group.ts';
import type { Store } from '../../src/store/store.ts';
import { quietNight } from '../fakes/night.ts';
import { eachWithStore } from '../fakes/stored-night.ts';
import type { Origin } from '../fakes/origin.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 15, 20);

let store: Store;
let origin: Origin;
eachWithStore((at) => ({ store, origin } = at));

/** The night of a day, whose feed shows these titles; returns the stories as the titles they hold. */
async function night(day: number, titles: readonly string[]): Promise<string[][]> {
  const at = NOW + day * DAY;
  const entries = titles.map((title) => {
    const link = `${origin.url}/${encodeURIComponent(title)}`;
    return `<item><guid>${link}</guid><link>${link}</link><title>${title}</title><pubDate>${new Date(at - 3_600_000).toUTCString()}</pubDate></item>`;
  });
  origin.page('/feed.xml', { body: `<rss version="2.0"><channel><title>C</title>${entries.join('')}</channel></rss>` });
  const feeds = `sources:\n  - { id: courier, url: "${origin.url}/feed.xml", outlet: "", lang: en, allowPrivate: true }\n`;
  const context = await quietNight(store, feeds, at);
  await collect(context, { again: 'all', lateOnly: false });
  await group(context);
  await context.client.close();
  return stories();
}

async function stories(): Promise<string[][]> {
  const byStory = new Map<number, string[]>();
  for (const { id, story, title } of await store.curation.groupedSince(0))
    byStory.set(story ?? id, [...(byStory.get(story ?? id) ?? []), title]);
  return [...byStory.values()];
}

const ana = { editor: 'ana', at: NOW + 1000, why: '' };
const ROBOT = 'Quillon Robotics recalls 40,000 Pelorus vacuum robots over battery fires';
const ROBOT_TOO = 'Battery fires: Quillon Robotics recalls 40,000 Pelorus robots';
const ROBOT_LATER = 'Quillon Robotics recalls Pelorus vacuum robots after more battery fires';
const LAW = 'Senate committee delays vote on Harrowgate data centre bill';
const LAW_LATER = 'Vote on Harrowgate data centre bill delayed again by Senate committee';
const LAW_LAST = 'Senate committee delays third vote on Harrowgate data centre bill';

it('a merge holds for later nights until it is undone', async () => {
  expect(await night(0, [ROBOT, LAW])).toEqual([[ROBOT], [LAW]]);
  const merge = await store.moveInStories({ action: 'merge', story: 2, target: 1 }, ana);
  expect(await night(1, [LAW_LATER])).toEqual([[ROBOT, LAW, LAW_LATER]]);
  await store.undo(merge, 'ana', NOW + DAY + 1);
  expect(await stories()).toEqual([[ROBOT, LAW_LATER], [LAW]]);
  const [moved] = (await store.curation.itemsOf([1])).filter(({ title }) => title === LAW_LATER);
  await store.moveInStories({ action: 'move', story: 1, item: moved?.id ?? 0, target: 2 }, ana);
  expect(await night(2, [LAW_LAST])).toEqual([[ROBOT], [LAW, LAW_LATER, LAW_LAST]]);
  expect(await night(2, [LAW_LAST])).toEqual([[ROBOT], [LAW, LAW_LATER, LAW_LAST]]);
});

it('a split holds for later nights, whatever they bring, until it is undone', async () => {
  expect(await night(0, [ROBOT, ROBOT_TOO])).toEqual([[ROBOT, ROBOT_TOO]]);
  const split = await store.moveInStories({ action: 'split', story: 1, item: 2 }, ana);
  const apart = (found: string[][]): boolean => !found.some((each) => each.includes(ROBOT) && each.includes(ROBOT_TOO));
  expect(apart(await night(1, [ROBOT_LATER]))).toBe(true);
  expect(apart(await night(2, [`${ROBOT_LATER} again`]))).toBe(true);
  await store.undo(split, 'ana', NOW + 3 * DAY);
  expect(apart(await stories())).toBe(false);
});
