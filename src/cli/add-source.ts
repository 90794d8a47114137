import type { Config } from '../config.ts';
import type { FeedDocument, SourceKind } from '../model.ts';
import type { Client } from '../net/client.ts';
import { say, type Sentence, verbatim } from '../text/said.ts';

/** So many of the addresses that a page may keep its feed under are tried. */
const TRIES = 12;

/** A source that answered. */
export interface Found {
  url: string;
  kind: SourceKind;
  title: string;
  document: FeedDocument;
  /** How it was found; null when the address was a feed itself. */
  why: Sentence | null;
}

/**
 * Finds the feed at an address or behind the page that stands there; where there is none, the page's own list of
 * articles. Services whose feeds follow from the address are asked for them also when they keep their pages to
 * themselves. Returns a sentence when there is nothing.
 */
export async function findSource(url: string, client: Client, allowPrivate: boolean): Promise<Found | Sentence> {
  const { discoverFeeds } = await import('../collect/discover.ts');
  const first = await read(url, client, allowPrivate);
  if (typeof first === 'object' && 'document' in first)
    return { ...first, kind: kindOf(first.url), title: first.document.title, why: null };
  const candidates = typeof first === 'string' ? discoverFeeds(null, url) : discoverFeeds(first.text, first.url);
  for (const { url: address, title, why } of candidates.slice(0, TRIES)) {
    const next = await read(address, client, allowPrivate);
    if (typeof next === 'object' && 'document' in next)
      return { ...next, kind: kindOf(next.url), title: next.document.title || title, why };
  }
  return typeof first === 'string' ? first : listOf(first.text, first.url);
}

type Read = { document: FeedDocument; url: string } | { text: string; url: string } | Sentence;

/** A feed, a page, or why neither. */
async function read(address: string, client: Client, allowPrivate: boolean): Promise<Read> {
  const { readFeed, FeedError } = await import('../collect/feed.ts');
  const { body, failure, finalUrl, permanentTo, headers } = await client.fetch({ url: address, allowPrivate });
  if (body === null) return failure?.message ?? say('source.noAnswer');
  const contentType = headers.contentType ?? undefined;
  try {
    return { document: await readFeed(body, { url: finalUrl, contentType }), url: permanentTo ?? address };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    if (error.code !== 'html') return verbatim(error.message);
    const { text } = await (await import('../text/charset.ts')).decodeBytes(body, contentType);
    return { text, url: finalUrl };
  }
}

/** The page itself as a source, when it shows a list of articles. */
async function listOf(html: string, url: string): Promise<Found | Sentence> {
  const [{ readPage }, { FeedError }] = await Promise.all([
    import('../collect/page.ts'),
    import('../collect/errors.ts'),
  ]);
  try {
    const document = readPage(html, { url });
    return { url, kind: 'page', title: document.title, document, why: say('probe.list') };
  } catch (error) {
    if (!(error instanceof FeedError)) throw error;
    return say('probe.nothing', { url });
  }
}

/** arXiv has a calendar and manners of its own. */
function kindOf(url: string): SourceKind {
  return /(?:^|\.)arxiv\.org$/.test(new URL(url).hostname) ? 'arxiv' : 'feed';
}

/** A client for a few questions by hand. */
export async function handClient(config: Config, db: string): Promise<Client> {
  const { clientFor } = await import('./client.ts');
  return clientFor(config, { now: Date.now, noDelay: false, db });
}

/** What a person looks at before a source is added. */
export function preview({ url, title, document, why }: Found): string {
  const { format, entries, language } = document;
  const newest = entries.slice(0, 5).map(({ title: line, published }) => {
    const day = published === null ? 'no date   ' : new Date(published).toISOString().slice(0, 10);
    return `  ${day}  ${line}`;
  });
  const head = `${title || '(no title)'}: ${format}, ${entries.length} entries${language === '' ? '' : `, ${language}`}`;
  return [`${url}${why === null ? '' : ` (${why})`}`, head, ...newest].join('\n');
}
