import { Command } from 'commander';
import { backtestPapersCommand } from './backtest/papers.ts';
import { backtestPicksCommand } from './backtest/picks.ts';
import { backtestStoriesCommand } from './backtest/stories.ts';
import { backtestUrlsCommand } from './backtest/urls.ts';

/** `nightdesk backtest`: replays saved data through the code and configuration of the night. */
export function backtestCommand(): Command {
  return new Command('backtest')
    .description('Replay saved data through the very code the night uses.')
    .addCommand(backtestUrlsCommand())
    .addCommand(backtestStoriesCommand())
    .addCommand(backtestPapersCommand())
    .addCommand(backtestPicksCommand());
}
