import { Command } from 'commander';
import { isoMoment, wholeNumber, withFiles } from './context.ts';
import type { RunEnd, RunOptions } from './run.ts';

/** `nightdesk night`: one night over all sources, from collection to the open issue. */
export function nightCommand(): Command {
  return withRunOptions(new Command('night'))
    .description('Read every source that is due, group and rank what they brought, and fill the open issue.')
    .option('--late', 'ask only the sources that were late or failed')
    .option('--json', 'print one JSON object at the end')
    .addHelpText(
      'after',
      `
A second run of a night asks only sources that failed, were late or are due again. Exits 0 when at least one source
answered or when another night is running, 1 when none did.

Examples:
  nightdesk night
  nightdesk night --late --json
  nightdesk night --now 2024-08-22T05:00:00+09:00 --all`,
    )
    .action(async (options: RunOptions & { json?: boolean }) => {
      const [{ runUnderLock }, { runNight }] = await Promise.all([import('./run.ts'), import('../night/night.ts')]);
      const end = await runUnderLock(options, options.late === true ? 'late' : 'night', runNight);
      await report(end, options);
    });
}

/** `nightdesk collect`: the first half of a night. */
export function collectCommand(): Command {
  return withRunOptions(new Command('collect'))
    .description('Read every source that is due and store its items; no grouping, no ranking.')
    .option('--concurrency <n>', 'requests under way at once', wholeNumber(1))
    .option('--json', 'print one JSON object at the end')
    .addHelpText('after', '\nExample:\n  nightdesk collect --concurrency 32')
    .action(async (options: RunOptions & { json?: boolean }) => {
      const [{ runUnderLock }, { runCollect }] = await Promise.all([
        import('./run.ts'),
        import('../night/collection.ts'),
      ]);
      await report(await runUnderLock(options, 'collect', runCollect), options);
    });
}

function withRunOptions(command: Command): Command {
  return withFiles(command)
    .option('--now <moment>', 'set the clock, which then ticks on', isoMoment)
    .option('--no-delay', 'no delay and no limit a host, for sources with allowPrivate only')
    .option('--all', 'ask every source, also those asked already');
}

async function report(end: RunEnd, { json }: { json?: boolean }): Promise<void> {
  if (end.is === 'busy') {
    process.stderr.write(`Another night is running (process ${end.pid}); nothing to do.\n`);
    return;
  }
  const { summary, rows } = end;
  const { ledgerTable } = await import('./table.ts');
  process.stderr.write(`\n${ledgerTable(rows)}\n\n`);
  for (const note of summary.notes) process.stderr.write(`${note}\n`);
  if (json === true) process.stdout.write(`${JSON.stringify(summary)}\n`);
  else process.stdout.write(`${summary.night}: ${summary.verdict}\n`);
  const { ok, late, asked } = summary.sources;
  if (asked > 0 && ok + late === 0) process.exitCode = 1;
}
