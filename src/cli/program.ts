import { Command } from 'commander';
import { addCommand } from './add.ts';
import { articleCommand } from './article.ts';
import { backupCommand, restoreCommand } from './backup.ts';
import { candidatesCommand } from './candidates.ts';
import { deskCommand } from './desk.ts';
import { doctorCommand } from './doctor.ts';
import { backtestCommand } from './backtest.ts';
import { editorsCommand } from './editors.ts';
import { feedCommand } from './feed.ts';
import { forgetCommand } from './forget.ts';
import { sanitizeCommand } from './sanitize.ts';
import { sourcesCommand } from './sources.ts';
import { storiesCommand } from './stories.ts';
import { preflightCommand } from './preflight.ts';
import { summarizeCommand } from './summarize.ts';
import { draftCommand } from './draft.ts';
import { exportCommand } from './export.ts';
import { initCommand } from './init.ts';
import { issuesCommand } from './issues.ts';
import { itemsCommand } from './items.ts';
import { rulesCommand } from './rules.ts';
import { ledgerCommand } from './ledger.ts';
import { collectCommand, nightCommand } from './night.ts';
import { searchCommand } from './search.ts';
import { scheduleCommand } from './schedule.ts';
import { startCommand } from './start.ts';

/**
 * All commands. A command's file declares its options and loads what it needs inside
 * its action, so that `--help` and the short commands start fast.
 */
export function program(): Command {
  const program = new Command('nightdesk')
    .description('Reads AI news and papers every night and leaves a draft issue on the desk.')
    .addCommand(initCommand())
    .addCommand(nightCommand())
    .addCommand(collectCommand())
    .addCommand(editorsCommand())
    .addCommand(scheduleCommand())
    .addCommand(startCommand())
    .addCommand(deskCommand())
    .addCommand(sourcesCommand())
    .addCommand(addCommand())
    .addCommand(forgetCommand())
    .addCommand(itemsCommand())
    .addCommand(searchCommand())
    .addCommand(storiesCommand())
    .addCommand(candidatesCommand())
    .addCommand(rulesCommand())
    .addCommand(ledgerCommand())
    .addCommand(issuesCommand())
    .addCommand(draftCommand())
    .addCommand(exportCommand())
    .addCommand(preflightCommand())
    .addCommand(articleCommand())
    .addCommand(backupCommand())
    .addCommand(restoreCommand())
    .addCommand(doctorCommand())
    .addCommand(backtestCommand())
    .addCommand(feedCommand())
    .addCommand(sanitizeCommand())
    .addCommand(summarizeCommand());
  // An option behind a subcommand's name is the subcommand's own, also where both have one of that name (--db).
  for (const command of everyCommand(program)) command.exitOverride().enablePositionalOptions();
  return program;
}

/** A command and all below it. */
function everyCommand(command: Command): Command[] {
  return [command, ...command.commands.flatMap((each) => everyCommand(each))];
}
