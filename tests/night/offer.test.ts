import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { offeredLists } from '../../src/cli/template.ts';
import { offer } from '../../src/night/offer.ts';
import type { Store } from '../../src/store/store.ts';
import { quietNight } from '../fakes/night.ts';
import { eachWithStore } from '../fakes/stored-night.ts';
import { writePast } from '../fakes/past.ts';

const NOW = Date.UTC(2026, 1, 15, 20);
const DAY = 86_400_000;

let folder: string;
let store: Store;
eachWithStore((at) => ({ folder, store } = at));

it.each([
  ['rank', ['Tides known', 'élan of robots', 'Chips sold']],
  ['date', ['Chips sold', 'Tides known', 'élan of robots']],
  ['title', ['Chips sold', 'élan of robots', 'Tides known']],
])('orders what rank has chosen for a list by %s, as its template says', async (order, titles) => {
  const file = join(folder, 'ours.yaml');
  const list = `{ key: news, kind: list, of: news, cap: 3, order: ${order}, line: title }`;
  writeFileSync(file, `name: ours\nlanguages: [en]\ntitle: { en: Ours }\nsections:\n  - ${list}\n`);
  const context = await quietNight(store, 'sources: []', NOW, { template: offeredLists(file) });
  writePast(join(folder, 'test.sqlite'), context.night, [
    { title: 'Tides known', published: NOW - 2 * DAY },
    { title: 'élan of robots', published: NOW - 3 * DAY },
    { title: 'Chips sold', published: NOW - 2 * DAY + 1 },
    { title: 'Another one', published: NOW },
  ]);
  await offer(context);
  await context.client.close();
  const slots = await store.issues.lineup(1);
  expect(slots.map(({ texts }) => texts[0]?.value)).toEqual(titles);
});
