import { Command } from 'commander';
import { answerBatch } from './batch.ts';
import { readMaybeGzip } from './io.ts';

interface Options {
  batch?: true;
  url: string;
}

/** `nightdesk sanitize`: what the one gate for foreign markup lets through. */
export function sanitizeCommand(): Command {
  return new Command('sanitize')
    .description('Show what is left of foreign HTML once everything that runs, loads or takes input is gone.')
    .argument('[path]', 'an HTML file, gzipped or not')
    .option('--url <address>', 'what relative addresses in the file are resolved against', '')
    .option('--batch', 'answer requests from standard input, one JSON object a line')
    .addHelpText(
      'after',
      `
Examples:
  nightdesk sanitize mail.html --url https://news.example/
  nightdesk sanitize --batch < requests.jsonl > replies.jsonl

A request of --batch is {"id","html","url"}; the reply, in the same order, is {"id","html"} or {"id","error"}.`,
    )
    .action(async (path: string | undefined, options: Options, command: Command) => {
      const { sanitizeHtml } = await import('../text/sanitize.ts');
      if (options.batch) return batch(sanitizeHtml);
      if (path === undefined) return command.error('error: name a file, or use --batch', { exitCode: 2 });
      process.stdout.write(`${sanitizeHtml((await readMaybeGzip(path)).toString(), options.url)}\n`);
    });
}

async function batch(sanitizeHtml: (html: string, baseUrl: string) => string): Promise<void> {
  const { z } = await import('zod');
  const row = z.object({ id: z.union([z.string(), z.number()]), html: z.string(), url: z.string().nullish() });
  await answerBatch(row, ({ id, html, url }) => ({ id, html: sanitizeHtml(html, url ?? '') }));
}
