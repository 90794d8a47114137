import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A database as the first version made it. */
function oldDatabase(file: string): Database.Database {
  const migrationsFolder = join(folder, 'migrations');
  cpSync('db/migrations', migrationsFolder, { recursive: true });
  const journal = join(migrationsFolder, 'meta', '_journal.json');
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8'));
  writeFileSync(journal, JSON.stringify({ ...rest, entries: entries.slice(0, 1) }));
  const client = new Database(file);
  migrate(drizzle(client), { migrationsFolder });
  return client;
}

it('brings every version of every text along', async () => {
  const file = join(folder, 'test.sqlite');
  const old = oldDatabase(file);
  old.exec(`
    insert into issue (number, template, opened_at, window_from) values (7, 'model', 1, 0);
    insert into slot (id, issue, section, position, story, origin, reason) values (3, 7, 'news', 0, null, 'night', '');
    insert into slot_text (id, slot, field, lang, value, state, author, at, spans) values
      (5, 3, 'title', 'en', 'Older', 'draft', 'night', 1, '[]'), (9, 3, 'title', 'en', 'Newer', 'checked', 'mina', 2, '[]');
  `);
  old.close();
  const store = openStore(file);
  const history = await store.wordings.history({ issue: 7, owner: 'slot:3', field: 'title', lang: 'en' });
  expect(history.map(({ id, value, state, author }) => [id, value, state, author])).toEqual([
    [9, 'Newer', 'checked', 'mina'],
    [5, 'Older', 'draft', 'night'],
  ]);
  store.close();
});
