import type { FeedDocument, FeedFormat } from '../../model.ts';
import { readOai } from '../arxiv/oai.ts';
import type { FeedCaps, Repairs } from '../caps.ts';
import { FeedError } from '../errors.ts';
import { TreeBuilder } from '../xml/builder.ts';
import type { XmlTree } from '../xml/builder.ts';
import type { Inherited, XmlElement } from '../xml/element.ts';
import { child, children } from '../xml/element.ts';
import type { SourceText } from '../../text/source.ts';
import { uniqueIds } from './entries.ts';
import * as fields from './fields.ts';
import { type DateReading, firstText, readEntry } from './entry.ts';
import { hintsOf } from './hints.ts';
import { attributesOf, linksOf, pageLink } from './links.ts';
import { mapFeed } from './mapping.ts';
import { namesOf } from './people.ts';
import { plainOf, textOf } from './texts.ts';
import { webUrl } from '../addresses.ts';
import { say } from '../../text/said.ts';

export type ReadFeed = Omit<FeedDocument, 'charset' | 'repairs'>;

/** Reads RSS (all versions), RDF, Atom and CDF. @param inherited where the document lies and what language its response had */
export async function readXml(
  source: SourceText,
  inherited: Inherited,
  dates: DateReading,
  caps: FeedCaps,
  repairs: Repairs,
): Promise<ReadFeed> {
  const tree = new TreeBuilder(source, inherited, caps, repairs).build();
  if (!isFeed(tree)) throw notAFeed(tree);
  if (tree.name === 'oai-pmh') return readOai(tree, dates, caps, repairs);
  return readTree(tree, inherited, dates, repairs);
}

/** Reads a feed from its tree. */
export async function readTree(
  tree: XmlTree & { root: XmlElement },
  inherited: Inherited,
  dates: DateReading,
  repairs: Repairs,
): Promise<ReadFeed> {
  const { feed, entries } = await mapFeed(tree);
  const format = formatOf(tree);
  const authors = format === 'atom' ? namesOf(feed[fields.AUTHOR] ?? []) : [];
  const link =
    pageLink(linksOf(feed)) ?? (format === 'cdf' ? webUrl(attributesOf(feed).href ?? '', inherited.base.href) : null);
  // References that no xml:base resolves belong to the site, not to where the feed's file lies.
  if (link !== null) inherited.base.href = link;
  return {
    format,
    title: firstText(feed, fields.TITLE, plainOf),
    link,
    language: languageOf(
      firstText(feed, fields.FEED_LANGUAGE, textOf) || (child(tree.root, 'channel') ?? tree.root).$lang,
    ),
    entries: uniqueIds(
      entries.map((entry) => readEntry(entry, authors, dates)),
      repairs,
    ),
    hints: hintsOf(feed),
    cut: tree.cut,
  };
}

function isFeed(tree: XmlTree): tree is XmlTree & { root: XmlElement } {
  if (!tree.root) return false;
  return tree.name !== 'rdf:RDF' || children(tree.root, 'channel').length + children(tree.root, 'item').length > 0;
}

function notAFeed({ firstElement }: XmlTree): FeedError {
  if (firstElement === null) return new FeedError('not-a-feed', say('feed.noElement'));
  if (/^html$/i.test(firstElement)) {
    return new FeedError('html', say('feed.html'));
  }
  return new FeedError('not-a-feed', say('feed.otherXml', { root: firstElement.slice(0, 40) }));
}

function formatOf({ name, root }: XmlTree & { root: XmlElement }): FeedFormat {
  if (name === 'feed') return 'atom';
  if (name === 'rdf:RDF') return 'rdf';
  return name === 'channel' && root.$['href'] !== undefined ? 'cdf' : 'rss';
}

export function languageOf(tag: string): string {
  return tag.trim().replaceAll('_', '-');
}
