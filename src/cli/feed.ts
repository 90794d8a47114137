import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Entry, FeedDocument } from '../model.ts';
import { ROOT, readConfig, wholeNumber } from './context.ts';
import { readMaybeGzip } from './io.ts';

const EXAMPLES = `
Examples:
  $ nightdesk feed https://lab.example/feed.xml
  $ nightdesk feed saved.xml.gz --url https://lab.example/feed.xml --timezone Asia/Seoul
  $ nightdesk feed --batch < requests.jsonl > replies.jsonl

A request is {"id","path","url","headers"}; the reply, in the same order, is
{"id","feed":{title,link,language},"items":[...]} or {"id","error"}. Dates are as the feed claims them.`;

interface Options {
  batch?: true;
  url?: string;
  timezone?: string;
  items: number;
  feeds: string;
}

/** `feed PATH|URL` shows a person what Nightdesk makes of a feed; `feed --batch` answers programs. */
export function feedCommand(): Command {
  return new Command('feed')
    .description('Show what Nightdesk makes of a feed: format, charset, what was repaired, the items.')
    .argument('[path]', 'a file, gzipped or not, or the address of a feed')
    .option('--url <url>', 'the address a file was saved from, for its relative references')
    .option('--timezone <zone>', 'IANA zone of dates that name none (default: UTC)', ianaZone)
    .option('--items <n>', 'show at most so many items', wholeNumber(0), 20)
    .option('--feeds <file>', 'the configuration, for how feeds are asked for', join(ROOT, 'feeds.yaml'))
    .option('--batch', 'read requests from standard input, one JSON object a line')
    .addHelpText('after', EXAMPLES)
    .action(async (path: string | undefined, options: Options, command: Command) => {
      if (options.batch) return batch();
      if (path === undefined) return command.error('error: give a file or an address, or --batch', { exitCode: 2 });
      return show(path, options);
    });
}

async function show(path: string, options: Options): Promise<void> {
  const saved = await (/^https?:\/\//.test(path) ? fetchFeed(path, options.feeds) : readSaved(path, options));
  if (typeof saved === 'string') {
    process.stderr.write(`${saved}\n`);
    process.exitCode = 1;
    return;
  }
  const { readFeed } = await import('../collect/feed.ts');
  const { bytes, ...context } = saved;
  const feed = await readFeed(bytes, { ...context, timezone: options.timezone ?? null });
  process.stdout.write(`${describeFeed(feed, options.items)}\n`);
}

/** A document and what its response said of it. */
interface Saved {
  bytes: Uint8Array;
  url: string;
  contentType?: string | undefined;
  contentLanguage?: string | undefined;
  contentLocation?: string | undefined;
}

async function readSaved(path: string, { url = '' }: Options): Promise<Saved> {
  return { bytes: await readMaybeGzip(path), url };
}

/** Asks for a feed as politely as the night does. @returns the answer, or why there is none */
async function fetchFeed(url: string, feeds: string): Promise<Saved | string> {
  const { clientFor } = await import('./client.ts');
  const client = clientFor(await readConfig({ feeds }), { now: Date.now, noDelay: false });
  try {
    const { body, finalUrl, headers, failure, status } = await client.fetch({ url });
    if (body === null) return failure?.message ?? `${url} answered ${status} without a document.`;
    return {
      bytes: body,
      url: finalUrl,
      contentType: headers.contentType ?? undefined,
      contentLanguage: headers.contentLanguage ?? undefined,
      contentLocation: headers.contentLocation ?? undefined,
    };
  } finally {
    await client.close();
  }
}

/** A feed for a person. */
export function describeFeed(feed: FeedDocument, most: number): string {
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
  fallback: 'nothing said so: guessed',
};

function describeEntry(entry: Entry): string[] {
  const { title, url, authors, categories, enclosures, arxiv } = entry;
  const date = entry.published ?? entry.updated;
  const facts = [
    date === null ? 'no date' : iso(date),
    authors.join(', '),
    categories.slice(0, 5).join(', '),
    arxiv ? `arXiv:${arxiv.id}${arxiv.announce === null ? '' : ` (${arxiv.announce})`}` : '',
    enclosures.length > 0 ? `${enclosures.length} file(s)` : '',
  ];
  return [title || '(no title)', `  ${url ?? '(no address)'}`, `  ${facts.filter((fact) => fact !== '').join(' · ')}`];
}

async function batch(): Promise<void> {
  const [{ answerBatch }, { readFeed }, { z }] = await Promise.all([
    import('./batch.ts'),
    import('../collect/feed.ts'),
    import('zod'),
  ]);
  const row = z.object({
    id: z.unknown(),
    path: z.string(),
    url: z.string().default(''),
    headers: z.record(z.string(), z.string()).default({}),
  });
  await answerBatch(row, async ({ id, path, url, headers }) => {
    const feed = await readFeed(await readMaybeGzip(path), {
      url,
      contentType: headers['content-type'],
      contentLanguage: headers['content-language'],
      contentLocation: headers['content-location'],
    });
    const { title, link, language } = feed;
    return { id, feed: { title, link, language }, items: feed.entries.map(replyItem) };
  });
}

function replyItem(entry: Entry): object {
  const { title, url, id, authors, summary, content, categories, enclosures, image, comments } = entry;
  const published = entry.published === null ? null : iso(entry.published);
  const updated = entry.updated === null ? null : iso(entry.updated);
  return { title, url, id, published, updated, authors, summary, content, categories, enclosures, image, comments };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}

function ianaZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('Give a zone such as Asia/Seoul.');
  }
}
