import { Command } from 'commander';
import type { LedgerRow } from '../store/nights.ts';
import { withFiles, withStore, type FileOptions } from './context.ts';

/** `nightdesk ledger`: what a night asked and what was answered. */
export function ledgerCommand(): Command {
  return withFiles(new Command('ledger'))
    .description('Print the ledger of a night: every source, what it answered, and why.')
    .option('--night <date>', 'the night, as YYYY-MM-DD; the newest when missing')
    .option('--source <id>', 'one source only')
    .option('--json', 'one JSON object')
    .addHelpText('after', '\nExamples:\n  nightdesk ledger\n  nightdesk ledger --night 2026-02-15 --source bbc --json')
    .action(async (options: FileOptions & { night?: string; source?: string; json?: boolean }) => {
      await withStore(options, async (store) => {
        const runs = await store.nights.runs(options.night);
        const night = runs[0]?.night ?? options.night ?? null;
        const rows = night === null ? [] : await store.nights.ledger(night, options.source);
        const verdict = runs.at(-1)?.verdict ?? null;
        const hours = await store.nights.usualHours((rows[0]?.askedAt ?? 0) - HOURS_OF);
        if (options.json === true) {
          const sources = rows.map((row) => publicRow(row, hours.get(row.sourceId)));
          process.stdout.write(`${JSON.stringify({ night, runs: runs.length, verdict, sources })}\n`);
          return;
        }
        if (night === null) return void process.stdout.write('No night has run yet. "nightdesk night" runs one.\n');
        const { ledgerTable } = await import('./table.ts');
        process.stdout.write(`${ledgerTable(rows)}\n${night}: ${verdict ?? 'still running'}\n`);
      });
    });
}

/** The usual hour of publishing is that of the last month, in milliseconds. */
const HOURS_OF = 30 * 86_400_000;

function publicRow(row: LedgerRow, hour: number | undefined): Record<string, unknown> {
  const { sourceId: source, outcome, status, ms, bytes, cached, expected, got, updated, odd, diagnosis } = row;
  const asked = new Date(row.askedAt).toISOString();
  const answer = { outcome, status, ms, bytes, cached, expected, got, new: row.new, updated, odd, diagnosis };
  return { source, ...answer, asked, attempts: row.attempts, usualHour: hour === undefined ? null : clock(hour) };
}

/** 6.5 -> "06:30Z" */
function clock(hour: number): string {
  const minutes = Math.round(hour * 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}Z`;
}
