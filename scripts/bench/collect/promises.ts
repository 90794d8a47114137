import { join } from 'node:path';
import Database from 'better-sqlite3';
import { table } from '../../tables/write-table.ts';
import { measure } from './measure.ts';
import { collectCommand, CONCURRENCY, inFolder, startOrigin } from './web.ts';

const FEEDS = 200;
const LATENCY_MS = 300;
/** Of a hundred feeds. */
const HANGING = 5;
/** The rest of a night may take so many times what it takes without feeds that hang. */
const AS_FAST = 1.25;

type Row = [promise: string, measured: string, limit: string, holds: string];

/** What a collection promises beside its cost, each with its limit. Markdown. */
export async function promiseTable(): Promise<string[]> {
  const rows = [...(await unchangedNight()), ...(await slowWeb()), await hangingFeeds()];
  return table([`promise, at ${FEEDS} feeds`, 'measured', 'limit', 'holds'], rows);
}

/** The night after the first: nothing is moved, and no row of an item is touched. */
async function unchangedNight(): Promise<Row[]> {
  const web = await startOrigin(FEEDS);
  try {
    return await inFolder(web, FEEDS, async (folder) => {
      await measure(collectCommand(folder));
      const written = countWrites(join(folder, 'db.sqlite'));
      await web.stats();
      await measure(collectCommand(folder));
      const { documents, bytes } = await web.stats();
      return [
        row('feed bodies moved in an unchanged night', documents, 0),
        row('bytes of them', bytes, 0),
        row('rows of items written in it', written(), 0),
      ];
    });
  } finally {
    web.stop();
  }
}

/** Counts, by triggers in the file, what is written to the table of items from now on. */
function countWrites(file: string): () => number {
  const run = <T>(work: (db: Database.Database) => T): T => {
    const db = new Database(file);
    try {
      return work(db);
    } finally {
      db.close();
    }
  };
  run((db) => {
    db.exec('create table bench_write (what text)');
    for (const what of ['insert', 'update', 'delete'])
      db.exec(
        `create trigger bench_${what} after ${what} on item begin insert into bench_write values ('${what}'); end`,
      );
  });
  return () => run((db) => Number(db.prepare('select count(*) from bench_write').pluck().get()));
}

/** Every answer takes its time, and the requests under way at once share it. */
async function slowWeb(): Promise<Row[]> {
  const web = await startOrigin(FEEDS, LATENCY_MS);
  try {
    return await inFolder(web, FEEDS, async (folder) => {
      const limit = (1.5 * Math.ceil(FEEDS / CONCURRENCY) * LATENCY_MS) / 1000 + 1;
      const rows: Row[] = [];
      for (const night of ['cold', 'unchanged']) {
        const { wallMs } = await measure(collectCommand(folder));
        rows.push(row(`seconds, ${night}, when every answer takes ${LATENCY_MS} ms`, wallMs / 1000, limit));
      }
      return rows;
    });
  } finally {
    web.stop();
  }
}

/** Feeds that hang until they are given up: from the first request to the last answer of the others. */
async function hangingFeeds(): Promise<Row> {
  const spans: number[] = [];
  for (const hanging of [0, HANGING]) {
    const web = await startOrigin(FEEDS, LATENCY_MS, hanging);
    try {
      const more = 'net: { timeoutMs: 5000, retries: 0 }\n';
      await inFolder(web, FEEDS, (folder) => measure(collectCommand(folder)), more);
      spans.push((await web.stats()).span / 1000);
    } finally {
      web.stop();
    }
  }
  const [without = Number.NaN, beside = Number.NaN] = spans;
  const what = `seconds until all others have answered, when ${HANGING} % of the feeds hang (${without.toFixed(2)} without them)`;
  return row(what, beside, without * AS_FAST);
}

function row(promise: string, measured: number, limit: number): Row {
  const show = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(2));
  return [promise, show(measured), `at most ${show(limit)}`, measured <= limit ? 'yes' : 'NO'];
}
