import { z } from 'zod';
import type { Enclosure, Entry } from '../../model.ts';
import { collapse, escapeHtml } from '../../text/html.ts';
import { plainLine } from '../../text/plain-line.ts';
import { wellFormed } from '../characters.ts';
import type { FeedCaps, Repairs } from '../caps.ts';
import { FeedError } from '../errors.ts';
import { resolveReferences, webUrl } from '../addresses.ts';
import type { Inherited } from '../xml/element.ts';
import { derivedId, readDate, type DateReading } from './entry.ts';
import { NO_HINTS } from './hints.ts';
import { languageOf, readTree, type ReadFeed } from './xml.ts';
import { uniqueIds } from './entries.ts';
import { jsonTree } from './rss-in-json.ts';
import { say } from '../../text/said.ts';

const text = z.union([z.string().transform(wellFormed), z.number().transform(String)]).catch('');
const list = <T extends z.ZodType>(of: T) => z.array(of.or(z.null()).catch(null as never)).catch([]);
const author = z.union([z.object({ name: text }), z.string().transform((name) => ({ name }))]);
const attachment = z.object({
  url: text,
  mime_type: text,
  size_in_bytes: z.number().nonnegative().nullable().catch(null),
});

/** JSON Feed 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/); a wrong field is as good as none. */
const item = z.object({
  id: text,
  url: text,
  external_url: text,
  title: text,
  content_html: text,
  content_text: text,
  summary: text,
  image: text,
  banner_image: text,
  date_published: text,
  date_modified: text,
  authors: list(author),
  author: author.nullable().catch(null),
  tags: list(text),
  attachments: list(attachment),
});
const feed = z.object({
  version: text,
  title: text,
  home_page_url: text,
  feed_url: text,
  language: text,
  authors: list(author),
  author: author.nullable().catch(null),
  items: z.array(z.unknown()),
});
type JsonItem = z.infer<typeof item>;

/** Reads a JSON Feed, or RSS written as JSON. */
export async function readJson(
  source: string,
  inherited: Inherited,
  dates: DateReading,
  caps: FeedCaps,
  repairs: Repairs,
): Promise<ReadFeed> {
  const json = parse(source);
  const rss = jsonTree(json, inherited, caps, repairs);
  if (rss) return readTree(rss, inherited, dates, repairs);
  const read = feed.safeParse(json);
  if (!read.success || !isJsonFeed(read.data)) {
    throw new FeedError('not-a-feed', say('feed.otherJson'));
  }
  const { title, home_page_url, language, items } = read.data;
  const link = webUrl(home_page_url, inherited.base.href);
  const feedAuthors = names(read.data);
  if (items.length > caps.entries) repairs.add(say('repair.entries', { n: caps.entries }));
  const entries: Entry[] = [];
  for (const one of items.slice(0, caps.entries)) {
    const parsed = item.safeParse(one);
    if (parsed.success) entries.push(readItem(parsed.data, link ?? inherited.base.href, feedAuthors, dates));
    else repairs.add(say('repair.noObject'));
  }
  return {
    format: 'json',
    title: plainLine(title),
    link,
    language: languageOf(language || inherited.lang),
    entries: uniqueIds(entries, repairs),
    hints: NO_HINTS,
    cut: false,
  };
}

/** Other APIs have a list of items too. */
function isJsonFeed({ version, title, home_page_url, feed_url }: z.infer<typeof feed>): boolean {
  return version.includes('jsonfeed.org/version') || (title !== '' && (home_page_url !== '' || feed_url !== ''));
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source) as unknown;
  } catch (error) {
    throw new FeedError('bad-json', say('feed.badJson', { why: (error as Error).message }));
  }
}

function readItem(read: JsonItem, base: string, feedAuthors: readonly string[], dates: DateReading): Entry {
  const url =
    webUrl(read.url, base) ??
    webUrl(read.external_url, base) ??
    (/^https?:/.test(read.id) ? webUrl(read.id, base) : null);
  const title = plainLine(read.title);
  const content = read.content_html === '' ? escapeHtml(read.content_text) : resolveReferences(read.content_html, base);
  const authors = names(read);
  return {
    id: read.id || url || derivedId(title, read.summary || content),
    url,
    title,
    published: readDate(read.date_published, dates),
    updated: readDate(read.date_modified, dates),
    authors: authors.length > 0 ? authors : feedAuthors,
    summary: escapeHtml(read.summary),
    content,
    categories: [...new Set(read.tags.map((tag) => collapse(tag ?? '')).filter((tag) => tag !== ''))],
    enclosures: read.attachments.map((one) => enclosure(one, base)).filter((one) => one !== null),
    image: webUrl(read.image, base) ?? webUrl(read.banner_image, base),
    comments: null,
    arxiv: null,
  };
}

function names({ authors, author: single }: Pick<JsonItem, 'authors' | 'author'>): string[] {
  const all = [...authors, single].map((one) => collapse(one?.name ?? '')).filter((name) => name !== '');
  return [...new Set(all)];
}

function enclosure(one: z.infer<typeof attachment> | null, base: string): Enclosure | null {
  const url = one && webUrl(one.url, base);
  return url ? { url, type: one.mime_type, length: one.size_in_bytes } : null;
}
