import { FeedError } from '../collect/errors.ts';
import { decodeBytes, type DecodedText } from '../text/charset.ts';
import { readFeed } from '../collect/feed.ts';
import { say, type Sentence } from '../text/said.ts';
import type { PageExplanation, PageOptions } from '../collect/page.ts';
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
      return /\/list\//.test(response.finalUrl) ? listing(body, response) : feed(source, body, response);
    case 'page':
      return page(source, body, response);
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
  const files = await listMail(url, since).catch((error: unknown) => {
    throw new FeedError('bad-mail', say('source.mailFolder', { folder: url, why: codeOf(error) }));
  });
  const entries: Entry[] = [];
  const repairs: Sentence[] = [];
  for (const file of files) {
    try {
      entries.push(...(await readMail(await readMailFile(file))).entries);
    } catch (error) {
      if (!(error instanceof FeedError)) throw error;
      repairs.push(say('repair.mail', { file: file.path, why: error.message }));
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

async function listing(body: Uint8Array, response: FetchResult): Promise<FeedDocument> {
  const { readArxivListing } = await import('../collect/arxiv/listing.ts');
  const { text, charset } = await decoded(body, response);
  return { ...readArxivListing(text, response.finalUrl), charset };
}

async function page(source: Source, body: Uint8Array, response: FetchResult): Promise<FeedDocument> {
  const { readPage } = await import('../collect/page.ts');
  const { text, charset } = await decoded(body, response);
  return { ...readPage(text, pageOptions(source, response)), charset };
}

/** What a page's list of articles was found by, for whoever sets the selectors of a `kind: page` source. */
export async function explainList(source: Source, body: Uint8Array, response: FetchResult): Promise<PageExplanation> {
  const { explainPage } = await import('../collect/page.ts');
  return explainPage((await decoded(body, response)).text, pageOptions(source, response));
}

function pageOptions({ selectors, timezone }: Source, { finalUrl }: FetchResult): PageOptions {
  return { url: finalUrl, selectors, timezone };
}

function decoded(body: Uint8Array, { headers }: FetchResult): Promise<DecodedText> {
  return decodeBytes(body, headers.contentType ?? undefined);
}

async function feed({ timezone, dateOffset }: Source, body: Uint8Array, response: FetchResult): Promise<FeedDocument> {
  const { contentType, contentLanguage, contentLocation } = response.headers;
  try {
    return await readFeed(body, {
      url: response.finalUrl,
      timezone,
      dateOffset,
      contentType: contentType ?? undefined,
      contentLanguage: contentLanguage ?? undefined,
      contentLocation: contentLocation ?? undefined,
    });
  } catch (error) {
    throw error instanceof FeedError && error.code === 'html' ? await withItsFeed(error, body, response) : error;
  }
}

/** A page where a feed should be may say where its feed is. */
async function withItsFeed(error: FeedError, body: Uint8Array, response: FetchResult): Promise<FeedError> {
  const { declaredFeed } = await import('../collect/discover.ts');
  const feed = declaredFeed((await decoded(body, response)).text, response.finalUrl);
  if (feed === null) return error;
  return new FeedError('html', say('source.pageNamesFeed', { url: feed }));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
