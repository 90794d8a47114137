import { Command } from 'commander';
import type { IssueLang } from '../../model.ts';
import type { Store } from '../../store/store.ts';
import type { Changed, EditorAct } from '../../store/trail.ts';
import { wholeNumber } from '../context.ts';
import { actOf, langOption, tell, withAct, withIssue, type ActOptions } from './act.ts';

const slotNumber = wholeNumber(1);

/** `nightdesk issues slot`: the lineup by hand. */
export function slotCommand(): Command {
  return new Command('slot')
    .description('Move, take out and flag the slots of an issue; "nightdesk draft" shows their numbers.')
    .addCommand(moveCommand())
    .addCommand(
      simple('remove', 'Take a slot out; "nightdesk issues undo" brings it back with its texts.', (store, id, act) =>
        store.slots.remove(id, act),
      ),
    )
    .addCommand(flagCommand())
    .addCommand(signCommand());
}

function moveCommand(): Command {
  return withAct(new Command('move'))
    .description('Move a slot within its section, or to another one.')
    .argument('<slot>', 'its number', slotNumber)
    .requiredOption('--place <n>', 'counted from 1', wholeNumber(1))
    .option('--section <key>', "a section of the template; the slot's own when missing")
    .addHelpText('after', '\nExample:\n  nightdesk issues slot move 12 --place 1 --section news')
    .action(async (slot: number, options: ActOptions & { place: number; section?: string }) => {
      await withIssue(options, async (store) => {
        const { place, section } = options;
        const to = { place: place - 1, ...(section === undefined ? {} : { section }) };
        tell(await store.slots.move(slot, to, actOf(options)), `Slot ${slot} stands in place ${place}.`);
      });
    });
}

function flagCommand(): Command {
  return withAct(new Command('flag'))
    .description('Say that a slot needs a second pair of eyes, or that it needs none.')
    .argument('<slot>', 'its number', slotNumber)
    .argument('[reason]', 'such as "a minor is named"')
    .option('--none', 'it needs none, whatever its words look like')
    .addHelpText('after', '\nExample:\n  nightdesk issues slot flag 12 "a minor is named"')
    .action(async (slot: number, reason: string | undefined, options: ActOptions & { none?: boolean }) => {
      await withIssue(options, async (store) => {
        const flag = options.none === true ? '' : (reason ?? 'an editor asks for a second pair of eyes');
        tell(await store.slots.flag(slot, flag, actOf(options)), `Slot ${slot}: ${flag || 'not sensitive'}.`);
      });
    });
}

function signCommand(): Command {
  return withAct(new Command('sign'))
    .description('Sign a sensitive slot in one language, as somebody who neither wrote nor placed it.')
    .argument('<slot>', 'its number', slotNumber)
    .addOption(langOption())
    .addHelpText('after', '\nExample:\n  nightdesk issues slot sign 12 --lang ko --editor jun')
    .action(async (slot: number, options: ActOptions & { lang: IssueLang }) => {
      await withIssue(options, async (store) => {
        const { lang, editor } = options;
        tell(await store.slots.sign(slot, lang, actOf(options)), `Slot ${slot} is signed in ${lang} by ${editor}.`);
      });
    });
}

function simple(
  name: string,
  description: string,
  work: (store: Store, id: number, act: EditorAct) => Promise<Changed>,
): Command {
  return withAct(new Command(name))
    .description(description)
    .argument('<slot>', 'its number', slotNumber)
    .addHelpText('after', `\nExample:\n  nightdesk issues slot ${name} 12`)
    .action(async (slot: number, options: ActOptions) => {
      await withIssue(options, async (store) => tell(await work(store, slot, actOf(options)), 'Done.'));
    });
}
