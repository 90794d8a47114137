import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase, type Db } from '../../src/store/open.ts';
import { prune, savedBy } from '../../src/store/retention.ts';
import * as schema from '../../src/store/schema.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 15);
const RETENTION = { texts: 60, ledger: 400, items: 400 };

let folder: string;
let db: Db;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  db = openDatabase(join(folder, 'test.sqlite'));
});
afterEach(() => {
  db.$client.close();
  rmSync(folder, { recursive: true });
});

function addItem(id: number, age: number, shown = false): void {
  const firstSeen = NOW - age * DAY;
  const url = `https://courier.example/${id}`;
  const facts = {
    url,
    canonicalUrl: url,
    title: `Item ${id}`,
    authors: [],
    published: firstSeen,
    firstSeen,
    language: 'en',
  };
  const rest = { section: 'news', outlet: 'Courier', summary: '', toldBy: 'courier', story: id } as const;
  db.insert(schema.item)
    .values({ id, ...facts, ...rest })
    .run();
  db.insert(schema.article).values({ itemId: id, origin: 'page', text: 'A text.', fetchedAt: firstSeen }).run();
  db.insert(schema.itemKey).values({ itemId: id, key: url }).run();
  const lastSeen = shown ? null : firstSeen;
  db.insert(schema.sighting)
    .values({ sourceId: 'courier', entryId: `${id}`, itemId: id, firstSeen, lastSeen, title: '', digest: '', why: '' })
    .run();
}

const ids = (): number[] =>
  db
    .select({ id: schema.item.id })
    .from(schema.item)
    .all()
    .map(({ id }) => id)
    .toSorted((a, b) => a - b);
const texts = (): number => db.select().from(schema.article).all().length;

it('lets go of old texts and of old items that nobody picked', async () => {
  addItem(1, 10);
  addItem(2, 100);
  addItem(3, 500);
  expect(await prune(db, RETENTION, NOW, true)).toEqual({ texts: 2, ledger: 0, items: 1 });
  expect(ids()).toEqual([1, 2]);
  expect(texts()).toBe(1);
});

it('keeps for ever what somebody decided about, with its text', async () => {
  addItem(1, 1000);
  db.insert(schema.decision).values({ story: 1, action: 'spike', editor: 'ana', at: 1, why: '', takenOn: {} }).run();
  expect(await prune(db, RETENTION, NOW, true)).toEqual({ texts: 0, ledger: 0, items: 0 });
  expect(ids()).toEqual([1]);
});

it('keeps an old item that its source still shows: it would come back as new', async () => {
  addItem(1, 1000, true);
  await prune(db, RETENTION, NOW, true);
  expect(ids()).toEqual([1]);
});

it('never uses an id again', async () => {
  addItem(1, 10);
  addItem(2, 500);
  await prune(db, RETENTION, NOW, true);
  const { lastInsertRowid } = db.$client
    .prepare(
      `insert into item (url, canonical_url, title, authors, published, first_seen, language, section, outlet, summary, told_by)
       values ('u', 'u', 't', '[]', 1, 1, 'en', 'news', 'o', '', 's')`,
    )
    .run();
  expect(lastInsertRowid).toBe(3);
});

it('only counts when it is not told to act', async () => {
  addItem(1, 500);
  expect(await prune(db, RETENTION, NOW, false)).toMatchObject({ items: 1 });
  expect(ids()).toEqual([1]);
});

it('says how much room it makes', async () => {
  for (let id = 1; id <= 300; id++) addItem(id, 500);
  const nothing = { texts: 0, ledger: 0, items: 0 };
  expect(savedBy(db, nothing)).toBe(0);
  const old = await prune(db, RETENTION, NOW, false);
  expect(old).toMatchObject({ texts: 300, items: 300 });
  const bytes = savedBy(db, old);
  expect(bytes).toBeGreaterThan(300 * 200);
  const pages = Number(db.$client.pragma('page_count', { simple: true }));
  expect(bytes).toBeLessThan(pages * 4096);
});
