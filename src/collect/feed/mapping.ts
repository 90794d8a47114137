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
 * The two places where Nightdesk reaches into rss-parser 3.13 (pinned): its XML parser, in whose stead the recovering
 * builder's tree is handed in, and its reading of dates, which is switched off because dates are read later and better.
 * Neither is in its typings; tests/collect/feed/mapping.test.ts fails if either moves.
 */
interface Seams {
  xmlParser: { parseString(tree: unknown, done: (error: Error | null, tree: unknown) => void): void };
  setISODate(item: unknown): void;
}

const keepAll = (keys: readonly Key[]): (string | { keepArray: boolean })[][] =>
  keys.map((key) => [key.slice(0, -'[]'.length), key, { keepArray: true }]);

const mapper = new Parser<object, object>({
  // The typings know only names here; the code takes the same triples as for items.
  customFields: { feed: keepAll(FEED_FIELDS) as never[], item: keepAll(ENTRY_FIELDS) },
});
Object.assign(mapper as unknown as Seams, {
  xmlParser: { parseString: (tree, done) => done(null, tree) },
  setISODate: () => {},
} satisfies Seams);

/** Maps the tree of a feed through rss-parser. */
export async function mapFeed(tree: XmlTree & { root: XmlElement }): Promise<MappedFeed> {
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
