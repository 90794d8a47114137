import { Command } from 'commander';
import type { IssueLang } from '../../model.ts';
import type { Store } from '../../store/store.ts';
import type { NewWording, SetOutcome, TextKey, Wording } from '../../store/wordings.ts';
import { wholeNumber } from '../context.ts';
import { UsageError } from '../failure.ts';
import { actOf, langOption, tell, withAct, withIssue, type ActOptions } from './act.ts';
import { recordAsSent } from './record.ts';
import { importTextsCommand } from './text-import.ts';

interface TextOptions extends ActOptions {
  lang: IssueLang;
}

/** `nightdesk issues text`: every text of an issue, in every version. */
export function textCommand(): Command {
  return new Command('text')
    .description('Show and write the texts of an issue, in both languages and every version.')
    .addCommand(showCommand())
    .addCommand(setCommand())
    .addCommand(historyCommand())
    .addCommand(restoreCommand())
    .addCommand(importTextsCommand());
}

function showCommand(): Command {
  return withAct(new Command('show'))
    .description('Print the texts in force: whose, which, language, state, version, author, text.')
    .argument('[owner]', 'slot:12, piece:7, section:welcome or issue; all when missing')
    .option('--jsonl', 'one JSON object a line')
    .addHelpText('after', '\nExamples:\n  nightdesk issues text show\n  nightdesk issues text show slot:12 --jsonl')
    .action(async (owner: string | undefined, options: ActOptions & { jsonl?: boolean }) => {
      const { writeJsonLine, writeLine } = await import('../io.ts');
      await withIssue(options, async (store, { number }) => {
        const texts = await store.wordings.inForce(number);
        for (const text of texts.filter((each) => owner === undefined || each.owner === owner))
          await (options.jsonl === true ? writeJsonLine(text) : writeLine(lineOf(text)));
      });
    });
}

function lineOf({ owner, field, lang, state, id, author, translatedBy, value }: Wording): string {
  const by = translatedBy === null ? author : `${author} (translated by ${translatedBy})`;
  return [owner, field, lang, state, id, by, JSON.stringify(value)].join('\t');
}

interface SetOptions extends TextOptions {
  checked?: boolean;
  on?: number;
  translatedBy?: string;
  correction?: string;
}

function setCommand(): Command {
  return withAct(new Command('set'))
    .description('Write a text, or confirm the one that stands there.')
    .argument('<owner>', 'slot:12, piece:7, section:welcome or issue')
    .argument('<field>', 'title, blurb, text, shortTitle, heading, alt, caption, prompt, guest, subtitle')
    .argument('[text]', 'the text; "-" reads it from standard input; left out, the standing one is confirmed')
    .addOption(langOption())
    .option('--checked', 'read and found right')
    .option('--on <version>', 'the version it was written on; refused when another stands there', wholeNumber(1))
    .option('--translated-by <name>', 'who translated it, when that is not the editor')
    .option('--correction <why>', 'change a text that readers have; kept in the trail')
    .addHelpText(
      'after',
      `
Changing one language marks the other stale, until somebody confirms it (--checked) or writes it anew. A night never
touches what was written here.

Examples:
  nightdesk issues text set slot:12 title "웨이모, 청소년 계정을 저울질" --lang ko
  nightdesk issues text set slot:12 blurb - --lang en --checked < blurb.md
  nightdesk issues text set slot:12 title --lang ko --checked
  nightdesk issues text set slot:12 title "Waymo weighs teen accounts" --issue 83 --correction "the name was wrong"`,
    )
    .action(async (owner: string, field: string, text: string | undefined, options: SetOptions) => {
      const given = text === '-' ? (await readAll()).trim() : text;
      await withIssue(options, async (store, { number }) => {
        const key: TextKey = { issue: number, owner, field, lang: options.lang };
        const [standing] = await store.wordings.history(key);
        if (given === undefined && standing === undefined) throw new UsageError(`${owner} has no ${field} to confirm.`);
        const { editor, at } = actOf(options);
        const outcome = await store.wordings
          .set({
            ...key,
            value: given ?? standing?.value ?? '',
            madeOn: options.on ?? standing?.id ?? null,
            author: editor,
            at,
            state: options.checked === true || given === undefined ? 'checked' : 'draft',
            ...(options.translatedBy === undefined ? {} : { translatedBy: options.translatedBy }),
            ...(options.correction === undefined ? {} : { correction: options.correction }),
          } satisfies NewWording)
          .catch((error: Error) => {
            throw new UsageError(error.message);
          });
        await tellCorrected(store, outcome, options);
      });
    });
}

function historyCommand(): Command {
  return withAct(new Command('history'))
    .description('Print every version of a text, newest first.')
    .argument('<owner>')
    .argument('<field>')
    .addOption(langOption())
    .addHelpText('after', '\nExample:\n  nightdesk issues text history slot:12 title --lang ko')
    .action(async (owner: string, field: string, options: TextOptions) => {
      await withIssue(options, async (store, { number }) => {
        for (const text of await store.wordings.history({ issue: number, owner, field, lang: options.lang }))
          process.stdout.write(`${new Date(text.at).toISOString()}\t${lineOf(text)}\n`);
      });
    });
}

function restoreCommand(): Command {
  return withAct(new Command('restore'))
    .description('Put an older version of a text in force again.')
    .argument('<version>', 'its number, as "history" prints it', wholeNumber(1))
    .option('--correction <why>', 'change a text that readers have; kept in the trail')
    .addHelpText('after', '\nExample:\n  nightdesk issues text restore 118')
    .action(async (version: number, options: ActOptions & { correction?: string }) => {
      await withIssue(options, async (store) => {
        const { editor: author, at } = actOf(options);
        const { correction } = options;
        const by = { madeOn: 'now' as const, author, at, ...(correction === undefined ? {} : { correction }) };
        const outcome = await store.wordings.restore(version, by).catch((error: Error) => {
          throw new UsageError(error.message);
        });
        await tellCorrected(store, outcome, options);
      });
    });
}

/** Tells what became of a text; a correction of what readers have is kept as sent. */
async function tellCorrected(
  store: Store,
  outcome: SetOutcome,
  options: ActOptions & { correction?: string },
): Promise<void> {
  tellText(outcome);
  if (outcome.is !== 'stored' || options.correction === undefined) return;
  const { issue, lang } = outcome.text;
  tell(await recordAsSent(store, issue, { ...options, lang }, 'correct'), 'The correction is kept as sent.');
}

/** What became of a text; a conflict shows both. */
export function tellText(outcome: SetOutcome): void {
  switch (outcome.is) {
    case 'stored':
    case 'same':
      return void process.stdout.write(
        `${outcome.is === 'same' ? 'It stands there already' : 'Stored'}: ${lineOf(outcome.text)}\n`,
      );
    case 'conflict': {
      const { id, author, value } = outcome.theirs;
      process.stderr.write(
        `Not stored: ${author} has written since (version ${id}).\nTheirs: ${JSON.stringify(value)}\nYours:  ${JSON.stringify(outcome.yours)}\nGive --on ${id} to put yours in its place.\n`,
      );
      process.exitCode = 1;
      return;
    }
    case 'locked':
      process.stderr.write(`Not stored: readers have this text (${outcome.state}). Give --correction "why".\n`);
      process.exitCode = 1;
  }
}

async function readAll(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(Buffer.from(part as Uint8Array));
  return Buffer.concat(parts).toString('utf8');
}
