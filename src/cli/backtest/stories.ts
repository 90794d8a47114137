import { Command } from 'commander';

/** `nightdesk backtest stories`: groups saved rows into stories as a night would. */
export function backtestStoriesCommand(): Command {
  return new Command('stories')
    .description('Group saved titles into stories, in order of arrival, with the configuration that ships.')
    .requiredOption(
      '--items <file>',
      'JSON Lines {id,title,url?,publisher?,published?/seen?,summary?,stream?}, plain or gzip; "-" reads standard input',
    )
    .option('--earlier <file>', 'titles of earlier nights, to learn from what words are common; repeats', collect, [])
    .addHelpText(
      'after',
      '\nWrites {"id","story"} a line. Rows of different streams are nights that know nothing of each other.\n\n' +
        'Example:\n  nightdesk backtest stories --items night.jsonl --earlier last-month.jsonl.gz > predicted.jsonl',
    )
    .action(async ({ items, earlier }: { items: string; earlier: readonly string[] }) => {
      const [{ replayStories }, { writeJsonLine }] = await Promise.all([
        import('./replay-stories.ts'),
        import('../io.ts'),
      ]);
      for (const row of await replayStories(items, earlier)) await writeJsonLine(row);
    });
}

function collect(value: string, previous: readonly string[]): string[] {
  return [...previous, value];
}
