import { Command } from 'commander';
import type { bilingualChanges, WordChange } from '../../export/docx/bilingual.ts';
import type { NewWording, SetOutcome } from '../../store/wordings.ts';
import { UsageError } from '../failure.ts';
import { actOf, withAct, withIssue, type ActOptions } from './act.ts';

interface ImportOptions extends ActOptions {
  translator?: string;
  yes?: boolean;
}

/** `nightdesk issues text import`: a bilingual Word file back from its translator. */
export function importTextsCommand(): Command {
  return withAct(new Command('import'))
    .description('Read a bilingual Word file back: only what was changed in it.')
    .argument('<file>', 'what "nightdesk export --to docx --bilingual" wrote, saved from Word')
    .option('--translator <name>', 'who translated it, when that is not the editor')
    .option('--yes', 'store it; without this, only tell what was changed')
    .addHelpText(
      'after',
      `
A text that has changed on the desk meanwhile is shown with both versions and left as it is.

Examples:
  nightdesk export --to docx --bilingual -o issue.docx
  nightdesk issues text import issue.docx --translator sora --yes`,
    )
    .action(async (file: string, options: ImportOptions) => {
      const [{ readFile }, bilingual, { DocxError }, { loadIssue }] = await Promise.all([
        import('node:fs/promises'),
        import('../../export/docx/bilingual.ts'),
        import('../../export/docx/read.ts'),
        import('../issue.ts'),
      ]);
      await withIssue(options, async (store, { number }) => {
        const { document, template } = await loadIssue(store, number, options);
        const bytes = await readFile(file).catch((error: Error) => {
          throw new UsageError(`${file} cannot be read: ${error.message}`);
        });
        const { changes, problems } = readChanges(
          () => bilingual.bilingualChanges(document, template, bytes),
          DocxError,
          file,
        );
        for (const problem of problems) process.stderr.write(`${problem}\n`);
        const fitting = changes.filter(({ conflict }) => !conflict);
        for (const change of changes) process.stdout.write(`${lineOf(change)}\n`);
        if (options.yes !== true)
          return void process.stdout.write(`${changes.length} texts were changed in Word. Add --yes to store them.\n`);
        const texts = await store.wordings.inForce(number);
        const writes = fitting.map((change) => writeOf(change, texts, number, options));
        const outcomes = await store.wordings.setAll(writes);
        process.stdout.write(`${summary(outcomes, changes.length - fitting.length)}\n`);
        if (outcomes.some(({ is }) => is !== 'stored' && is !== 'same')) process.exitCode = 1;
      });
    });
}

type Changes = ReturnType<typeof bilingualChanges>;

function readChanges(read: () => Changes, DocxError: new (message: string) => Error, file: string): Changes {
  try {
    return read();
  } catch (error) {
    if (error instanceof DocxError) throw new UsageError(`${file}: ${error.message}`);
    throw error;
  }
}

function lineOf({ spot, lang, text, conflict }: WordChange): string {
  const mark = conflict ? '\tnot stored: the desk has another text by now' : '';
  return `${spot.owner}\t${spot.field}\t${lang}\t${JSON.stringify(text)}${mark}`;
}

function writeOf(
  { spot: { owner, field }, lang, text }: WordChange,
  standing: readonly { id: number; owner: string; field: string; lang: string }[],
  issue: number,
  options: ImportOptions,
): NewWording {
  const old = standing.find((each) => each.owner === owner && each.field === field && each.lang === lang);
  const { editor: author, at } = actOf(options);
  const write = { issue, owner, field, lang, value: text, madeOn: old?.id ?? null, author, at };
  return options.translator === undefined ? write : { ...write, translatedBy: options.translator };
}

function summary(outcomes: readonly SetOutcome[], conflicts: number): string {
  const stored = outcomes.filter(({ is }) => is === 'stored').length;
  const locked = outcomes.filter(({ is }) => is === 'locked').length;
  return [
    `${stored} texts stored.`,
    ...(locked === 0 ? [] : [`${locked} not stored: readers have them; correct them one by one.`]),
    ...(conflicts === 0 ? [] : [`${conflicts} not stored: they have changed on the desk, too.`]),
  ].join(' ');
}
