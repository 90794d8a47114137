import type { FeedDocument } from '../model.ts';
import { FEED_CAPS, type FeedCaps, type Repairs } from './caps.ts';
import { withoutForbidden } from './characters.ts';
import { decodeBytes } from '../text/charset.ts';
import { FeedError } from './errors.ts';
import { resolve } from './addresses.ts';
import type { Inherited } from './xml/element.ts';

export { FeedError } from './errors.ts';
export { FEED_CAPS, type FeedCaps } from './caps.ts';

/** Where a document came from and how its source is to be read. */
export interface FeedContext {
  /** Its address, after redirects: the last base of relative references. */
  url: string;
  contentType?: string | undefined;
  contentLanguage?: string | undefined;
  contentLocation?: string | undefined;
  /** IANA zone for dates that carry none; null = UTC. */
  timezone?: string | null;
  /** Minutes added to every date. */
  dateOffset?: number;
  caps?: Partial<FeedCaps>;
}

/**
 * Reads a feed in any format and state: RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, CDF, JSON Feed, RSS in JSON. What can be
 * mended is mended and told in `repairs`; one bad entry never costs the feed.
 *
 * @throws FeedError when there is no feed in it
 */
export async function readFeed(bytes: Uint8Array, context: FeedContext): Promise<FeedDocument> {
  const caps = { ...FEED_CAPS, ...context.caps };
  const repairs = new Set<string>();
  // No charset needs more than four bytes a character: what lies behind cannot be within the cap.
  const decoded = await decodeBytes(bytes.subarray(0, 4 * caps.characters), context.contentType);
  if (decoded.lie !== null) repairs.add(`labelled ${decoded.lie}, read as ${decoded.charset.name}`);
  const text = cleaned(decoded.text, caps, repairs);
  const start = text.search(/\S/);
  if (start < 0)
    throw new FeedError('empty', 'The answer is empty. If it stays so, the feed has moved or is switched off.');
  const inherited = inheritedFrom(context);
  const dates = { timezone: context.timezone ?? null, offset: context.dateOffset ?? 0 };
  // Loaded when the first document comes: on most nights most sources answer that nothing has changed.
  const isJson = text[start] === '{' || text[start] === '[';
  const read = isJson
    ? await (await import('./feed/json.ts')).readJson(text, inherited, dates, caps, repairs)
    : await (await import('./feed/xml.ts')).readXml(text, inherited, dates, caps, repairs);
  return { ...read, charset: decoded.charset, repairs: [...repairs] };
}

function cleaned(text: string, caps: FeedCaps, repairs: Repairs): string {
  let kept = text;
  if (kept.length > caps.characters) {
    repairs.add(`only the first ${caps.characters} characters were read`);
    kept = kept.slice(0, caps.characters);
  }
  const clean = withoutForbidden(kept);
  if (clean.length < kept.length) repairs.add('control characters were dropped');
  return clean;
}

function inheritedFrom({ url, contentLocation, contentLanguage }: FeedContext): Inherited {
  return {
    base: { href: resolve(contentLocation ?? '', url) ?? url },
    lang: contentLanguage?.split(',')[0]?.trim() ?? '',
  };
}
