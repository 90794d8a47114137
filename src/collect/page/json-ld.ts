import type { CheerioAPI } from 'cheerio';
import { parseDate } from '../../text/dates.ts';
import { escapeHtml } from '../../text/html.ts';
import { plainLine } from '../../text/plain-line.ts';
import { webUrl } from '../addresses.ts';
import type { PageContext, Row } from './row.ts';

/** schema.org's types of what a list page lists. */
const ARTICLE = /^(?:News|Blog|Tech|Scholarly|Report)?(?:Article|BlogPosting|Posting|Report)$/;
const DEEPEST = 8;
/** A page that describes fewer articles is one of them, with its neighbours. */
const FEWEST = 3;

/** The articles that a page lists in JSON-LD: an ItemList, a Blog's posts, or plain articles. */
export function rowsOfJsonLd($: CheerioAPI, context: PageContext): Row[] {
  const rows: Row[] = [];
  for (const script of $('script[type="application/ld+json"]').toArray()) {
    collect(parse($(script).text()), context, rows, 0);
  }
  const byUrl = new Map(rows.map((row) => [row.url, row]));
  return byUrl.size < FEWEST ? [] : [...byUrl.values()];
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function collect(value: unknown, context: PageContext, rows: Row[], depth: number): void {
  if (depth > DEEPEST || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value as unknown[]) collect(one, context, rows, depth + 1);
    return;
  }
  const thing = value as Record<string, unknown>;
  const row = typesOf(thing).some((type) => ARTICLE.test(type) || type === 'ListItem') ? rowOf(thing, context) : null;
  if (row) rows.push(row);
  else
    for (const key of ['@graph', 'mainEntity', 'itemListElement', 'item', 'blogPost', 'blogPosts', 'hasPart'])
      collect(thing[key], context, rows, depth + 1);
}

function rowOf(thing: Record<string, unknown>, { url: base, timezone }: PageContext): Row | null {
  const title = plainLine(text(thing['headline']) || text(thing['name']));
  const url = webUrl(text(thing['url']) || text(thing['@id']) || text(thing['mainEntityOfPage']), base);
  if (title === '' || url === null) return null;
  return {
    title,
    url,
    date: parseDate(text(thing['datePublished']) || text(thing['dateModified']), { timezone }),
    summary: escapeHtml(plainLine(text(thing['description']))),
    image: webUrl(text(thing['image']), base),
  };
}

function typesOf(thing: Record<string, unknown>): string[] {
  const type = thing['@type'];
  return (Array.isArray(type) ? (type as unknown[]) : [type]).filter((one) => typeof one === 'string');
}

/** A text, or the address of a thing in its place. */
function text(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return text(value[0]);
  if (typeof value !== 'object' || value === null) return '';
  const thing = value as Record<string, unknown>;
  return text(thing['url'] ?? thing['@id']);
}
