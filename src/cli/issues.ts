import { Command } from 'commander';
import { importIssuesCommand } from './issues/import.ts';
import { listIssuesCommand } from './issues/list.ts';

/** `nightdesk issues`: the issues of this desk and those it remembers; one file a subcommand. */
export function issuesCommand(): Command {
  return new Command('issues')
    .description('List the issues, and import past ones, so that nothing is offered twice.')
    .addCommand(listIssuesCommand())
    .addCommand(importIssuesCommand());
}
