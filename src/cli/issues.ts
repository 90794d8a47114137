import { Command } from 'commander';
import { editionCommands } from './issues/edition.ts';
import { featureCommand } from './issues/feature.ts';
import { figureCommand } from './issues/figure.ts';
import { trailCommand, undoCommand } from './issues/history.ts';
import { importIssuesCommand } from './issues/import.ts';
import { listIssuesCommand } from './issues/list.ts';
import { pieceCommand } from './issues/piece.ts';
import { reconcileCommand } from './issues/reconcile.ts';
import { slotCommand } from './issues/slot.ts';
import { textCommand } from './issues/text.ts';
import { writeCommand } from './issues/write.ts';

/** `nightdesk issues`: everything that people do to issues, and the past ones; one file a subcommand. */
export function issuesCommand(): Command {
  const issues = new Command('issues')
    .description('Work on an issue: lineup, texts, features, figures, sign-off, sending; list and import past ones.')
    .addCommand(listIssuesCommand())
    .addCommand(importIssuesCommand())
    .addCommand(textCommand())
    .addCommand(slotCommand())
    .addCommand(featureCommand())
    .addCommand(pieceCommand())
    .addCommand(figureCommand())
    .addCommand(undoCommand())
    .addCommand(trailCommand())
    .addCommand(reconcileCommand())
    .addCommand(writeCommand());
  for (const command of editionCommands()) issues.addCommand(command);
  return issues;
}
