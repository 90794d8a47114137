import { Command } from 'commander';
import { withFiles, withStore, type FileOptions } from './context.ts';

/** `nightdesk backup`: everything in one file, while everything runs. */
export function backupCommand(): Command {
  return withFiles(new Command('backup'))
    .description('Write all decisions, texts and history to one file, while everything goes on.')
    .argument('<file>', 'where to write it')
    .addHelpText('after', '\nExample:\n  nightdesk backup /media/stick/nightdesk.sqlite')
    .action(async (file: string, options: FileOptions) => {
      await withStore(options, (store) => store.backup(file));
      process.stdout.write(`Backed up to ${file}; "nightdesk restore ${file}" brings it back.\n`);
    });
}

/** `nightdesk restore`: a backup in the place of the database. */
export function restoreCommand(): Command {
  return withFiles(new Command('restore'))
    .description('Put a backup in the place of the database; what stands there is moved aside.')
    .argument('<file>', 'the backup')
    .addHelpText(
      'after',
      '\nStop the scheduler and the desk first.\n\nExample:\n  nightdesk restore /media/stick/nightdesk.sqlite',
    )
    .action(async (file: string, options: FileOptions) => {
      const { restoreFrom } = await import('../store/backup.ts');
      const aside = restoreFrom(file, options.db);
      process.stdout.write(`${options.db} is as it was in ${file}.\n`);
      if (aside !== null) process.stdout.write(`What stood there before is kept as ${aside}.\n`);
    });
}
