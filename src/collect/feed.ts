import type { FeedDocument } from '../model.ts';
import { FEED_CAPS, type FeedCaps, type Repairs } from './caps.ts';
import { cleanSource } from './characters.ts';
import { decodeSource } from '../text/charset.ts';
import { decodedSource, type SourceText } from '../text/source.ts';
import { FeedError } from './errors.ts';
import type * as Json from './feed/json.ts';
import type * as Xml from './feed/xml.ts';
import { resolve } from './addresses.ts';
import type { Inherited } from './xml/element.ts';
import { say } from '../text/said.ts';

export { FeedError } from './errors.ts';
export { FEED_CAPS, type FeedCaps } from './caps.ts';

// Loaded when the first document comes: on most nights most sources answer that nothing has changed. Kept, because
// asking the module loader again costs a tenth of reading a feed.
let xml: Promise<typeof Xml> | undefined;
let json: Promise<typeof Json> | undefined;
const xmlReader = (): Promise<typeof Xml> => (xml ??= import('./feed/xml.ts'));
const jsonReader = (): Promise<typeof Json> => (json ??= import('./feed/json.ts'));

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
  const repairs: Repairs = new Set();
  // No charset needs more than four bytes a character: what lies behind cannot be within the cap.
  const decoded = await decodeSource(bytes.subarray(0, 4 * caps.characters), context.contentType);
  if (decoded.lie !== null) repairs.add(say('repair.label', { label: decoded.lie, charset: decoded.charset.name }));
  const source = cleaned(decoded.source, caps, repairs);
  const start = source.characters.search(/\S/);
  if (start < 0) throw new FeedError('empty', say('feed.empty'));
  const inherited = inheritedFrom(context);
  const dates = { timezone: context.timezone ?? null, offset: context.dateOffset ?? 0 };
  const isJson = /[[{]/.test(source.characters.charAt(start));
  const read = isJson
    ? await (await jsonReader()).readJson(source.cut(0), inherited, dates, caps, repairs)
    : await (await xmlReader()).readXml(source, inherited, dates, caps, repairs);
  return { ...read, charset: decoded.charset, repairs: [...repairs] };
}

function cleaned(source: SourceText, caps: FeedCaps, repairs: Repairs): SourceText {
  let kept = source;
  if (source.characters.length > caps.characters) {
    const text = source.cut(0);
    if (text.length > caps.characters) repairs.add(say('repair.characters', { n: caps.characters }));
    kept = decodedSource(text.slice(0, caps.characters));
  }
  const clean = cleanSource(kept);
  if (clean !== kept) repairs.add(say('repair.control'));
  return clean;
}

function inheritedFrom({ url, contentLocation, contentLanguage }: FeedContext): Inherited {
  return {
    base: { href: resolve(contentLocation ?? '', url) ?? url },
    lang: contentLanguage?.split(',')[0]?.trim() ?? '',
  };
}
