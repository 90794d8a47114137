import type { Article } from '../model.ts';
import { decodeBytes } from '../text/charset.ts';
import { extractArticle } from './article.ts';

/** A page as it was answered. */
export interface PageBytes {
  bytes: Uint8Array;
  /** The address after redirects; "" when unknown. */
  url: string;
  /** Response headers, names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** IANA zone of dates that name none; null or missing for UTC. */
  timezone?: string | null;
}

/** Decodes a page and reads its article. */
export async function readArticle({ bytes, url, headers, timezone = null }: PageBytes): Promise<Article> {
  const { text } = await decodeBytes(bytes, headers['content-type']);
  return extractArticle(text, url, { headers, timezone });
}
