import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { draftOf, showDrafts } from '../fakes/readings.ts';

const START = Date.UTC(2026, 1, 15, 18);
const DAY = 86_400_000;
const [FIRST, SECOND] = ['2026-02-15', '2026-02-16'];

let store: Store;

/** Three stories of the Courier, the first told by the board too; the third stands below the line. */
beforeEach(async () => {
  store = openStore(':memory:');
  const address = 'https://courier.example/a';
  await showDrafts(
    store,
    'courier',
    ['a', 'b', 'c'].map((id) => draftOf(id, START, { title: `Story ${id}` })),
    START,
  );
  await showDrafts(store, 'board', [draftOf('x', START, { url: address, title: 'Story a' })], START + DAY);
  await store.curation.join([1, 2, 3].map((item) => ({ item, story: item, reasons: [] })));
  const candidate = { night: FIRST, section: 'news', score: 1, reasons: [], below: null } as const;
  await store.curation.saveCandidates(FIRST, [
    { ...candidate, story: 1, rank: 1 },
    { ...candidate, story: 2, rank: 60 },
    { ...candidate, story: 3, rank: 61, below: 'off topic' },
  ]);
});
afterEach(() => store.close());

const keep = (story: number, takenOn = {}): Promise<number> =>
  store.decisions.add({ story, action: 'keep', editor: 'maria', at: START + story, why: '', takenOn });

describe('the worth of a source', () => {
  const worth = async (): Promise<Record<string, [offered: number, kept: number]>> =>
    Object.fromEntries([...(await store.worth.since(FIRST))].map(([id, { offered, kept }]) => [id, [offered, kept]]));

  it('is what was kept of what it told and what stood above the line', async () => {
    await keep(1);
    expect(await worth()).toEqual({ courier: [2, 1], board: [1, 1] });
  });

  it('goes down when a decision is undone or another one follows', async () => {
    const id = await keep(1);
    await store.decisions.undo(id, 'maria', START + DAY);
    expect(await worth()).toEqual({ courier: [2, 0], board: [1, 0] });
    await keep(2);
    await store.decisions.add({ story: 2, action: 'spike', editor: 'jun', at: START + DAY, why: '', takenOn: {} });
    expect(await worth()).toEqual({ courier: [2, 0], board: [1, 0] });
  });

  it('has a figure for the nights on which the source answered', async () => {
    expect(await store.worth.nights(30)).toEqual([FIRST, SECOND]);
    const records = await store.worth.since(FIRST);
    expect([...(records.get('courier')?.nights ?? [])]).toEqual([[FIRST, 3]]);
    expect([...(records.get('board')?.nights ?? [])]).toEqual([[SECOND, 0]]);
  });
});

it('what others told is compared with what became of it here', async () => {
  const told = async () =>
    (await store.insights.toldBy(['board'], START)).map(({ title, picked, decision, rank }) => [
      title,
      picked,
      decision,
      rank,
    ]);
  expect(await told()).toEqual([['Story a', false, null, 1]]);
  await keep(1);
  expect(await told()).toEqual([['Story a', true, 'keep', 1]]);
  expect(await store.insights.toldBy(['board'], START + 2 * DAY)).toEqual([]);
});

it('stages tell how far what a night read came', async () => {
  const [newest, first] = await store.stages.list(10);
  expect(newest).toMatchObject({ night: SECOND, asked: 1, fine: 1, read: 1, fresh: 0, ranked: 0, endedAt: null });
  expect(first).toMatchObject({ night: FIRST, asked: 1, read: 3, fresh: 3, ranked: 3, shortlisted: 2 });
});
