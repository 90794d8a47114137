import { Command, Option } from 'commander';
import type { Label } from './read-papers.ts';

interface Options {
  candidates: readonly string[];
  picks: readonly string[];
  editor: Label;
  signals?: 'hf';
  from?: string;
  to?: string;
}

/** `nightdesk backtest papers`: ranks each week's papers as a night would, having learned from earlier weeks only. */
export function backtestPapersCommand(): Command {
  return new Command('papers')
    .description('Rank saved weeks of papers, each learned from the weeks before it alone.')
    .requiredOption(
      '--candidates <files...>',
      'JSON Lines {week,id,title,abstract,authors,categories,comment?}, plain or gzip; repeats',
    )
    .requiredOption('--picks <files...>', 'JSON Lines {id,editor,date,upvotes?}, plain or gzip; repeats')
    .addOption(new Option('--editor <label>', 'whose picks to rank for').choices(['dair', 'any']).default('dair'))
    .addOption(new Option('--signals <name>', "the readers' votes of the same week as an input").choices(['hf']))
    .option('--from <week>', 'first week to rank, as 2025-W27')
    .option('--to <week>', 'last week to rank')
    .addHelpText(
      'after',
      '\nWrites {"week","id","rank","score"} a line, best first. To rank a week, only candidates of earlier weeks and\n' +
        'picks public before its Monday are learned from.\n\n' +
        'Example:\n  nightdesk backtest papers --candidates weeks.jsonl.gz --picks picks.jsonl.gz > ranking.jsonl',
    )
    .action(async (options: Options) => {
      const [{ replayPapers }, { writeJsonLine }] = await Promise.all([
        import('./replay-papers.ts'),
        import('../io.ts'),
      ]);
      for await (const row of replayPapers(options)) await writeJsonLine(row);
    });
}
