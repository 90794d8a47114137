import { Command } from 'commander';
import type { Instant } from '../../model.ts';
import { readConfig, wholeNumber, withFiles, withStore, type FileOptions } from '../context.ts';
import { UsageError } from '../failure.ts';

interface ImportOptions extends FileOptions {
  number?: number;
  date?: Instant;
  countFrom?: number;
  lang?: string;
  json?: boolean;
}

/** `nightdesk issues import`: the team's past issues become the memory that every candidate is checked against. */
export function importIssuesCommand(): Command {
  return withFiles(new Command('import'))
    .description('Remember past issues: what they printed is not offered as new again.')
    .argument('<file...>', 'Markdown, HTML, or a Substack export (.zip); gzip is undone')
    .option('--number <n>', 'the number of the one issue that is imported, when it does not say it', wholeNumber(1))
    .option('--date <date>', 'when it was sent, as YYYY-MM-DD, when it does not say it', sentOn)
    .option('--count-from <n>', 'number issues that say none, oldest first, from here', wholeNumber(1))
    .option('--lang <lang>', 'the language they were sent in; told by their words when missing')
    .option('--json', 'one JSON object a file')
    .addHelpText(
      'after',
      '\nImporting the same again changes nothing; an issue with other entries takes the place of the older import.\n\n' +
        'Examples:\n  nightdesk issues import past/*.md\n  nightdesk issues import substack-export.zip --count-from 1\n' +
        '  nightdesk issues import august.html --number 41 --date 2024-08-19',
    )
    .action(importIssues);
}

async function importIssues(files: string[], options: ImportOptions): Promise<void> {
  if (files.length > 1 && (options.number !== undefined || options.date !== undefined))
    throw new UsageError('--number and --date are of one issue: give one file with them, or use --count-from.');
  const [{ readFiles }, { rememberAll }, { openItems, recallItems }, { writeJsonLine, writeLine }] = await Promise.all([
    import('./read-files.ts'),
    import('./remember.ts'),
    import('../../night/recall.ts'),
    import('../io.ts'),
  ]);
  const [read, config] = [await readFiles(files), await readConfig(options)];
  await withStore(options, async (store) => {
    const outcomes = await rememberAll(read, options, store);
    for (const outcome of outcomes) {
      if (options.json === true) await writeJsonLine(outcome);
      else if (outcome.is === 'refused') process.stderr.write(`${outcome.file}: ${outcome.why}\n`);
      else
        await writeLine(
          `#${outcome.issue} ${outcome.lang} ${outcome.date}: ${outcome.entries} entries, ${SAID[outcome.is]} (${outcome.file})`,
        );
    }
    if (outcomes.some(({ is }) => is === 'new' || is === 'replaced')) {
      const context = { store, config, began: Date.now() };
      await recallItems(await openItems(context), context);
    }
    if (outcomes.some(({ is }) => is === 'refused')) process.exitCode = 1;
  });
}

const SAID = {
  new: 'remembered',
  same: 'known already',
  replaced: 'remembered anew',
} as const;

/** For commander: a day as the middle of it in UTC, which is that day in every zone of Europe, America and Asia. */
function sentOn(text: string): Instant {
  const at = Date.parse(`${text}T12:00:00Z`);
  if (!/^\d{4}-\d\d-\d\d$/u.test(text) || Number.isNaN(at)) throw new UsageError('--date: give a day as YYYY-MM-DD.');
  return at;
}
