import { Command } from 'commander';
import { readConfig, withFiles, withStore, type FileOptions } from './context.ts';
import type { Past } from './due.ts';

/** `nightdesk schedule`: runs the nights at their times, until it is stopped. */
export function scheduleCommand(): Command {
  return withFiles(new Command('schedule'))
    .description('Run the night at its time, catch up on one that was missed, and ask again those that were late.')
    .option('--at-once', 'run a night now, whether one is due or not')
    .addHelpText(
      'after',
      `
Every minute it looks whether a night or a pass over late sources is due by feeds.yaml, which is read anew: a change of
hour or zone needs no restart. SIGTERM ends it within seconds, also in the middle of a night.

Example:
  nightdesk schedule --feeds feeds.yaml`,
    )
    .action((options: FileOptions & { atOnce?: true }) => schedule(options, options.atOnce === true));
}

async function schedule(options: FileOptions, atOnce: boolean): Promise<void> {
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort()).once('SIGINT', () => stop.abort());
  // Begun by `start`: when that is gone, nobody is left to stop it.
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel?.unref();
  const { nextDue } = await import('./due.ts');
  const config = await readConfig(options);
  if (atOnce) await run(options, 'night');
  if (stop.signal.aborted) return;
  const look = lookout(options);
  const [cron] = await Promise.all([import('node-cron'), look()]);
  if (stop.signal.aborted) return;
  say(`The next night runs at ${new Date(nextDue(config, Date.now())).toISOString()}.`);
  const task = cron.schedule('* * * * *', look, { timezone: config.timezone, noOverlap: true });
  await new Promise<void>((resolve) => stop.signal.addEventListener('abort', () => resolve(), { once: true }));
  await task.stop();
}

/**
 * Looks whether something is due and runs it. What failed by itself is tried again when the next thing is due, not every
 * minute; a new process tries it at once.
 */
function lookout(options: FileOptions): () => Promise<void> {
  let answered = 0;
  return async () => {
    try {
      const { lastCall, whatIsDue } = await import('./due.ts');
      const config = await readConfig(options);
      const now = Date.now();
      const call = lastCall(config, now);
      if (call === answered) return;
      answered = call;
      const kind = whatIsDue(config, now, await pastOf(options));
      if (kind === 'night' || (kind === 'late' && (await hasOpenSources(options)))) await run(options, kind);
    } catch (error) {
      const { explainFailure } = await import('./failure.ts');
      explainFailure(error);
    }
  };
}

function pastOf(options: FileOptions): Promise<Past> {
  return withStore(options, async (store) => ({
    nights: await store.nights.finished('night'),
    passes: await store.nights.finished('late'),
  }));
}

/** Whether the newest night has a source that may still answer. */
function hasOpenSources(options: FileOptions): Promise<boolean> {
  return withStore(options, async (store) => {
    const night = (await store.nights.runs()).at(-1)?.night;
    const rows = night === undefined ? [] : await store.nights.ledger(night);
    return rows.some(({ outcome }) => outcome === 'late' || outcome === 'failed');
  });
}

/** One night; its failure is told and never ends the service. */
async function run(options: FileOptions, kind: 'night' | 'late'): Promise<void> {
  const [{ runUnderLock }, { runNight }, { explainFailure }, { nextAsking }] = await Promise.all([
    import('./run.ts'),
    import('../night/night.ts'),
    import('./failure.ts'),
    import('./due.ts'),
  ]);
  try {
    const again = nextAsking(await readConfig(options), Date.now());
    const end = await runUnderLock({ ...options, delay: true, late: kind === 'late', again }, kind, runNight);
    say(
      end.is === 'busy'
        ? `Another night is running (process ${end.pid}).`
        : [`${end.summary.night}: ${end.summary.verdict}`, ...end.summary.notes].join('\n'),
    );
  } catch (error) {
    explainFailure(error);
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
