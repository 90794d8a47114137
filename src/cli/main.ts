import { Command } from 'commander';
import { articleCommand } from './article.ts';
import { backtestCommand } from './backtest.ts';
import { feedCommand } from './feed.ts';
import { sanitizeCommand } from './sanitize.ts';
import { summarizeCommand } from './summarize.ts';

/**
 * The one place where commands are put together. A command's file declares its options and loads what it needs inside
 * its action, so that `--help` and the short commands start fast.
 */
export function program(): Command {
  return new Command('nightdesk')
    .description('Reads AI news and papers every night and leaves a draft issue on the desk.')
    .addCommand(articleCommand())
    .addCommand(backtestCommand())
    .addCommand(feedCommand())
    .addCommand(sanitizeCommand())
    .addCommand(summarizeCommand());
}

await program().parseAsync();
