import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { identifyBatch } from '../../src/dedupe/identify.ts';
import { keysOf } from '../../src/dedupe/keys.ts';
import type { ArxivFacts, ItemDraft } from '../../src/model.ts';
import { blankState } from '../../src/night/answer.ts';
import { parseConfig } from '../../src/config.ts';
import type { Counts, Said } from '../../src/store/record.ts';
import type { Store } from '../../src/store/store.ts';
import { openStore } from '../../src/store/store.ts';
import { saidOf } from '../fakes/readings.ts';
import { say } from '../../src/text/said.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 1, 15, 20);

const { sources } = parseConfig(
  'sources:\n  - {id: courier, url: "https://courier.example/feed"}\n  - {id: board, url: "https://board.example/feed"}\n',
);

const PAPER: Omit<ArxivFacts, 'version'> = {
  id: '2602.00001',
  announce: 'new',
  categories: ['cs.AI'],
  license: null,
  doi: null,
  comment: null,
};

function draft(entryId: string, overrides: Partial<ItemDraft> = {}): ItemDraft {
  const url = `https://courier.example/${entryId}`;
  return {
    sourceId: 'courier',
    entryId,
    url,
    canonicalUrl: url,
    title: `The story of ${entryId}`,
    authors: [],
    claimedPublished: START - HOUR,
    claimedUpdated: null,
    summary: `What happened with ${entryId}.`,
    text: '',
    language: 'en',
    section: 'news',
    outlet: 'Courier',
    categories: [],
    image: null,
    discussion: null,
    arxiv: null,
    ...overrides,
  };
}

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  store = openStore(join(folder, 'test.sqlite'));
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** Stores what one source showed at a moment. */
async function show(shown: readonly (ItemDraft | Said)[] | null, at: number): Promise<Counts> {
  const said = shown?.map((one) => ('draft' in one ? one : saidOf(one))) ?? null;
  const [first] = shown ?? [];
  const sourceId = first !== undefined && 'sourceId' in first ? first.sourceId : 'courier';
  const source = sources.find(({ id }) => id === sourceId);
  if (source === undefined) throw new Error(`no source ${sourceId}`);
  const run = await store.nights.begin('2026-02-16', 'night', at);
  const ledger = {
    runId: run,
    night: '2026-02-16',
    sourceId,
    askedAt: at,
    outcome: 'new' as const,
    status: 200,
    ms: 1,
    bytes: 1,
    cached: false,
    attempts: 1,
    expected: null,
    got: 0,
    odd: 0,
    diagnosis: '',
  };
  const [counts] = await store.recorder.record(
    [
      {
        sourceId,
        at,
        said,
        settle: (counted) => ({ state: { ...blankState(source), answeredAt: at }, ledger: { ...ledger, ...counted } }),
      },
    ],
    { keysOf, identifyBatch },
  );
  return counts ?? { new: 0, updated: 0 };
}

async function stored() {
  const items = [];
  for await (const item of store.items.list()) items.push(item);
  return items;
}

