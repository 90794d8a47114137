import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { InvalidArgumentError, type Command } from 'commander';
import type { Config } from '../config.ts';
import type { Instant } from '../model.ts';
import type { Store } from '../store/store.ts';

/** Options that every command with a store takes. */
export interface FileOptions {
  db: string;
  feeds: string;
}

/** The checkout: files are found from here, whatever folder a command is started in. */
export const ROOT = projectRoot();

export function withFiles(command: Command): Command {
  return command
    .option('--db <file>', 'the database file', join(ROOT, 'db', 'nightdesk.sqlite'))
    .option('--feeds <file>', 'the configuration', join(ROOT, 'feeds.yaml'));
}

export async function readConfig(options: Pick<FileOptions, 'feeds'>): Promise<Config> {
  const { loadConfig } = await import('../config.ts');
  return loadConfig(options.feeds);
}

/**
 * Opens the store for one command and closes it after, also when the command fails. What goes wrong with the file on the
 * way (a full disk, a damaged page) is thrown as StoreError, with what to do.
 */
export async function withStore<T>(options: Pick<FileOptions, 'db'>, work: (store: Store) => Promise<T>): Promise<T> {
  const [{ openStore }, { asStoreError }, { patiently }] = await Promise.all([
    import('../store/store.ts'),
    import('../store/open.ts'),
    import('../store/write.ts'),
  ]);
  const store = await patiently(() => openStore(options.db));
  try {
    return await work(store);
  } catch (error) {
    throw asStoreError(error, options.db);
  } finally {
    store.close();
  }
}

/** Parses `--now`; the clock then ticks on from there. */
export function clockFrom(now: string | undefined): () => Instant {
  if (now === undefined) return Date.now;
  const start = Date.parse(now);
  const started = performance.now();
  return () => Math.round(start + performance.now() - started);
}

/** For commander: an ISO moment with a zone ("2024-08-22T05:00:00Z"); a bare date or local time would depend on TZ. */
export function isoMoment(text: string): string {
  if (!/T.*(?:Z|[+-]\d\d:?\d\d)$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('Give a moment with its zone, such as 2024-08-22T05:00:00Z.');
  return text;
}

/** For commander: a whole number of at least `least`. */
export function wholeNumber(least: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (!Number.isInteger(value) || value < least) throw new InvalidArgumentError(`Give a whole number from ${least}.`);
    return value;
  };
}

function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
