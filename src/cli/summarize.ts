import { Command, InvalidArgumentError } from 'commander';
import type { Blurb, BlurbOptions } from '../curate/blurb.ts';
import { answerBatch } from './batch.ts';
import { readMaybeGzip } from './io.ts';

interface Options {
  batch?: true;
  title: string;
  language: string;
  maxWords: number;
}

/** `nightdesk summarize`: the blurb of a text, made of its own sentences. */
export function summarizeCommand(): Command {
  return new Command('summarize')
    .description("Make a blurb of a text's own sentences, and say which of them were kept out and why.")
    .argument('[path]', 'a plain text, paragraphs parted by a blank line, gzipped or not')
    .option('--title <title>', 'the title of the text: its words count', '')
    .option('--language <code>', 'the language of the text', 'en')
    .option('--max-words <n>', 'a hard cap; Korean counts eojeol', wholeNumber, 120)
    .option('--batch', 'answer requests from standard input, one JSON object a line')
    .addHelpText(
      'after',
      `
Examples:
  nightdesk summarize article.txt --title "Lab opens its model" --max-words 80
  nightdesk summarize --batch < requests.jsonl > replies.jsonl

A request of --batch is {"id","text","title","language","maxWords"}; the reply, in the same order, is {"id","summary"}
or {"id","error"}. The summary is "" when no sentence may stand, or none fits.`,
    )
    .action(async (path: string | undefined, options: Options, command: Command) => {
      const { blurb } = await import('../curate/blurb.ts');
      if (options.batch) return batch(blurb);
      if (path === undefined) return command.error('error: name a file, or use --batch', { exitCode: 2 });
      return show(
        blurb((await readMaybeGzip(path)).toString(), { ...options, language: baseLanguage(options.language) }),
      );
    });
}

async function batch(blurb: (text: string, options: BlurbOptions) => Blurb): Promise<void> {
  const { z } = await import('zod');
  const row = z.object({
    id: z.union([z.string(), z.number()]),
    text: z.string(),
    title: z.string().nullish(),
    language: z.string().nullish(),
    maxWords: z.int().positive(),
  });
  await answerBatch(row, ({ id, text, title, language, maxWords }) => ({
    id,
    summary: blurb(text, { title: title ?? '', language: baseLanguage(language ?? ''), maxWords }).text,
  }));
}

function show({ text, reason, guards }: Blurb): void {
  process.stdout.write(`${text}\n\n${reason}\nguards: ${guards.join(', ') || 'none'}\n`);
}

/** "en-US" -> "en". */
function baseLanguage(code: string): string {
  return code.split(/[-_]/u)[0]?.toLowerCase() ?? '';
}

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('Give a whole number above 0.');
  return Number(value);
}