describe('recording what sources answered', () => {
  it('stores new items once, and changes nothing when they are shown again', async () => {
    expect(await show([draft('a'), draft('b')], START)).toEqual({ new: 2, updated: 0 });
    const before = await stored();
    expect(await show([draft('a'), draft('b')], START + DAY)).toEqual({ new: 0, updated: 0 });
    expect(await stored()).toEqual(before);
  });

  it('takes a new title under the same id as a change, and keeps the older one', async () => {
    await show([draft('a')], START);
    const [before] = await stored();
    expect(await show([draft('a', { title: 'The story of a, corrected' })], START + DAY)).toEqual({
      new: 0,
      updated: 1,
    });
    const [item] = await stored();
    expect(item).toMatchObject({ id: before?.id, title: 'The story of a, corrected', updated: START + DAY });
    expect(await store.items.changes(before?.id ?? 0)).toMatchObject([
      { field: 'title', before: 'The story of a', after: 'The story of a, corrected' },
    ]);
  });

  it('takes a second version of a paper as a change, and the first one of a paper that others told of as none', async () => {
    const paper = (version: number): ItemDraft => draft('a', { arxiv: { ...PAPER, version } });
    await show([draft('a')], START);
    await show([paper(1)], START + DAY);
    expect(await store.items.changes(1)).toEqual([]);
    await show([paper(2)], START + 2 * DAY);
    expect(await store.items.changes(1)).toMatchObject([{ field: 'version', before: '1', after: '2' }]);
  });

  it('does not call an entry new that fell off and returns', async () => {
    await show([draft('a'), draft('b')], START);
    await show([draft('b')], START + DAY);
    expect(await show([draft('a'), draft('b')], START + 2 * DAY)).toEqual({ new: 0, updated: 0 });
    expect(await stored()).toHaveLength(2);
  });

  it('remembers when an entry that fell off was last shown', async () => {
    await show([draft('a'), draft('b')], START);
    await show([draft('a'), draft('b')], START + DAY);
    await show([draft('b')], START + 2 * DAY);
    const [a, b] = await store.curation.itemsById([1, 2]);
    expect(a?.sightings[0]?.lastSeen).toBe(START + DAY);
    expect(b?.sightings[0]?.lastSeen).toBeNull();
  });

  it('deletes nothing when a feed is empty', async () => {
    await show([draft('a')], START);
    await show([], START + DAY);
    expect(await stored()).toHaveLength(1);
  });

  it('knows the same link under a new id', async () => {
    await show([draft('a')], START);
    const again = draft('other-id', {
      url: 'https://courier.example/a',
      canonicalUrl: 'https://courier.example/a',
      title: 'The story of a',
    });
    expect((await show([draft('a'), again], START + DAY)).new).toBe(0);
    expect(await stored()).toHaveLength(1);
  });

  it('gives an item a sighting for every source, and its facts to the outlet that wrote it', async () => {
    const link = { url: 'https://courier.example/a', canonicalUrl: 'https://courier.example/a' };
    const discussion = { url: 'https://board.example/1', points: 40 };
    await show([draft('1', { ...link, sourceId: 'board', outlet: 'Board', title: 'Look at this', discussion })], START);
    await show([draft('a', { title: 'The real title' })], START + DAY);
    expect(await stored()).toMatchObject([
      { title: 'The real title', outlet: 'Courier', sources: ['board', 'courier'] },
    ]);
  });

  it('keeps the outlet’s words when a board that discusses it changes its own', async () => {
    const link = { url: 'https://courier.example/a', canonicalUrl: 'https://courier.example/a' };
    const talk = (points: number) => ({
      ...link,
      sourceId: 'board',
      outlet: 'Board',
      title: 'Look',
      discussion: { url: 'https://board.example/1', points },
    });
    await show([draft('1', talk(4))], START);
    await show([draft('a', { title: 'The real title' })], START);
    expect((await show([draft('1', talk(400))], START + DAY)).updated).toBe(0);
    const [item] = await store.curation.itemsById([1]);
    expect(item).toMatchObject({ title: 'The real title', outlet: 'Courier' });
    expect(item?.sightings.find(({ sourceId }) => sourceId === 'board')?.points).toBe(400);
  });

  it('orders an item by when it was seen when its claimed date cannot be true', async () => {
    await show([draft('a', { claimedPublished: START + 9 * HOUR }), draft('b', { claimedPublished: 0 })], START);
    expect((await stored()).map(({ published }) => published)).toEqual([START, START]);
  });

  it('takes over new dates, keeps the older one as a change, and makes no item anew for them', async () => {
    await show([draft('a')], START);
    const moved = draft('a', { claimedPublished: START - 2 * DAY, claimedUpdated: START + 2 * DAY });
    let made = 0;
    const said = { ...saidOf(moved), draft: () => (made++, moved) };
    expect(await show([said], START + 3 * DAY)).toEqual({ new: 0, updated: 1 });
    expect(made).toBe(0);
    const [item] = await store.curation.itemsById([1]);
    expect(item).toMatchObject({ published: START - 2 * DAY, updated: START + 2 * DAY, title: 'The story of a' });
    expect(item?.sightings[0]).toMatchObject({ claimedPublished: START - 2 * DAY, lastSeen: null });
    expect(await store.items.changes(1)).toMatchObject([
      { field: 'published', before: new Date(START - HOUR).toISOString() },
    ]);
    // Found by its title on the new day too.
    const again = draft('b', {
      claimedPublished: START - 2 * DAY,
      title: 'The story of a',
      summary: draft('a').summary,
    });
    expect(await show([draft('a'), again], START + 4 * DAY)).toMatchObject({ new: 0 });
  });

  it('leaves the dates of an item alone that stands in the words of another source', async () => {
    const link = { url: 'https://courier.example/a', canonicalUrl: 'https://courier.example/a' };
    await show([draft('a')], START);
    await show([draft('1', { ...link, sourceId: 'board' })], START + HOUR);
    const moved = draft('1', { ...link, sourceId: 'board', claimedPublished: START + DAY });
    expect(await show([moved], START + 2 * DAY)).toEqual({ new: 0, updated: 0 });
    expect((await stored())[0]?.published).toBe(START - HOUR);
  });

  it('counts what can become no item, and stores the rest', async () => {
    const broken = { ...saidOf(draft('b')), draft: () => ({ reason: say('unusable.address') }) };
    expect(await show([saidOf(draft('a')), broken], START)).toEqual({ new: 1, updated: 0 });
  });

  it('stores nothing of a batch that fails', async () => {
    await show([draft('a')], START);
    await expect(show([draft('b'), draft('c', { outlet: null as unknown as string })], START + DAY)).rejects.toThrow(
      /NOT NULL/,
    );
    expect(await stored()).toHaveLength(1);
  });
});
