import { Command } from 'commander';
import { readConfig, withFiles, withStore, type FileOptions } from './context.ts';

/** Hours after a night at which the sources that were late or failed are asked again. */
const LATE_AFTER_HOURS = [1, 3, 6] as const;
const HOUR = 3_600_000;

/** `nightdesk schedule`: runs the nights at their times, until it is stopped. */
export function scheduleCommand(): Command {
  return withFiles(new Command('schedule'))
    .description('Run the night at its time, catch up on one that was missed, and ask again those that were late.')
    .addHelpText('after', '\nExample:\n  nightdesk schedule --feeds feeds.yaml')
    .action(schedule);
}

/** `nightdesk start`: a night at once, then the scheduler. */
export function startCommand(): Command {
  return withFiles(new Command('start'))
    .description('Run a night now, then go on as the scheduler.')
    .addHelpText('after', '\nExample:\n  nightdesk start')
    .action(async (options: FileOptions) => {
      await night(options, 'night');
      await schedule(options);
    });
}

async function schedule(options: FileOptions): Promise<void> {
  const cron = await import('node-cron');
  const config = await readConfig(options);
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort()).once('SIGINT', () => stop.abort());
  if (await wasMissed(options)) {
    say('A night was missed; it runs now.');
    await night(options, 'night');
  }
  const timers = new Set<NodeJS.Timeout>();
  const task = cron.schedule(
    config.schedule,
    async () => {
      await night(options, 'night');
      for (const hours of LATE_AFTER_HOURS) timers.add(setTimeout(() => void night(options, 'late'), hours * HOUR));
    },
    { timezone: config.timezone, noOverlap: true },
  );
  say(`The next night runs at ${task.getNextRun()?.toISOString() ?? config.schedule}.`);
  await new Promise<void>((resolve) => {
    if (stop.signal.aborted) resolve();
    stop.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await task.stop();
  for (const timer of timers) clearTimeout(timer);
}

/** Whether the last night that the schedule called for never began: the machine was off, or the service was. */
async function wasMissed(options: FileOptions): Promise<boolean> {
  const { CronExpressionParser } = await import('cron-parser');
  const { schedule: expression, timezone } = await readConfig(options);
  const due = CronExpressionParser.parse(expression, { tz: timezone }).prev().getTime();
  return withStore(options, async (store) => (await store.nights.lastFinished('night'))?.startedAt ?? 0).then(
    (startedAt) => startedAt < due,
  );
}

/** One night; its failure is told and never ends the service. */
async function night(options: FileOptions, kind: 'night' | 'late'): Promise<void> {
  const [{ runUnderLock }, { runNight }, { explainFailure }] = await Promise.all([
    import('./run.ts'),
    import('../night/night.ts'),
    import('./failure.ts'),
  ]);
  try {
    const end = await runUnderLock({ ...options, delay: true, late: kind === 'late' }, kind, runNight);
    say(
      end.is === 'busy'
        ? `Another night is running (process ${end.pid}).`
        : `${end.summary.night}: ${end.summary.verdict}`,
    );
  } catch (error) {
    explainFailure(error);
  }
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
