import { Command } from 'commander';
import type { IssueLang } from '../../model.ts';
import { clockFrom, readConfig } from '../context.ts';
import { UsageError } from '../failure.ts';
import { langOption, withAct, withIssue, type ActOptions } from './act.ts';

/** `nightdesk issues write`: drafts by the optional writer. */
export function writeCommand(): Command {
  return withAct(new Command('write'))
    .description('Let the writer draft blurbs and translations that only a night has touched; texts of people stay.')
    .addOption(langOption())
    .option('--title-ideas', 'only print ideas for the title, in --lang')
    .addHelpText(
      'after',
      `
The writer is any endpoint that speaks OpenAI's chat completions. It is named by the environment: NIGHTDESK_WRITER_URL
(".../v1"), NIGHTDESK_WRITER_MODEL, NIGHTDESK_WRITER_KEY. Nothing needs it. A night asks it by itself, within
writer.tokens and writer.seconds of feeds.yaml; what it writes passes the checks, or the text made without it stands.

Examples:
  nightdesk issues write
  nightdesk issues write --title-ideas --lang ko`,
    )
    .action(async (options: ActOptions & { lang: IssueLang; titleIdeas?: boolean }) => {
      const { ideasForTitle, writeWithWriter, writingLine } = await import('../writing.ts');
      await withIssue(options, async (store, issue) => {
        const config = await readConfig(options);
        const how = { feeds: options.feeds, issue: issue.number, now: clockFrom(options.now) };
        if (options.titleIdeas === true) {
          const ideas = await ideasForTitle(store, config, options.lang, how);
          if (ideas === null) throw new UsageError(NO_WRITER);
          for (const idea of ideas) process.stdout.write(`${idea}\n`);
          return;
        }
        const done = await writeWithWriter(store, config, how);
        if (done === null) throw new UsageError(NO_WRITER);
        process.stdout.write(`${writingLine(done, config)}\n`);
      });
    });
}

const NO_WRITER =
  'No writer is named. Set NIGHTDESK_WRITER_URL and NIGHTDESK_WRITER_MODEL, or go on without one: nothing needs it.';
