import { userInfo } from 'node:os';
import { Command } from 'commander';
import type { Found } from '../night/find.ts';
import { clockFrom, isoMoment, readConfig, withFiles, withStore, type FileOptions } from './context.ts';
import { UsageError } from './failure.ts';

interface AddOptions extends FileOptions {
  editor: string;
  now?: string;
  /** commander's form of --no-delay: false when it was given. */
  delay: boolean;
}

/** `nightdesk add`: an editor's own find. */
export function addCommand(): Command {
  return withFiles(new Command('add'))
    .description("Read one page and put it into the open issue: an editor's own find.")
    .argument('<url>', 'the address of an article')
    .option('--editor <name>', 'who found it', userInfo().username)
    .option('--now <moment>', 'set the clock, which then ticks on', isoMoment)
    .option('--no-delay', 'no delay and no limit a host, for sources with allowPrivate only')
    .addHelpText(
      'after',
      `
The page is read as politely as by a night, recognised when it is known already, grouped, and put behind the last slot
of its section. No later night removes it. Exits 1 with a sentence when it is not put there.

Examples:
  nightdesk add https://example.com/2026/02/some-article
  nightdesk add https://arxiv.org/abs/2408.11039 --editor maria`,
    )
    .action(async (url: string, options: AddOptions) => {
      if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
        throw new UsageError(`"${url}" is no address. Give one that starts with http:// or https://.`);
      tell(await add(url, options));
    });
}

async function add(url: string, options: AddOptions): Promise<Found> {
  const [config, { find }] = await Promise.all([readConfig(options), import('./find.ts')]);
  const { editor, delay } = options;
  return withStore(options, (store) => find(url, editor, { store, config, now: clockFrom(options.now), delay }));
}

function tell(found: Found): void {
  if (found.is === 'refused') {
    process.stderr.write(`Not added. ${found.why}\n`);
    process.exitCode = 1;
    return;
  }
  const { issue, section, place, story } = found;
  const others = story.items.length - 1;
  const where = `issue #${issue}, ${section}, place ${place}`;
  const also = others === 0 ? '' : ` It tells the story of ${others} other report${others === 1 ? '' : 's'}.`;
  const stays = found.is === 'stood' ? `stands in ${where} already, and stays there now` : `now stands in ${where}`;
  process.stdout.write(`"${story.lead.title}" ${stays}.${also}\n`);
}
