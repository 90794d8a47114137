import { FeedError } from '../collect/errors.ts';
import { decodeBytes } from '../text/charset.ts';
import { readFeed } from '../collect/feed.ts';
import type { Entry, FeedDocument, Source } from '../model.ts';
import type { FetchResult } from '../net/client.ts';

/**
 * Reads what a source answered, by its kind; what only the rarer kinds need is loaded when one comes. Throws FeedError when it is
 * not what it should be.
 */
export async function readDocument(source: Source, body: Uint8Array, response: FetchResult): Promise<FeedDocument> {
  switch (source.kind) {
    case 'feed':
      return feed(source, body, response);
    case 'arxiv':
      return /\/list\//.test(response.finalUrl)
        ? (await import('../collect/arxiv/listing.ts')).readArxivListing(await text(body, response), response.finalUrl)
        : feed(source, body, response);
    case 'page': {
      const { selectors, timezone } = source;
      const { readPage } = await import('../collect/page.ts');
      return readPage(await text(body, response), { url: response.finalUrl, selectors, timezone });
    }
    case 'mail':
      return (await import('../collect/mail.ts')).readMail(body);
  }
}

/** The messages of a mail source that came in since it was last read, as one document. */
export async function readMailbox({ url, title }: Source, since: number): Promise<FeedDocument> {
  const [{ readMail }, { listMail, readMailFile }] = await Promise.all([
    import('../collect/mail.ts'),
    import('../collect/mail-folder.ts'),
  ]);
  const files = await listMail(url, since);
  const entries: Entry[] = [];
  const repairs: string[] = [];
  for (const file of files) {
    try {
      entries.push(...(await readMail(await readMailFile(file))).entries);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      repairs.push(`${file.path}: ${error.message}`);
    }
  }
  return {
    format: 'mail',
    charset: { name: 'utf-8', foundBy: 'declaration' },
    title,
    link: null,
    language: '',
    entries,
    hints: { ttlMinutes: null, skipHours: [], skipDays: [] },
    repairs,
    cut: false,
  };
}

async function text(body: Uint8Array, { headers }: FetchResult): Promise<string> {
  return (await decodeBytes(body, headers.contentType ?? undefined)).text;
}

async function feed({ timezone, dateOffset }: Source, body: Uint8Array, response: FetchResult): Promise<FeedDocument> {
  const { contentType, contentLanguage, contentLocation } = response.headers;
  return readFeed(body, {
    url: response.finalUrl,
    timezone,
    dateOffset,
    contentType: contentType ?? undefined,
    contentLanguage: contentLanguage ?? undefined,
    contentLocation: contentLocation ?? undefined,
  });
}
