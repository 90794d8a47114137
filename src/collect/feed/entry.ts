import { createHash } from 'node:crypto';
import type { Entry } from '../../model.ts';
import { collapse } from '../../text/html.ts';
import { parseDate } from '../../text/dates.ts';
import { arxivFacts, asPaper } from '../arxiv/facts.ts';
import { webUrl } from '../addresses.ts';
import type { Attributes, XmlElement } from '../xml/element.ts';
import { children } from '../xml/element.ts';
import * as fields from './fields.ts';
import type { Key } from './fields.ts';
import { attributesOf, entryLink, linksOf, relOf } from './links.ts';
import type { Mapped } from './mapping.ts';
import { mediaOf } from './media.ts';
import { namesOf } from './people.ts';
import { htmlOf, plainOf, textOf } from './texts.ts';

/** How a source's dates are to be read. */
export interface DateReading {
  timezone: string | null;
  /** Minutes to add. */
  offset: number;
}

/** Makes an entry of what rss-parser mapped. @param feedAuthors names that hold for entries without authors */
export function readEntry(mapped: Mapped, feedAuthors: readonly string[], dates: DateReading): Entry {
  const links = linksOf(mapped);
  const url = entryLink(mapped, links);
  const title = firstText(mapped, fields.TITLE, plainOf);
  const published = firstDate(mapped, fields.PUBLISHED, dates);
  const summary = firstText(mapped, fields.SUMMARY, htmlOf);
  const content = contentOf(mapped);
  const { enclosures, image } = mediaOf(mapped, links);
  const authors = authorsOf(mapped);
  return asPaper({
    id: idOf(mapped) || url || derivedId(title, summary || content),
    url,
    title,
    published,
    updated: updatedOf(mapped, dates),
    authors: authors.length > 0 ? authors : feedAuthors,
    summary,
    content,
    categories: categoriesOf(mapped),
    enclosures,
    image,
    comments: commentsOf(mapped, links),
    arxiv: arxivFacts(mapped, url),
  });
}

/** The first of the fields that says something, read by `read`. */
export function firstText(mapped: Mapped, keys: readonly Key[], read: (element: XmlElement) => string): string {
  for (const key of keys) {
    for (const element of mapped[key] ?? []) {
      const text = read(element);
      if (text !== '') return text;
    }
  }
  return '';
}

/** When the entry was changed last; CDF says it by an attribute. */
function updatedOf(mapped: Mapped, dates: DateReading): number | null {
  const { lastmod } = attributesOf(mapped);
  return lastmod === undefined ? firstDate(mapped, fields.UPDATED, dates) : readDate(lastmod, dates);
}

function firstDate(mapped: Mapped, keys: readonly Key[], dates: DateReading): number | null {
  for (const key of keys) {
    for (const element of mapped[key] ?? []) {
      const instant = readDate(textOf(element), dates);
      if (instant !== null) return instant;
    }
  }
  return null;
}

/** A date as its source is to be read; null when there is none. */
export function readDate(text: string, { timezone, offset }: DateReading): number | null {
  const instant = parseDate(text, { timezone });
  return instant === null ? null : instant + offset * 60_000;
}

function contentOf(mapped: Mapped): string {
  return firstText(mapped, fields.CONTENT, htmlOf);
}

function idOf(mapped: Mapped): string {
  const id = firstText(mapped, fields.ID, identifierOf);
  return id === '' ? (attributesOf(mapped).about ?? '') : id;
}

/** An id that begins like a path is a reference to be resolved, not a name. */
function identifierOf(element: XmlElement): string {
  const id = collapse(textOf(element));
  return /^\.{0,2}\//.test(id) ? (webUrl(id, element.$base.href) ?? id) : id;
}

/** An entry with neither id nor link is known again by what it says. */
export function derivedId(title: string, text: string): string {
  return `sha1:${createHash('sha1').update(`${title}\n${text}`).digest('hex')}`;
}

function authorsOf(mapped: Mapped): readonly string[] {
  const names = namesOf(all(mapped, fields.AUTHORS));
  return names.length > 0 ? names : namesOf(all(mapped, fields.FALLBACK_AUTHORS));
}

function all(mapped: Mapped, keys: readonly Key[]): readonly XmlElement[] {
  let found: readonly XmlElement[] = [];
  for (const key of keys) {
    const elements = mapped[key];
    if (elements) found = found.length === 0 ? elements : [...found, ...elements];
  }
  return found;
}

function categoriesOf(mapped: Mapped): readonly string[] {
  const found = new Set<string>();
  for (const element of all(mapped, fields.CATEGORIES)) {
    addCategory(found, element);
    for (const sub of children(element, 'itunes:category')) addCategory(found, sub);
  }
  for (const element of all(mapped, fields.KEYWORDS)) {
    for (const word of plainOf(element).split(',')) if (word.trim() !== '') found.add(word.trim());
  }
  return [...found];
}

function addCategory(found: Set<string>, element: XmlElement): void {
  const category = collapse(categoryName(element.$) ?? plainOf(element));
  if (category !== '') found.add(category);
}

/** Atom's term, unless it is an address and the label says it in words. */
function categoryName($: Attributes): string | undefined {
  const { term, label, text } = $;
  return term === undefined || /^https?:/.test(term) ? (label ?? term ?? text) : term;
}

/** The page where readers discuss it: RSS's comments, Atom's replies (RFC 4685). */
function commentsOf(mapped: Mapped, links: readonly XmlElement[]): string | null {
  const comments = mapped[fields.COMMENTS]?.[0];
  if (comments) {
    const url = webUrl(textOf(comments), comments.$base.href);
    if (url) return url;
  }
  const replies = links.find((link) => relOf(link) === 'replies' && /html|^$/.test(link.$['type'] ?? ''));
  return replies ? webUrl(replies.$['href'] ?? '', replies.$base.href) : null;
}
