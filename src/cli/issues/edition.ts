import { Command } from 'commander';
import type { IssueLang } from '../../model.ts';
import type { EditionChanged } from '../../store/editions.ts';
import type { Issue } from '../../store/issues.ts';
import type { Store } from '../../store/store.ts';
import { readConfig } from '../context.ts';
import { actOf, langOption, tell, withAct, withIssue, type ActOptions } from './act.ts';
import { asSent } from './record.ts';

interface EditionOptions extends ActOptions {
  lang: IssueLang;
  strict?: boolean;
}

type Step = 'review' | 'sendBack' | 'sign';

/** `nightdesk issues review|return|sign|send`: from a draft to what readers have. */
export function editionCommands(): Command[] {
  return [
    stepCommand('review', 'Ask a second editor to sign an issue in one language.', 'review', 'is in review'),
    stepCommand('return', 'Give an issue back to be worked on.', 'sendBack', 'is a draft again'),
    stepCommand('sign', 'Sign an issue as the second editor. It falls with the next change.', 'sign', 'is signed'),
    sendCommand(),
  ];
}

function stepCommand(name: string, description: string, step: Step, done: string): Command {
  return withAct(new Command(name))
    .description(description)
    .addOption(langOption())
    .addHelpText('after', `\nExample:\n  nightdesk issues ${name} --issue 83 --lang ko --editor jun`)
    .action(async (options: EditionOptions) => {
      await withIssue(options, async (store, { number }) => {
        const outcome: EditionChanged = await store.editions[step](number, options.lang, actOf(options));
        tell(outcome, `Issue #${number} ${done} in ${options.lang}.`);
      });
    });
}

function sendCommand(): Command {
  return withAct(new Command('send'))
    .description('Say that an issue was sent in one language: it is locked, remembered, and the next one opens.')
    .addOption(langOption())
    .option('--strict', 'refuse when preflight finds anything')
    .addHelpText(
      'after',
      `
Nightdesk sends nothing itself: export the issue, publish it, then say so here. "nightdesk issues reconcile" reads the
published page afterwards.

Example:
  nightdesk issues send --issue 83 --lang en --editor mina`,
    )
    .action(async (options: EditionOptions) => {
      await withIssue(options, async (store, issue) => {
        const refused = await findings(store, issue, options);
        if (refused !== null) {
          process.stderr.write(refused);
          process.exitCode = 1;
          return;
        }
        const { number } = issue;
        const config = await readConfig(options);
        const { nightOf } = await import('../../night/context.ts');
        const act = actOf(options);
        const sent = await asSent(store, number, options);
        const place = { date: nightOf(act.at, config.timezone), template: config.issue.template };
        const outcome = await store.editions.send(number, options.lang, { ...sent, ...place }, act);
        const next =
          outcome.is === 'done' && outcome.next !== null ? ` Issue #${outcome.next.number} is open now.` : '';
        tell(
          outcome,
          `Issue #${number} is sent in ${options.lang}; ${sent.entries.length} entries are remembered.${next}`,
        );
      });
    });
}

/** What preflight refuses, as lines; null when the issue may go out. */
async function findings(store: Store, issue: Issue, options: EditionOptions): Promise<string | null> {
  const [{ checkIssue }, { mayExport }, { findingLine }] = await Promise.all([
    import('../check-issue.ts'),
    import('../../export/preflight.ts'),
    import('../edition.ts'),
  ]);
  const { found } = await checkIssue(store, issue.number, options.lang, options);
  if (mayExport(found, options.strict === true)) return null;
  return `${found.map((finding) => `${findingLine(finding)}\n`).join('')}Not sent: ${found.length} findings.\n`;
}
