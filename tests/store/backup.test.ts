import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check, newestBackup, restoreFrom } from '../../src/store/backup.ts';
import { openStore } from '../../src/store/store.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  file = join(folder, 'test.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

const decision = {
  story: 1,
  action: 'keep',
  editor: 'ana',
  at: 1,
  why: 'matters',
  takenOn: { title: 'A title' },
} as const;

describe('backups', () => {
  it('bring back what was decided, into an empty folder', async () => {
    const store = openStore(file);
    await store.decisions.add(decision);
    await store.backup(join(folder, 'copy.sqlite'));
    store.close();
    const elsewhere = join(folder, 'new', 'place.sqlite');
    expect(restoreFrom(join(folder, 'copy.sqlite'), elsewhere)).toBeNull();
    const restored = openStore(elsewhere);
    expect(await restored.decisions.inForce()).toMatchObject([decision]);
    restored.close();
  });

  it('carry the pictures in the one file', async () => {
    const store = openStore(file);
    const name = store.figures.keep(Buffer.from('a picture'), 'image/png');
    await store.backup(join(folder, 'stick', 'copy.sqlite'));
    store.close();
    expect(readdirSync(join(folder, 'stick'))).toEqual(['copy.sqlite']);
    const elsewhere = join(folder, 'new', 'place.sqlite');
    restoreFrom(join(folder, 'stick', 'copy.sqlite'), elsewhere);
    const restored = openStore(elsewhere);
    expect(restored.figures.read(name)?.toString()).toBe('a picture');
    restored.close();
  });

  it('of the nights share one copy of each picture', async () => {
    const store = openStore(file);
    const name = store.figures.keep(Buffer.from('a picture'), 'image/png');
    for (const night of ['2026-02-14', '2026-02-15']) await store.nightlyBackup(night, 2);
    store.close();
    expect(readdirSync(join(folder, 'backups', 'figures'))).toEqual([name]);
    const elsewhere = join(folder, 'new', 'place.sqlite');
    restoreFrom(join(folder, 'backups', 'test-2026-02-15.sqlite'), elsewhere);
    const restored = openStore(elsewhere);
    expect(restored.figures.read(name)?.toString()).toBe('a picture');
    restored.close();
  });

  it('are written while somebody else writes', async () => {
    const store = openStore(file);
    const other = openStore(file);
    await Promise.all([
      store.backup(join(folder, 'copy.sqlite')),
      ...Array.from({ length: 20 }, () => other.decisions.add(decision)),
    ]);
    expect(check(join(folder, 'copy.sqlite'))).toEqual([]);
    store.close();
    other.close();
  });

  it('move aside what stands in their place, and lose nothing of it', async () => {
    const store = openStore(file);
    await store.backup(join(folder, 'copy.sqlite'));
    await store.decisions.add(decision);
    store.close();
    const aside = restoreFrom(join(folder, 'copy.sqlite'), file);
    const old = openStore(aside ?? '');
    expect(await old.decisions.inForce()).toHaveLength(1);
    old.close();
    const now = openStore(file);
    expect(await now.decisions.inForce()).toEqual([]);
    now.close();
  });

  it('are refused when they are damaged, and nothing is touched', async () => {
    const store = openStore(file);
    await store.decisions.add(decision);
    store.close();
    const before = readFileSync(file);
    const broken = join(folder, 'broken.sqlite');
    writeFileSync(broken, before.subarray(0, 9000));
    expect(() => restoreFrom(broken, file)).toThrow(/broken\.sqlite is damaged and was not restored/);
    expect(readFileSync(file).equals(before)).toBe(true);
    expect(readdirSync(folder).filter((name) => name.includes('before-restore'))).toEqual([]);
  });

  it('of the nights are kept in a number, the newest ones', async () => {
    const store = openStore(file);
    for (const night of ['2026-02-14', '2026-02-15', '2026-02-16']) await store.nightlyBackup(night, 2);
    store.close();
    const backups = join(folder, 'backups');
    expect(readdirSync(backups).toSorted()).toEqual(['test-2026-02-15.sqlite', 'test-2026-02-16.sqlite']);
    expect(newestBackup(backups)).toBe(join(backups, 'test-2026-02-16.sqlite'));
  });

  it('leave no half-written file when the folder cannot be written', async () => {
    const store = openStore(file);
    writeFileSync(join(folder, 'occupied'), '');
    await expect(store.backup(join(folder, 'occupied', 'copy.sqlite'))).rejects.toThrow(/The backup was not written/);
    expect(existsSync(join(folder, 'occupied', 'copy.sqlite'))).toBe(false);
    store.close();
  });
});
