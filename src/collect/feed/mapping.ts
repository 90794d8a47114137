import Parser from 'rss-parser';
import type { XmlElement } from '../xml/element.ts';
import { append, children, newAttributes, newElement } from '../xml/element.ts';
import type { XmlTree } from '../xml/builder.ts';
import { ENTRY_FIELDS, FEED_FIELDS, type Key } from './fields.ts';

/** What rss-parser makes of a feed or an entry: under each field's key all elements of that name, in document order. */
export type Mapped = Readonly<Record<Key, readonly XmlElement[] | undefined>>;

export interface MappedFeed {
  feed: Mapped;
  entries: readonly Mapped[];
}

/**
 * The three places where Nightdesk reaches into rss-parser 3.13 (pinned), none of them in its typings: its XML parser, in
 * whose stead the recovering builder's tree is handed in; its reading of dates, which is switched off because dates are
 * read later and better; its list of fields, which is shortened for each document to the names that stand in it.
 * tests/collect/feed/mapping.test.ts fails if one of them moves.
 */
interface Seams {
  xmlParser: { parseString(tree: unknown, done: (error: Error | null, tree: unknown) => void): void };
  setISODate(item: unknown): void;
  options: { customFields: { feed: CustomField[]; item: CustomField[] } };
}
type CustomField = readonly [from: string, to: Key, options: { keepArray: true }];

const customField = (key: Key): CustomField => [key.slice(0, -'[]'.length), key, { keepArray: true }];
const FEED = FEED_FIELDS.map(customField);
const ENTRY = ENTRY_FIELDS.map(customField);

const mapper = new Parser<object, object>();
const seams = mapper as unknown as Seams;
seams.xmlParser = { parseString: (tree, done) => done(null, tree) };
seams.setISODate = () => {};

/** Maps the tree of a feed through rss-parser. */
export async function mapFeed(tree: XmlTree & { root: XmlElement }): Promise<MappedFeed> {
  const occurs = ([name]: CustomField): boolean => name === '$' || tree.names.has(name);
  seams.options.customFields = { feed: FEED.filter(occurs), item: ENTRY.filter(occurs) };
  // rss-parser reads the fields before it first waits: another document cannot come between.
  const output = await mapper.parseString(forRssParser(tree) as string);
  const { items, ...feed } = output as unknown as { items: Mapped[] } & Mapped;
  return { feed, entries: items };
}

/** The tree as rss-parser wants it: one channel, items where it looks for them, a version it knows. */
function forRssParser({ name, root }: XmlTree & { root: XmlElement }): unknown {
  if (name === 'feed') return { feed: root };
  const channels = name === 'channel' ? [root] : children(root, 'channel');
  const channel = channels[0] ?? newElement(newAttributes(), root.$base, root.$lang);
  for (const from of [...channels.slice(1), root]) {
    if (from !== channel) for (const item of children(from, 'item')) append(channel, 'item', item);
  }
  if (name === 'rdf:RDF') return { 'rdf:RDF': { channel: [channel], item: children(channel, 'item') } };
  return { rss: { $: { version: '2.0' }, channel: [channel] } };
}
