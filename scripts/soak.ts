/**
 * Many nights in one process, as the scheduler runs them, over many small feeds whose items, sources and troubles change
 * from night to night: memory must stay where it was, and the database sound.
 *
 *   node --expose-gc --import tsx scripts/soak.ts [--feeds 1000] [--items 2] [--nights 30]
 */
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runUnderLock } from '../src/cli/run.ts';
import { runNight } from '../src/night/night.ts';
import { check } from '../src/store/backup.ts';
import { startChurningWeb } from './soak/web.ts';

const DAY = 86_400_000;
const FIRST = Date.parse('2026-02-15T20:00:00Z');
/** Memory at the last night may differ from that at this one by a tenth. */
const SETTLED = 3;

interface Night {
  night: number;
  verdict: string;
  ms: number;
  /** Megabytes: of the whole process at the most, of it after the night, and of living objects after the night. */
  peak: number;
  after: number;
  heap: number;
  /** Megabytes of the database, and what SQLite finds wrong with it. */
  db: number;
  problems: readonly string[];
}

const { values } = parseArgs({
  options: {
    feeds: { type: 'string', default: '1000' },
    items: { type: 'string', default: '2' },
    nights: { type: 'string', default: '30' },
  },
});
const collectGarbage = globalThis.gc;
if (collectGarbage === undefined) throw new Error('run it with node --expose-gc');

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-soak-'));
const files = { db: join(folder, 'soak.sqlite'), feeds: join(folder, 'feeds.yaml') };
const web = await startChurningWeb(Number(values.feeds), Number(values.items));
const nights: Night[] = [];
console.log('| night | s | peak MB | after MB | living MB | database MB | sound | verdict |');
console.log('|---:|---:|---:|---:|---:|---:|---|---|');
try {
  for (let night = 1; night <= Number(values.nights); night++) {
    web.setNight(night);
    writeFileSync(files.feeds, web.feedsYaml());
    const row = await oneNight(night);
    nights.push(row);
    const { verdict, ms, peak, after, heap, db, problems } = row;
    const figures = [night, (ms / 1000).toFixed(1), peak, after, heap, db.toFixed(1)].join(' | ');
    console.log(`| ${figures} | ${problems.length === 0 ? 'yes' : problems.join('; ')} | ${verdict} |`);
  }
} finally {
  await web.close();
  rmSync(folder, { recursive: true });
}
judge();

async function oneNight(night: number): Promise<Night> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, megabytes(process.memoryUsage.rss()))), 20);
  const now = new Date(FIRST + night * DAY).toISOString();
  const end = await runUnderLock({ ...files, now, delay: false }, 'night', runNight);
  clearInterval(watch);
  if (end.is === 'busy') throw new Error('another night is running');
  await collectGarbage?.({ execution: 'async' });
  const { rss, heapUsed } = process.memoryUsage();
  const { verdict, ms } = end.summary;
  const memory = { peak, after: megabytes(rss), heap: megabytes(heapUsed) };
  return { night, verdict, ms, ...memory, db: statSync(files.db).size / 1e6, problems: check(files.db) };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6);
}

function judge(): void {
  if (nights.some(({ problems }) => problems.length > 0)) process.exitCode = 1;
  const [early, late] = [nights[SETTLED - 1], nights.at(-1)];
  if (early === undefined || late === undefined || late.night <= SETTLED) return;
  for (const measure of ['peak', 'after', 'heap'] as const) {
    const change = (100 * (late[measure] - early[measure])) / early[measure];
    console.log(`${measure}: night ${late.night} against night ${SETTLED}: ${change.toFixed(1)} %`);
    if (change > 10) process.exitCode = 1;
  }
}
