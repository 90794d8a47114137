import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import type { Entry, Instant } from '../model.ts';
import { ROOT, readConfig, wholeNumber } from './context.ts';
import { describeFeed } from './describe-feed.ts';
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
  const published = isoOf(entry.published);
  const updated = isoOf(entry.updated);
  return { title, url, id, published, updated, authors, summary, content, categories, enclosures, image, comments };
}

function isoOf(at: Instant | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}

function ianaZone(name: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('Give a zone such as Asia/Seoul.');
  }
}
