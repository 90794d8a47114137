import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { openDatabase } from '../../src/store/open.ts';
import { write } from '../../src/store/write.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  file = join(folder, 'deep', 'test.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('opening the store', () => {
  it('makes the folder and the file, and opens them again', async () => {
    openStore(file).close();
    const store = openStore(file);
    expect(await store.issues.open()).toBeNull();
    store.close();
  });

  it('says that a file is no database, and leaves it as it is', () => {
    const text = 'a text that is long enough to be looked at as a header of a database file, and is none'.repeat(20);
    const other = join(folder, 'notes.txt');
    writeFileSync(other, text);
    expect(() => openStore(other)).toThrow(/notes\.txt is not a Nightdesk database\. Name another file/);
    expect(readFileSync(other, 'utf8')).toBe(text);
  });

  it('refuses a database of a newer version', () => {
    openStore(file).close();
    const client = new Database(file);
    client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('future', 9e12);
    client.close();
    expect(() => openStore(file)).toThrow(/newer version of Nightdesk/);
  });

  it('waits for another program that holds the database, without blocking this one', async () => {
    const db = openDatabase(file);
    const other = new Database(file);
    other.prepare('begin immediate').run();
    let ticks = 0;
    const ticking = setInterval(() => (ticks += 1), 10);
    const writing = write(db, () => db.$client.prepare('select 7').pluck().get());
    await expect.poll(() => ticks).toBeGreaterThan(20);
    other.prepare('commit').run();
    expect(await writing).toBe(7);
    clearInterval(ticking);
    other.close();
    db.$client.close();
  });
});

describe('the lock', () => {
  it('is held by one process, and given back', async () => {
    const store = openStore(file);
    const lock = await store.lock('night', 0);
    expect(await store.lock('night', 0)).toEqual({ heldBy: process.pid });
    if ('release' in lock) await lock.release();
    expect(await store.lock('night', 0)).toHaveProperty('release');
    store.close();
  });

  it('is not kept by a process that is gone, nor by another process of the same number', async () => {
    const store = openStore(file);
    await store.lock('night', 0);
    const client = new Database(file);
    for (const [pid, boot] of [
      [4_000_000, 'some boot'],
      [process.pid, 'an earlier boot'],
    ]) {
      client.prepare('update lock set pid = ?, boot = ?').run(pid, boot);
      expect(await store.lock('night', 0)).toHaveProperty('release');
    }
    client.close();
    store.close();
  });
});
