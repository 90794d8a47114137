import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import type { Article } from '../model.ts';
import type { PagePool } from './workers.ts';
import { readConfig, ROOT } from './context.ts';
import { readLines, readMaybeGzip, writeJsonLine } from './io.ts';

const EXAMPLES = `
Examples:
  $ nightdesk article https://example.com/2024/08/some-article
  $ nightdesk article saved-page.html.gz --url https://example.com/2024/08/some-article
  $ nightdesk article --batch < requests.jsonl > articles.jsonl

A request is {"id","path","url"}; the reply, in the same order, is
{"id","text","title","author","date","image","url","lang"} or {"id","error"}.`;

interface ArticleOptions {
  batch?: true;
  url?: string;
  feeds: string;
}

export function articleCommand(): Command {
  return new Command('article')
    .description('Show what Nightdesk makes of an article page: text, metadata and where each came from, what was cut.')
    .argument('[path]', 'an HTML file, gzipped or not, or the address of a page')
    .option('--url <url>', 'the address a file was saved from')
    .option('--feeds <file>', 'the configuration, for how pages are asked for', join(ROOT, 'feeds.yaml'))
    .option('--batch', 'read requests from standard input, one JSON object a line')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string | undefined, options: ArticleOptions, command: Command) => {
      if (options.batch) return batch();
      if (path === undefined) return command.error('error: give a file, or --batch', { exitCode: 2 });
      return showPage(path, options);
    });
}

async function showPage(path: string, { url, feeds }: ArticleOptions): Promise<void> {
  const article = await (/^https?:\/\//.test(path) ? readAddress(path, feeds) : readFile(path, url ?? ''));
  if (typeof article !== 'string') return show(article);
  process.stderr.write(`${article}\n`);
  process.exitCode = 1;
}

async function readFile(path: string, url: string): Promise<Article> {
  return readPage(await readMaybeGzip(path), url, {});
}

/** Asks for one page as politely as the night does, robots.txt included. @returns the article, or why there is none */
async function readAddress(url: string, feeds: string): Promise<Article | string> {
  const { clientFor } = await import('./client.ts');
  const client = clientFor(await readConfig({ feeds }), { now: Date.now, noDelay: false });
  try {
    const { body, finalUrl, headers, failure, status } = await client.fetch({ url, robots: true });
    if (body === null) return failure?.message ?? `${url} answered ${status} without a page.`;
    return await readPage(body, finalUrl, (await import('../night/page.ts')).headersOf(headers));
  } finally {
    await client.close();
  }
}

async function readPage(bytes: Uint8Array, url: string, headers: Readonly<Record<string, string>>): Promise<Article> {
  const { readArticle } = await import('../extract/read.ts');
  return readArticle({ bytes, url, headers });
}

/** Requests in flight at once: enough to keep every worker busy, few enough to keep memory flat. */
const AHEAD = 16;

async function batch(): Promise<void> {
  const { PagePool: Pool } = await import('./workers.ts');
  const pool = new Pool(availableParallelism());
  const replies: Promise<object>[] = [];
  try {
    for await (const line of readLines('-')) {
      if (line.trim() === '') continue;
      replies.push(reply(pool, line));
      if (replies.length >= AHEAD) await writeJsonLine(await replies.shift());
    }
    for (const next of replies) await writeJsonLine(await next);
  } finally {
    await pool.close();
  }
}

async function reply(pool: PagePool, line: string): Promise<object> {
  let id: unknown = null;
  try {
    const request = Object(JSON.parse(line)) as { id?: unknown; path?: unknown; url?: unknown };
    id = request.id ?? null;
    if (typeof request.path !== 'string') throw new Error('the request has no "path"');
    const url = typeof request.url === 'string' ? request.url : '';
    const article = await pool.read({ bytes: await readMaybeGzip(request.path), url, headers: {} });
    const { text, title, authors, publishedAs, image, canonicalUrl, language } = article;
    return { id, text, title, author: authors, date: publishedAs, image, url: canonicalUrl, lang: language };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

function show(article: Article): void {
  const { from } = article;
  const date = (at: number | null): string => (at === null ? '' : new Date(at).toISOString());
  const rows: (readonly [string, string, string | undefined])[] = [
    ['title', article.title, from.title],
    ['authors', article.authors.join(', '), from.authors],
    ['published', article.publishedAs ?? '', from.published],
    ['updated', date(article.updated), from.updated],
    ['address', article.canonicalUrl ?? '', from.canonicalUrl],
    ['image', article.image ?? '', from.image],
    ['language', article.language, from.language],
    ['section', article.section, from.section],
    ['paywall', article.paywalled ? 'yes' : 'no', undefined],
    ['AI-generated', article.aiGenerated ? 'yes' : 'no', undefined],
    ['rights', rights(article), undefined],
    ['text', `${article.text.length} characters`, from.text],
  ];
  for (const [name, value, origin] of rows) {
    process.stdout.write(`${name.padEnd(13)}${value || '-'}${value && origin ? `  (${origin})` : ''}\n`);
  }
  for (const line of article.cut) process.stdout.write(`${'cut'.padEnd(13)}${line}\n`);
  if (article.reason) process.stdout.write(`${'note'.padEnd(13)}${article.reason}\n`);
  process.stdout.write(`\n${article.text}\n`);
}

function rights({ rights: { noai, tdmReserved } }: Article): string {
  return (
    [noai && 'noai', tdmReserved && 'text and data mining reserved'].filter(Boolean).join(', ') || 'nothing reserved'
  );
}
