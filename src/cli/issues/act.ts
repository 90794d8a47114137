import { userInfo } from 'node:os';
import { Option, type Command } from 'commander';
import { ISSUE_LANGS, type IssueLang } from '../../model.ts';
import type { Issue } from '../../store/issues.ts';
import type { Store } from '../../store/store.ts';
import type { EditorAct, Refusal, Refused } from '../../store/trail.ts';
import { clockFrom, isoMoment, wholeNumber, withFiles, withStore, type FileOptions } from '../context.ts';
import { findIssue } from '../issue.ts';

/** Options of every command that changes an issue. */
export interface ActOptions extends FileOptions {
  issue?: number;
  editor: string;
  why?: string;
  now?: string;
}

export function withAct(command: Command): Command {
  return withFiles(command)
    .option('--issue <n>', 'number of the issue; the open one when missing', wholeNumber(1))
    .option('--editor <name>', 'who does it', userInfo().username)
    .option('--why <words>', 'kept in the trail')
    .option('--now <moment>', 'set the clock, which then ticks on', isoMoment);
}

export function langOption(): Option {
  return new Option('--lang <lang>', 'language').choices(ISSUE_LANGS).default('en' satisfies IssueLang);
}

export function actOf({ editor, why, now }: ActOptions): EditorAct {
  const at = clockFrom(now)();
  return why === undefined ? { editor, at } : { editor, at, why };
}

/** Opens the store and finds the issue a command is about. */
export async function withIssue<T>(options: ActOptions, work: (store: Store, issue: Issue) => Promise<T>): Promise<T> {
  return withStore(options, async (store) => work(store, await findIssue(store, options.issue)));
}

const REFUSALS: Readonly<Record<Refusal, string>> = {
  unknown: 'There is no such slot, piece or change in the issues of this desk ("nightdesk draft" shows their numbers).',
  sent: 'Readers have this issue: its lineup stays as it was sent. A text is corrected with --correction "why".',
  state: 'The edition is not in the state for this ("nightdesk issues list" shows it): draft, review, sent, corrected.',
  'second-editor': 'A second editor must do this: give another name with --editor.',
  unsigned: 'A second editor must sign it first: "nightdesk issues sign".',
};

/** Prints a sentence on what was done, or on why it was not, with exit code 1. */
export function tell(outcome: { is: 'done' } | Refused, done: string): void {
  if (outcome.is === 'done') return void process.stdout.write(`${done}\n`);
  process.stderr.write(`Not done. ${REFUSALS[outcome.because]}\n`);
  process.exitCode = 1;
}
