import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rss, startBench, type Bench, type Ended } from '../fakes/bench.ts';
import { startOrigin, type Origin } from '../fakes/origin.ts';

let bench: Bench;
let origin: Origin;
beforeEach(async () => {
  bench = startBench();
  origin = await startOrigin();
  origin.page('/feed', { body: rss({ a: 'OpenAI releases a language model', b: 'A lab trains a neural network' }) });
  bench.configure(
    `contact: desk@example.org\npages: off\nsources:\n  - { url: "${origin.url}/feed", id: one, lang: en, allowPrivate: true }\n`,
  );
});
afterEach(async () => {
  await origin.close();
  bench.remove();
});

const isRoot = process.getuid?.() === 0;

/** Runs a command on another database file, as nobody when this is root: root may write anywhere. */
function asNobody(db: string, ...args: string[]): Promise<Ended> {
  const words = ['dist/nightdesk.js', ...args, '--db', db, '--feeds', bench.feeds];
  return new Promise((resolve) => {
    execFile(process.execPath, words, isRoot ? { uid: 65_534, gid: 65_534 } : {}, (error, out, log) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, log }),
    );
  });
}

describe('a database that cannot be used', () => {
  it('because it is none: says so, and leaves the file as it is', async () => {
    const notes = 'notes of a meeting, long enough to be taken for a header '.repeat(20);
    writeFileSync(bench.db, notes);
    const { code, log } = await bench.night();
    expect(code).toBe(1);
    expect(log).toContain('is not a Nightdesk database. Name another file with --db, or move it away.');
    expect(readFileSync(bench.db, 'utf8')).toBe(notes);
    expect((await bench.nightdesk('doctor')).out).toContain('WRONG');
  });

  it('because a newer version wrote it: says so', async () => {
    await bench.store(async () => {});
    const client = new Database(bench.db);
    client.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('future', 9e12);
    client.close();
    const { code, log } = await bench.night();
    expect({ code, log }).toEqual({ code: 1, log: expect.stringContaining('written by a newer version') as string });
  });

  it('because its folder may not be written: says so', async () => {
    const folder = join(bench.folder, 'readonly');
    mkdirSync(folder);
    chmodSync(folder, 0o555);
    chmodSync(bench.folder, 0o755);
    const { code, log } = await asNobody(join(folder, 'test.sqlite'), 'night', '--no-delay');
    expect(code).toBe(1);
    expect(log).toMatch(/cannot be (?:opened|written)\. Check/);
    expect(log).not.toContain('    at ');
  });
});

it('another program that holds the database delays a night, and neither freezes nor fails it', async () => {
  await bench.night();
  origin.page('/feed', { body: rss({ c: 'A third lab opens a model', d: 'A court rules on training data' }) });
  const other = new Database(bench.db);
  other.exec('begin immediate');
  const night = bench.nightdesk('night', '--no-delay', '--all', '--now', '2026-02-16T20:00:00Z');
  let ended = false;
  void night.then(() => (ended = true));
  await new Promise((resolve) => setTimeout(resolve, 5000));
  expect(ended).toBe(false);
  other.exec('rollback');
  other.close();
  const { code, out } = await night;
  expect({ code, out }).toEqual({ code: 0, out: '2026-02-16: 1 of 1 sources fine; 2 new items\n' });
});

it('a damaged page is told by doctor with the way out, and the backup brings everything back', async () => {
  await bench.night();
  const before = (await bench.nightdesk('export', '--to', 'json')).out;
  const file = openSync(bench.db, 'r+');
  const { size } = statSync(bench.db);
  for (let at = 4096; at < size; at += 4096) writeSync(file, Buffer.alloc(2000, 0x5a), 0, 2000, at);
  closeSync(file);
  const broken = await bench.night();
  expect(broken.code).toBe(1);
  expect(broken.log).toMatch(/is damaged\. "nightdesk doctor" tells what can be saved/);
  const told = await bench.nightdesk('doctor');
  expect(told.code).toBe(1);
  const way = /"nightdesk restore (\S+)" brings back/.exec(told.out)?.[1] ?? '';
  expect((await bench.nightdesk('restore', way)).code).toBe(0);
  expect((await bench.nightdesk('export', '--to', 'json')).out).toBe(before);
  expect((await bench.nightdesk('doctor')).out).not.toMatch(/WRONG .*sqlite/);
});

it('a backup restored into an empty folder gives the same bytes in every export', async () => {
  await bench.night();
  const copy = join(bench.folder, 'copy.sqlite');
  const elsewhere = join(bench.folder, 'empty', 'desk.sqlite');
  expect((await bench.nightdesk('backup', copy)).code).toBe(0);
  expect((await onOther(elsewhere, 'restore', copy)).code).toBe(0);
  for (const target of ['markdown', 'html', 'json']) {
    const [mine, theirs] = [
      await bench.nightdesk('export', '--to', target),
      await onOther(elsewhere, 'export', '--to', target),
    ];
    expect(mine.out.length).toBeGreaterThan(100);
    expect(theirs.out).toBe(mine.out);
  }
});

/** Runs a command on another database file. */
function onOther(db: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['dist/nightdesk.js', ...args, '--db', db], (error, out, log) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, log }),
    );
  });
}

const disk = join(tmpdir(), `nightdesk-small-disk-${process.pid}`);
const mounts =
  isRoot &&
  spawnSync('sh', ['-c', `mkdir -p ${disk} && mount -t tmpfs -o size=1500k tmpfs ${disk}`], { stdio: 'ignore' })
    .status === 0;

describe.skipIf(!mounts)('a full disk', () => {
  afterEach(() => {
    spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it('is told in a sentence; what was stored stays, and the next night goes on', async () => {
    const db = join(disk, 'test.sqlite');
    expect((await onOther(db, 'night', '--no-delay', '--feeds', bench.feeds)).code).toBe(0);
    const ballast = join(disk, 'ballast');
    spawnSync('dd', ['if=/dev/zero', `of=${ballast}`, 'bs=4k'], { stdio: 'ignore' });
    const more = Object.fromEntries(
      Array.from({ length: 300 }, (_, n) => [`new-${n}`, `Another lab of the ${n}th kind trains a neural network`]),
    );
    origin.page('/feed', { body: rss(more) });
    const full = await onOther(db, 'night', '--no-delay', '--all', '--feeds', bench.feeds);
    expect(full.code).toBe(1);
    expect(full.log).toMatch(/The disk that holds \S+ is full\. What was stored is safe; free some space/);
    rmSync(ballast);
    const kept = await onOther(db, 'items', '--jsonl');
    expect(kept.out.trim().split('\n')).toHaveLength(2);
    origin.page('/feed', { body: rss({ c: 'A third lab opens a language model' }) });
    expect((await onOther(db, 'night', '--no-delay', '--all', '--feeds', bench.feeds)).code).toBe(0);
    expect((await onOther(db, 'items', '--jsonl')).out.trim().split('\n')).toHaveLength(3);
  });
});
