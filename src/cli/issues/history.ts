import { Command } from 'commander';
import { wholeNumber } from '../context.ts';
import { actOf, tell, withAct, withIssue, type ActOptions } from './act.ts';

/** `nightdesk issues trail`: who did what to an issue. */
export function trailCommand(): Command {
  return withAct(new Command('trail'))
    .description('Print who did what to the lineup, the pieces and the editions of an issue, oldest first.')
    .option('--jsonl', 'one JSON object a line')
    .addHelpText('after', '\nExample:\n  nightdesk issues trail --issue 83')
    .action(async (options: ActOptions & { jsonl?: boolean }) => {
      await withIssue(options, async (store, { number }) => {
        for (const row of await store.trail(number)) {
          const { id, at, owner, action, editor, note } = row;
          const line = [id, new Date(at).toISOString(), owner, action, editor, note].join('\t');
          process.stdout.write(`${options.jsonl === true ? JSON.stringify(row) : line}\n`);
        }
      });
    });
}

/** `nightdesk issues undo`: the last change of slots or pieces, or any that the trail names. */
export function undoCommand(): Command {
  return withAct(new Command('undo'))
    .description("Take back an editor's last change of slots or pieces, or the one of that number in the trail.")
    .argument('[change]', 'its number in the trail', wholeNumber(1))
    .addHelpText(
      'after',
      '\nTexts: "nightdesk issues text restore".\n\nExample:\n  nightdesk issues undo --editor mina',
    )
    .action(async (change: number | undefined, options: ActOptions) => {
      await withIssue(options, async (store, { number }) => {
        const row = change ?? (await store.lastChange(number, options.editor))?.id;
        if (row === undefined) return void process.stdout.write('There is nothing to take back.\n');
        tell(await store.undoChange(row, actOf(options)), `Change ${row} is taken back.`);
      });
    });
}
