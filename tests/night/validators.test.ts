import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCollect } from '../../src/night/collection.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { rss } from '../fakes/bench.ts';
import { quietNight } from '../fakes/night.ts';
import { startOrigin, type Origin } from '../fakes/origin.ts';

const DAY = 86_400_000;
const FIRST = Date.UTC(2026, 1, 15, 20);
let origin: Origin;
let store: Store;
let folder: string;
beforeEach(async () => {
  origin = await startOrigin();
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  store = openStore(join(folder, 'test.sqlite'));
});
afterEach(async () => {
  store.close();
  await origin.close();
  rmSync(folder, { recursive: true });
});

/** Runs the nights of these days, and gives back what each asked with. */
async function askedOn(days: readonly number[]): Promise<(string | undefined)[]> {
  for (const day of days) {
    const feeds = `sources:\n  - { id: one, url: "${origin.url}/feed", allowPrivate: true }\n`;
    const context = await quietNight(store, feeds, FIRST + day * DAY);
    await runCollect(context, { all: true, late: false });
    await context.client.close();
  }
  return origin.seen.map(({ headers }) => headers['if-none-match']);
}

it('validators are dropped every eight days, and those of the whole answer are used again', async () => {
  origin.page('/feed', { body: rss({ a: 'The first story' }), etag: '"one"' });
  expect(await askedOn([0, 1, 7, 9, 10, 18])).toEqual([undefined, '"one"', '"one"', undefined, '"one"', undefined]);
});

it('a document that says the same under a new validator is asked for with the new one', async () => {
  origin.page('/feed', { body: rss({ a: 'The first story' }), etag: '"one"' });
  await askedOn([0]);
  origin.page('/feed', { body: rss({ a: 'The first story' }), etag: '"two"' });
  expect(await askedOn([1, 2])).toEqual([undefined, '"one"', '"two"']);
});
