import { readFeed } from '../collect/feed.ts';
import type { FeedDocument, Source } from '../model.ts';
import type { FetchResult } from '../net/client.ts';

/** Reads what a source answered, by its kind. Throws FeedError when it is not what it should be. */
export async function readDocument(source: Source, body: Uint8Array, response: FetchResult): Promise<FeedDocument> {
  const { timezone, dateOffset } = source;
  const { contentType, contentLanguage, contentLocation } = response.headers;
  return readFeed(body, {
    url: response.finalUrl,
    timezone,
    dateOffset,
    ...(contentType === null ? {} : { contentType }),
    ...(contentLanguage === null ? {} : { contentLanguage }),
    ...(contentLocation === null ? {} : { contentLocation }),
  });
}
