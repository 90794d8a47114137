import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startSampleWeb, type SampleWeb } from '../../scripts/sampleweb/server.ts';
import { agreement } from '../../src/curate/rank/agreement.ts';
import type { NightContext } from '../../src/night/context.ts';
import { runNight } from '../../src/night/night.ts';
import { storiesOf } from '../../src/night/stories.ts';
import { inputOf } from '../../src/night/taken-on.ts';
import type { ReadItem, StoredCandidate } from '../../src/store/curation.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { quietNight } from '../fakes/night.ts';

const FIRST = Date.UTC(2024, 7, 21, 20);
const SECOND = FIRST + 86_400_000;
const DECISIONS = 20;
const news = { lists: [{ key: 'news', of: 'news', cap: 12, order: 'rank', blurb: null }], own: null } as const;

let folder: string;
let web: SampleWeb;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  web = await startSampleWeb({ port: 0 });
});
afterAll(async () => {
  await web.close();
  rmSync(folder, { recursive: true });
});

/** The taste of this test's editors, which is not the starting profile's: whatever the games magazine writes. */
const likes = ({ outlet }: ReadItem): boolean => outlet === 'Second Joystick';

async function candidates(store: Store): Promise<(StoredCandidate & { lead: ReadItem })[]> {
  const all = await store.curation.candidates({ section: 'news' });
  const items = new Map((await store.curation.itemsById(all.map(({ story }) => story))).map((item) => [item.id, item]));
  return all.flatMap((candidate) => {
    const lead = items.get(candidate.story);
    return lead === undefined ? [] : [{ ...candidate, lead }];
  });
}

/** The editors' twenty decisions: the best eight that they like, and the best of the others spiked. */
async function decide(store: Store, { config }: NightContext): Promise<number[]> {
  const all = await candidates(store);
  const liked = all.filter(({ lead }) => likes(lead)).slice(0, 8);
  const others = all.filter(({ lead }) => !likes(lead)).slice(0, DECISIONS - liked.length);
  for (const [i, { story, lead }] of [...liked, ...others].entries()) {
    const action = likes(lead) ? 'keep' : 'spike';
    const signed = { story, action, editor: 'ana', at: FIRST + 3_600_000 + i, why: '' } as const;
    const [read] = storiesOf(await store.curation.itemsOf([story]), config);
    await store.decisions.add({ ...signed, takenOn: read === undefined ? {} : { input: inputOf(read, config) } });
  }
  return [...liked, ...others].map(({ story }) => story);
}

/** Two nights with twenty decisions between them, or none: how far the second agrees with the taste on other stories. */
async function agreesOnTheSecondNight(name: string, hasDecided: boolean): Promise<{ agreed: number; notes: string }> {
  const store = openStore(join(folder, `${name}.sqlite`));
  try {
    web.setNight(1);
    await runNight(await quietNight(store, web.feedsYaml, FIRST, { template: news }), { all: true, late: false });
    const second = await quietNight(store, web.feedsYaml, SECOND, { template: news });
    const decided = new Set(hasDecided ? await decide(store, second) : []);
    web.setNight(2);
    const { notes } = await runNight(second, { all: true, late: false });
    const open = (await candidates(store)).filter(({ story }) => !decided.has(story));
    const scores = (isLiked: boolean): number[] =>
      open.filter(({ lead }) => likes(lead) === isLiked).map(({ score }) => score);
    return { agreed: agreement([{ picked: scores(true), aside: scores(false) }]) ?? 0, notes: notes.join('\n') };
  } finally {
    store.close();
  }
}

it('after twenty decisions the next night agrees more with the editors, and says that it learned', async () => {
  const without = await agreesOnTheSecondNight('without', false);
  const after = await agreesOnTheSecondNight('with', true);
  expect(without.notes).toBe('');
  expect(after.notes).toMatch(/The news ranker and 20 new decisions: .* the new one is in service\./u);
  expect(after.agreed).toBeGreaterThan(without.agreed + 0.1);
});
