import type { Config } from '../config.ts';
import type { FeedDocument } from '../model.ts';
import type { Client } from '../net/client.ts';

/** So many of the addresses that a page may keep its feed under are tried. */
const TRIES = 12;

/** A feed that answered. */
export interface Found {
  url: string;
  title: string;
  document: FeedDocument;
  /** How it was found; null when the address was a feed itself. */
  why: string | null;
}

/** Finds the feed at an address or behind the page that stands there. Returns a sentence when there is none. */
export async function findFeed(url: string, client: Client, allowPrivate: boolean): Promise<Found | string> {
  const { readFeed, FeedError } = await import('../collect/feed.ts');
  const { discoverFeeds } = await import('../collect/discover.ts');

  const read = async (
    address: string,
  ): Promise<{ document: FeedDocument; url: string } | { page: string; url: string } | string> => {
    const { body, failure, finalUrl, permanentTo, headers } = await client.fetch({ url: address, allowPrivate });
    if (body === null) return failure?.message ?? `${address} gave no answer.`;
    try {
      const document = await readFeed(body, { url: finalUrl, contentType: headers.contentType ?? undefined });
      return { document, url: permanentTo ?? address };
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      return error.code === 'html' ? { page: Buffer.from(body).toString('utf8'), url: finalUrl } : error.message;
    }
  };

  const first = await read(url);
  if (typeof first === 'string') return first;
  if ('document' in first) return { ...first, title: first.document.title, why: null };
  for (const candidate of discoverFeeds(first.page, first.url).slice(0, TRIES)) {
    const next = await read(candidate.url);
    if (typeof next === 'object' && 'document' in next)
      return { ...next, title: next.document.title || candidate.title, why: candidate.why };
  }
  return `${url} is a page, and no feed was found behind it. Add it with "kind: page", and selectors if its list is not found.`;
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
