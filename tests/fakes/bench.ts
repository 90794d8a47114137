import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LedgerRow } from '../../src/store/nights.ts';
import { openStore, type Store } from '../../src/store/store.ts';

/** How a command ended. */
export interface Ended {
  code: number | null;
  out: string;
  log: string;
}

/** A folder with a configuration and a database of its own, and the built product to work on them. */
export interface Bench {
  folder: string;
  db: string;
  feeds: string;
  configure(text: string): void;
  configuration(): string;
  /** Runs a command to its end; --db and --feeds are added. */
  nightdesk(...args: string[]): Promise<Ended>;
  /** A night at a fixed moment without delays. */
  night(...args: string[]): Promise<Ended>;
  /** Starts a command and leaves it running. */
  start(...args: string[]): ChildProcess;
  store<T>(work: (store: Store) => Promise<T>): Promise<T>;
  ledger(): Promise<Record<string, LedgerRow>>;
  remove(): void;
}

/** The moment of `night()`. */
export const NIGHT = '2026-02-15T20:00:00Z';

export function startBench(): Bench {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  const db = join(folder, 'test.sqlite');
  const feeds = join(folder, 'feeds.yaml');
  const words = (args: string[]): string[] => ['dist/nightdesk.js', ...args, '--db', db, '--feeds', feeds];
  const nightdesk = (...args: string[]): Promise<Ended> =>
    new Promise((resolve) => {
      execFile(process.execPath, words(args), { maxBuffer: 64e6 }, (error, out, log) => {
        resolve({ code: error === null ? 0 : typeof error.code === 'number' ? error.code : null, out, log });
      });
    });
  const store = async <T>(work: (opened: Store) => Promise<T>): Promise<T> => {
    const opened = openStore(db);
    try {
      return await work(opened);
    } finally {
      opened.close();
    }
  };
  return {
    folder,
    db,
    feeds,
    configure: (text) => writeFileSync(feeds, text),
    configuration: () => readFileSync(feeds, 'utf8'),
    nightdesk,
    night: (...args) => nightdesk('night', '--now', NIGHT, '--no-delay', ...args),
    start: (...args) => spawn(process.execPath, words(args), { stdio: 'pipe' }),
    store,
    ledger: () =>
      store(async ({ nights }) => {
        const night = (await nights.runs()).at(-1)?.night ?? '';
        return Object.fromEntries((await nights.ledger(night)).map((row) => [row.sourceId, row]));
      }),
    // Something that was ended may write a last file.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }),
  };
}

/** An RSS feed of items with these ids and titles. */
export function rss(items: Readonly<Record<string, string>>): string {
  const entries = Object.entries(items).map(
    ([id, title]) =>
      `<item><guid isPermaLink="false">${id}</guid><link>https://courier.example/${encodeURIComponent(id).slice(0, 80)}</link><title>${title}</title>` +
      `<description>${title}: what happened, told in one line.</description><pubDate>Sun, 15 Feb 2026 18:00:00 GMT</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>Courier</title>${entries.join('')}</channel></rss>`;
}
