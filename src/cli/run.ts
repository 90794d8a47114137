import { setMaxListeners } from 'node:events';
import { setFlagsFromString } from 'node:v8';
import type { Config } from '../config.ts';
import type { NightContext, OfferedLists } from '../night/context.ts';
import type { NightOptions, NightSummary } from '../night/collection.ts';
import type { LedgerRow, RunKind } from '../store/nights.ts';
import { clockFrom, withStore, type FileOptions } from './context.ts';
import { readKnownConfig } from './known-config.ts';
import { toldProgress } from './told-progress.ts';
import type { PagePool } from './workers.ts';
import { say, type Sentence } from '../text/said.ts';

/** What `night`, `collect` and the scheduler have in common. */
export interface RunOptions extends FileOptions {
  now?: string;
  /** commander's form of --no-delay: false when it was given. */
  delay: boolean;
  all?: boolean;
  late?: boolean;
  concurrency?: number;
  /** When late sources are asked again; the scheduler knows, and nobody else. */
  again?: Sentence;
}

/**
 * How much V8's heap may grow, in per cent, before it is swept. V8 would let it grow to four times of what is in use, which
 * costs a third more memory and, as new memory is dear, no less time; half of that sweeps too often.
 */
const HEAP_GROWTH = 100;

/**
 * By how much the young generation grows at a time. V8 doubles it, from one megabyte to sixteen, and moves what a few more
 * feeds would have let go of into the old one meanwhile.
 */
const YOUNG_GROWTH = 8;

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
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH}`);
  setFlagsFromString(`--semi-space-growth-factor=${YOUNG_GROWTH}`);
  const config = await readKnownConfig(options);
  if (config.contact === '')
    process.stderr.write(
      `${options.feeds} names no contact: sites cannot reach you and may block you. Put a mail address or page there.\n`,
    );
  try {
    return await withStore(options, async (store) => {
      const lock = await store.lock('night', clockFrom(options.now)());
      if ('heldBy' in lock) return { is: 'busy', pid: lock.heldBy };
      try {
        return { is: 'done', ...(await runLocked(config, store, options, kind, stages)) };
      } finally {
        await lock.release();
      }
    });
  } catch (error) {
    if (kind === 'night') await (await import('./message.ts')).tellFailure(config, error);
    throw error;
  }
}

async function runLocked(
  config: Config,
  store: NightContext['store'],
  options: RunOptions,
  kind: RunKind,
  stages: (context: NightContext, options: NightOptions) => Promise<NightSummary>,
): Promise<{ summary: NightSummary; rows: readonly LedgerRow[] }> {
  const { PagePool } = await import('./workers.ts');
  const pages = new PagePool(PAGE_WORKERS);
  const context = await contextFor(config, store, options, kind, pages);
  const stop = new AbortController();
  // Every request under way listens to it.
  setMaxListeners(0, stop.signal);
  const end = (): void => stop.abort();
  process.once('SIGTERM', end).once('SIGINT', end);
  // A collection tells nobody anything, and does not load what would.
  const message = kind === 'night' ? await import('./message.ts') : null;
  const before = (await message?.printedTitles(store)) ?? new Map<number, string>();
  try {
    const summary = await stages(
      { ...context, signal: stop.signal },
      { all: options.all ?? false, late: options.late ?? false },
    );
    const rows = await store.nights.ledger(context.night);
    // The night is stored by now: a writer that fails or is slow delays nothing.
    if (message !== null && !stop.signal.aborted) await letWrite(store, config, options, context.now);
    if (message !== null && !stop.signal.aborted) await message.tellMorning(config, store, { summary, before });
    return { summary, rows };
  } finally {
    process.off('SIGTERM', end).off('SIGINT', end);
    await Promise.all([context.client.close(), pages.close()]);
  }
}

/** Drafts by the writer that the environment names, if any; what goes wrong with it is a line of the log. */
async function letWrite(
  store: NightContext['store'],
  config: Config,
  { feeds }: RunOptions,
  now: () => number,
): Promise<void> {
  if (process.env['NIGHTDESK_WRITER_URL'] === undefined || (await store.issues.open()) === null) return;
  try {
    const { writeWithWriter, writingLine } = await import('./writing.ts');
    const done = await writeWithWriter(store, config, { feeds, now });
    if (done !== null) process.stderr.write(`${writingLine(done, config)}\n`);
  } catch (error) {
    process.stderr.write(`The writer failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}

async function contextFor(
  config: Config,
  store: NightContext['store'],
  options: RunOptions,
  kind: RunKind,
  pages: PagePool,
): Promise<Omit<NightContext, 'signal'>> {
  const [{ clientFor }, { createProgress }, { nightOf }, { isOfThisNight }, { resolveSecrets }] = await Promise.all([
    import('./client.ts'),
    import('./progress.ts'),
    import('../night/context.ts'),
    import('../night/due.ts'),
    import('../net/secrets.ts'),
  ]);
  const now = clockFrom(options.now);
  // A pass over late sources belongs to the night that asked them, also when midnight lies between.
  const newest = options.late === true ? (await store.nights.runs()).at(-1) : undefined;
  const goesOn = newest !== undefined && isOfThisNight(newest.startedAt, now());
  const night = goesOn ? newest.night : nightOf(now(), config.timezone);
  const began = (await store.nights.runs(night))[0]?.startedAt ?? now();
  const run = await store.nights.begin(night, kind, now());
  return {
    config,
    store,
    now,
    secrets: (headers) => resolveSecrets(headers, process.env),
    night,
    again: options.again ?? say('wait.later'),
    // A collection fills no list.
    template: kind === 'collect' ? { lists: [], own: null } : await readTemplate(config),
    client: clientFor(config, { now, noDelay: !options.delay, db: options.db, concurrency: options.concurrency }),
    progress: toldProgress(await createProgress(), (far) => store.nights.tell(run, far)),
    extract: (page) => pages.read(page),
    began,
    run,
  };
}

async function readTemplate(config: Config): Promise<OfferedLists> {
  return (await import('./template.ts')).offeredLists(config.issue.template);
}
