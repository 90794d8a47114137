import { userInfo } from 'node:os';
import { Command } from 'commander';
import type { ToForget, ToldForgotten } from '../store/forget.ts';
import { withFiles, withStore, type FileOptions } from './context.ts';
import { UsageError } from './failure.ts';

interface ForgetOptions extends FileOptions {
  outlet?: string;
  editor: string;
  yes?: boolean;
}

/** `nightdesk forget`: deletion on request. */
export function forgetCommand(): Command {
  return withFiles(new Command('forget'))
    .description('Let go of the texts of one article or one outlet, at its publisher’s request, for good.')
    .argument('[url]', 'the address of an article')
    .option('--outlet <name>', 'everything of this outlet')
    .option('--editor <name>', 'who does it', userInfo().username)
    .option('--yes', 'do it; without this, only tell what would be removed')
    .addHelpText(
      'after',
      `
Removes the stored texts and summaries, also those that decisions were taken on, and neither stores nor asks for them again. Titles, addresses, decisions and past
issues stay. Backups made before still hold the texts.

Examples:
  nightdesk forget https://example.com/2026/02/some-article
  nightdesk forget --outlet "The Courier" --yes`,
    )
    .action(async (url: string | undefined, options: ForgetOptions) => {
      const what = toForget(url, options.outlet);
      await withStore(options, async ({ forgetting, search }) => {
        const done = options.yes === true;
        const told = await (done ? forgetting.forget(what, options.editor, Date.now()) : forgetting.preview(what));
        // Their words stand in the index of search until it is made anew.
        if (done) await search.catchUp();
        process.stdout.write(`${sentence(told, done)}\n`);
      });
    });
}

function toForget(url: string | undefined, outlet: string | undefined): ToForget {
  if ((url === undefined) === (outlet === undefined)) throw new UsageError('Give either an address or --outlet NAME.');
  if (outlet !== undefined) return { outlet };
  if (url === undefined || !URL.canParse(url)) throw new UsageError(`"${url}" is no address.`);
  return { address: url };
}

function sentence({ items, texts, slots }: ToldForgotten, done: boolean): string {
  const what = `${items} items, ${texts} texts`;
  const open = slots === 0 ? '' : ` ${slots} slots of the open issue rest on them: look at their blurbs.`;
  return done
    ? `Forgotten: ${what}. Nothing of it is stored or asked for again.${open}`
    : `This would be forgotten: ${what}.${open} Nothing was removed; add --yes to do it.`;
}
