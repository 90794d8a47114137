import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { addressKey } from '../../src/text/urls.ts';
import { issueStore } from './issue-store.ts';

let store: Store;
let file: string;
let end: () => void;
beforeEach(async () => {
  ({ store, file, end } = await issueStore());
});
afterEach(() => end());

it('leaves no word of a forgotten text: neither what decisions were taken on nor sentences that changed', async () => {
  const words = 'A harbour of quartz and pepper.';
  const decision = { story: 1, action: 'keep', editor: 'ana', at: 20, why: 'good' } as const;
  const takenOn = { title: 'Item 1', summary: words, items: [1, 4], rank: 3, input: { title: 'Item 1', text: words } };
  const id = await store.decisions.add({ ...decision, takenOn });
  await store.undo(id, 'ana', 21);
  await store.decisions.add({
    ...decision,
    story: 2,
    takenOn: { ...takenOn, summary: 'Of another.', items: [2], input: {} },
  });
  const db = new Database(file);
  db.prepare('update item set summary = ? where id = 4').run(words);
  db.prepare('insert into item_key (key, item_id) values (?, 4)').run(addressKey('https://courier.example/4'));
  const change = db.prepare('insert into change (item_id, at, field, before, after) values (4, 22, ?, ?, ?)');
  change.run('numbers', words, words.toUpperCase());
  change.run('title', 'Item 4', 'Item four');
  await store.forgetting.forget({ address: 'https://courier.example/4' }, 'ana', 30);
  const rows = db.prepare('select story, action, why, taken_on from decision order by id').all();
  expect(JSON.stringify(rows)).not.toContain('quartz');
  expect(rows).toHaveLength(3);
  const kept = await store.decisions.get(id);
  expect(kept).toMatchObject({ why: 'good', takenOn: { title: 'Item 1', summary: '', rank: 3, input: { text: '' } } });
  expect(JSON.stringify(rows)).toContain('Of another.');
  expect(db.prepare('select before, after from change order by id').all()).toEqual([
    { before: null, after: null },
    { before: 'Item 4', after: 'Item four' },
  ]);
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.exec('vacuum');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  expect(readFileSync(file).includes('quartz')).toBe(false);
});

it('tells on what is written in the issue that its text was let go', async () => {
  await store.forgetting.forget({ outlet: 'courier' }, 'ana', 30);
  const told = (await store.changes.sinceDecided(40)).toSorted((a, b) => a.itemId - b.itemId);
  expect(told.map(({ field, itemId, reached, at }) => [field, itemId, reached, at])).toEqual(
    [1, 2, 3].map((item) => ['forgotten', item, 'slotted', 30]),
  );
});
