import { Command } from 'commander';

/** `nightdesk backtest urls`: whether two addresses are one article, pair by pair. */
export function backtestUrlsCommand(): Command {
  return new Command('urls')
    .description('Say of each pair of addresses whether they are one article, without the network.')
    .requiredOption('--pairs <file>', 'JSON Lines {"id","a","b"}, plain or gzip; "-" reads standard input')
    .addHelpText(
      'after',
      '\nWrites {"id","same":0|1} a line.\n\nExample:\n  nightdesk backtest urls --pairs pairs.jsonl > predicted.jsonl',
    )
    .action(async ({ pairs }: { pairs: string }) => {
      const [{ readJsonLines, writeJsonLine }, { sameAddress }, { z }] = await Promise.all([
        import('../io.ts'),
        import('../../text/urls.ts'),
        import('zod'),
      ]);
      const row = z.object({ id: z.union([z.string(), z.number()]), a: z.string(), b: z.string() });
      for await (const line of readJsonLines(pairs)) {
        const { id, a, b } = row.parse(line);
        await writeJsonLine({ id, same: sameAddress(a, b) ? 1 : 0 });
      }
    });
}
