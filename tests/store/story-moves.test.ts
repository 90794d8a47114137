import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { linksOf } from '../../src/night/group.ts';
import { openDatabase, type Db } from '../../src/store/open.ts';
import * as schema from '../../src/store/schema.ts';
import { openStore, type Store } from '../../src/store/store.ts';

let folder: string;
let store: Store;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  db = openDatabase(join(folder, 'test.sqlite'));
  store = openStore(join(folder, 'test.sqlite'));
  for (const [id, story] of [
    [1, 1],
    [2, 1],
    [3, 3],
  ] as const) {
    const url = `https://courier.example/${id}`;
    const facts = {
      url,
      canonicalUrl: url,
      title: `Item ${id}`,
      authors: [],
      published: 1,
      firstSeen: 1,
      language: 'en',
    };
    db.insert(schema.item)
      .values({ id, ...facts, section: 'news', outlet: 'Courier', summary: '', toldBy: 'courier', story })
      .run();
  }
});
afterEach(() => {
  store.close();
  db.$client.close();
  rmSync(folder, { recursive: true });
});

const ana = { editor: 'ana', at: 5, why: '' };
const stories = (): (number | null)[] =>
  db
    .select({ story: schema.item.story })
    .from(schema.item)
    .all()
    .map(({ story }) => story);

it('merges two stories, and takes it back', async () => {
  const id = await store.moveInStories({ action: 'merge', story: 1, target: 3 }, ana);
  expect(stories()).toEqual([3, 3, 3]);
  expect(linksOf(await store.decisions.inForce()).together).toEqual([[1, 3]]);
  await store.undo(id, 'ana', 6);
  expect(stories()).toEqual([1, 1, 3]);
  expect(linksOf(await store.decisions.inForce())).toEqual({ together: [], apart: [] });
});

it('splits a report off, and later nights keep it apart', async () => {
  await store.moveInStories({ action: 'split', story: 1, item: 2 }, ana);
  expect(stories()).toEqual([1, 2, 3]);
  expect(linksOf(await store.decisions.inForce()).apart).toEqual([[2, 1]]);
});

it('moves a report to another story', async () => {
  await store.moveInStories({ action: 'move', story: 1, item: 2, target: 3 }, ana);
  expect(stories()).toEqual([1, 3, 3]);
});

it('takes a merge back without what was moved on since', async () => {
  const merge = await store.moveInStories({ action: 'merge', story: 1, target: 3 }, ana);
  await store.moveInStories({ action: 'split', story: 3, item: 2 }, ana);
  await store.undo(merge, 'ana', 6);
  expect(stories()).toEqual([1, 2, 3]);
});

it('refuses what is not there, and changes nothing', async () => {
  await expect(store.moveInStories({ action: 'merge', story: 1, target: 9 }, ana)).rejects.toThrow(
    'there is no story 9',
  );
  await expect(store.moveInStories({ action: 'split', story: 1, item: 3 }, ana)).rejects.toThrow(
    'item 3 is not in story 1',
  );
  await expect(store.moveInStories({ action: 'split', story: 1, item: 1 }, ana)).rejects.toThrow(/founds the story/);
  expect(stories()).toEqual([1, 1, 3]);
  expect(await store.decisions.inForce()).toEqual([]);
});
