import { setMaxListeners } from 'node:events';
import type { Config } from '../config.ts';
import type { NightContext } from '../night/context.ts';
import type { NightOptions, NightSummary } from '../night/night.ts';
import type { LedgerRow, RunKind } from '../store/nights.ts';
import { clockFrom, readConfig, withStore, type FileOptions } from './context.ts';
import { printedTitles, tellMorning } from './message.ts';
import { offeredLists } from './template.ts';

/** What `night`, `collect` and the scheduler have in common. */
export interface RunOptions extends FileOptions {
  now?: string;
  /** commander's form of --no-delay: false when it was given. */
  delay: boolean;
  all?: boolean;
  late?: boolean;
  concurrency?: number;
}

/** Pages are read by this many threads: two keep both cores of a small machine busy. */
const PAGE_WORKERS = 2;

/** How a run ended. `busy` names the process that is running a night already. */
export type RunEnd = { is: 'done'; summary: NightSummary; rows: readonly LedgerRow[] } | { is: 'busy'; pid: number };

/** Runs a night or a collection under the lock, with a clean end on SIGTERM and SIGINT. */
export async function runUnderLock(
  options: RunOptions,
  kind: RunKind,
  stages: (context: NightContext, options: NightOptions) => Promise<NightSummary>,
): Promise<RunEnd> {
  const config = await readConfig(options);
  if (config.contact === '')
    process.stderr.write(
      `${options.feeds} names no contact: sites cannot reach you and may block you. Put a mail address or page there.\n`,
    );
  const now = clockFrom(options.now);
  return withStore(options, async (store) => {
    const lock = await store.lock('night', now());
    if ('heldBy' in lock) return { is: 'busy', pid: lock.heldBy };
    const context = await contextFor(config, store, options, kind);
    const stop = new AbortController();
    // Every request under way listens to it.
    setMaxListeners(0, stop.signal);
    const end = (): void => stop.abort();
    process.once('SIGTERM', end).once('SIGINT', end);
    const before = await printedTitles(store);
    try {
      const summary = await stages(
        { ...context, signal: stop.signal },
        { all: options.all ?? false, late: options.late ?? false },
      );
      const rows = await store.nights.ledger(context.night);
      if (kind === 'night' && !stop.signal.aborted) await tellMorning(config, store, { summary, rows, before });
      return { is: 'done', summary, rows };
    } finally {
      process.off('SIGTERM', end).off('SIGINT', end);
      await context.client.close();
      await lock.release();
    }
  });
}

async function contextFor(
  config: Config,
  store: NightContext['store'],
  options: RunOptions,
  kind: RunKind,
): Promise<Omit<NightContext, 'signal'>> {
  const [{ clientFor }, { createProgress }, { nightOf }, { PagePool }, { resolveSecrets }] = await Promise.all([
    import('./client.ts'),
    import('./progress.ts'),
    import('../night/context.ts'),
    import('./workers.ts'),
    import('../net/secrets.ts'),
  ]);
  const now = clockFrom(options.now);
  const pages = new PagePool(PAGE_WORKERS);
  const night = nightOf(now(), config.timezone);
  return {
    config,
    store,
    now,
    secrets: (headers) => resolveSecrets(headers, process.env),
    night,
    template: offeredLists(config.issue.template),
    client: clientFor(config, { now, noDelay: !options.delay, db: options.db, concurrency: options.concurrency }),
    progress: createProgress(),
    extract: (page) => pages.read(page),
    began: (await store.nights.runs(night))[0]?.startedAt ?? now(),
    run: await store.nights.begin(night, kind, now()),
  };
}
