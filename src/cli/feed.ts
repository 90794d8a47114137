import { Command } from 'commander';
import type { Entry, FeedDocument } from '../model.ts';
import { readJsonLines, readMaybeGzip, writeJsonLine } from './io.ts';

interface Options {
  batch?: true;
  url?: string;
  timezone?: string;
  items: string;
}

/** `feed PATH|URL` shows what Nightdesk makes of a feed; `feed --batch` answers requests, one JSON object a line. */
export function feedCommand(): Command {
  return new Command('feed')
    .description('Show what Nightdesk makes of a feed.')
    .argument('[path]', 'a file (gzip is undone) holding a feed')
    .option('--batch', 'answer requests from standard input, one JSON object a line: {"id","path","url","headers"}')
    .option('--url <address>', 'the address that a file comes from, for its relative references')
    .option('--timezone <zone>', 'IANA zone of dates that name none (default: UTC)')
    .option('--items <n>', 'how many items to show', '20')
    .addHelpText(
      'after',
      `
Examples:
  nightdesk feed saved.xml --url https://lab.example/feed.xml
  nightdesk feed --batch < requests.jsonl > replies.jsonl

A reply of --batch is {"id","feed":{title,link,language},"items":[...]} or {"id","error"}; dates are as claimed.`,
    )
    .action(async (path: string | undefined, options: Options, command: Command) => {
      if (options.batch) await answerAll();
      else if (path !== undefined) await show(path, options);
      else command.error('Name a file, or use --batch.', { exitCode: 2 });
    });
}

async function show(path: string, { url, timezone, items }: Options): Promise<void> {
  const { readFeed, FeedError } = await import('../collect/feed.ts');
  try {
    const feed = await readFeed(await readMaybeGzip(path), { url: url ?? '', timezone: timezone ?? null });
    process.stdout.write(`${describe(feed, Number(items))}\n`);
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    process.stderr.write(`${path}: ${error.message}\n`);
    process.exitCode = 1;
  }
}

/** A feed for a person. */
export function describe(feed: FeedDocument, most: number): string {
  const { charset, entries, repairs } = feed;
  const head: [string, string][] = [
    ['Title', feed.title || '(none)'],
    ['Link', feed.link ?? '(none)'],
    ['Language', feed.language || '(not said)'],
    ['Format', feed.format],
    ['Charset', `${charset.name} (${FOUND_BY[charset.foundBy]})`],
    ['Repairs', repairs.length === 0 ? 'none' : repairs.join('; ')],
    ['Items', String(entries.length)],
  ];
  const lines = head.map(([name, value]) => `${`${name}:`.padEnd(10)}${value}`);
  for (const entry of entries.slice(0, most)) lines.push('', ...describeEntry(entry));
  if (entries.length > most) lines.push('', `... and ${entries.length - most} more`);
  return lines.join('\n');
}

const FOUND_BY: Record<FeedDocument['charset']['foundBy'], string> = {
  bom: 'by its byte order mark',
  utf8: 'its bytes are valid UTF-8',
  header: 'said by the Content-Type header',
  declaration: 'said by the document',
  fallback: 'nothing said so; taken as the last resort',
};

function describeEntry(entry: Entry): string[] {
  const date = entry.published ?? entry.updated;
  const facts = [
    date === null ? 'no date' : iso(date),
    entry.authors.join(', '),
    entry.categories.slice(0, 5).join(', '),
    entry.arxiv ? `arXiv:${entry.arxiv.id}${entry.arxiv.announce ? ` (${entry.arxiv.announce})` : ''}` : '',
    entry.enclosures.length > 0 ? `${entry.enclosures.length} file(s)` : '',
  ];
  return [
    entry.title || '(no title)',
    `  ${entry.url ?? '(no address)'}`,
    `  ${facts.filter((fact) => fact !== '').join(' · ')}`,
  ];
}

async function answerAll(): Promise<void> {
  for await (const request of readJsonLines('-')) await writeJsonLine(await answer(request));
}

async function answer(request: unknown): Promise<object> {
  const { readFeed } = await import('../collect/feed.ts');
  const { id, path, url, headers } = request as {
    id: unknown;
    path: string;
    url?: string;
    headers?: Record<string, string>;
  };
  try {
    const feed = await readFeed(await readMaybeGzip(path), {
      url: url ?? '',
      contentType: headers?.['content-type'],
      contentLanguage: headers?.['content-language'],
      contentLocation: headers?.['content-location'],
    });
    const { title, link, language } = feed;
    return { id, feed: { title, link, language }, items: feed.entries.map(reply) };
  } catch (error) {
    return { id, error: (error as Error).message };
  }
}

function reply(entry: Entry): object {
  const { title, url, id, authors, summary, content, categories, enclosures, image, comments } = entry;
  const published = entry.published === null ? null : iso(entry.published);
  const updated = entry.updated === null ? null : iso(entry.updated);
  return { title, url, id, published, updated, authors, summary, content, categories, enclosures, image, comments };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
