import { load } from 'cheerio';
import type { Entry, FeedDocument, PageSelectors } from '../model.ts';
import { FeedError } from './errors.ts';
import { NO_HINTS } from './feed/hints.ts';
import { uniqueIds } from './feed/xml.ts';
import { Repairs } from './caps.ts';
import { rowsOfBlocks } from './page/blocks.ts';
import { rowsOfJsonLd } from './page/json-ld.ts';
import { isComplete, type PageContext, type Row } from './page/row.ts';
import { rowsOfSelectors } from './page/selectors.ts';
import { isSitemap, rowsOfSitemap } from './page/sitemap.ts';

export interface PageOptions {
  /** The page's address: the base of its links. */
  url: string;
  selectors?: PageSelectors;
  /** IANA zone for dates that carry none; null = UTC. */
  timezone?: string | null;
}

/** How a page was read, for the person who sets its selectors. */
export interface PageExplanation {
  how: 'selectors' | 'sitemap' | 'json-ld' | 'blocks' | 'nothing';
  /** Elements that the list selector (given or guessed) matched. */
  matched: number;
  rows: readonly Row[];
  /** What is missing, in words: "12 of 14 rows have no date". */
  problems: readonly string[];
}

/** Never more rows than this from one page. */
const MOST_ROWS = 200;

/**
 * Reads a page that has no feed: by its source's CSS selectors; without a list selector by what the page says itself
 * (a news sitemap, JSON-LD), else by its repeated blocks with links and dates.
 *
 * @throws FeedError when no list of articles is found
 */
export function readPage(html: string, options: PageOptions): FeedDocument {
  const { how, rows } = explainPage(html, options);
  if (how === 'nothing') {
    throw new FeedError(
      'not-a-feed',
      'No list of articles was found on this page. Give its source a "list" selector that matches one element an article.',
    );
  }
  const repairs = new Repairs();
  const $ = load(html, { xml: { xmlMode: false } });
  return {
    format: 'page',
    charset: { name: 'utf-8', foundBy: 'utf8' },
    title: $('meta[property="og:site_name"]').attr('content')?.trim() || $('title').first().text().trim(),
    link: options.url,
    language: $('html').attr('lang')?.trim() ?? '',
    entries: uniqueIds(rows.map(entryOf), repairs),
    hints: NO_HINTS,
    repairs: repairs.list(),
    cut: false,
  };
}

/** What the selectors, or the guesses in their stead, find on a page. Never throws. */
export function explainPage(html: string, { url, selectors = {}, timezone = null }: PageOptions): PageExplanation {
  const context: PageContext = { url, timezone, selectors };
  for (const [how, find] of strategies(html, selectors)) {
    const all = find(html, context);
    const rows = all.filter(isComplete).slice(0, MOST_ROWS);
    if (rows.length > 0 || how === 'selectors') return { how, matched: all.length, rows, problems: problemsOf(all) };
  }
  return { how: 'nothing', matched: 0, rows: [], problems: ['no repeated blocks with links were found'] };
}

type Strategy = readonly [PageExplanation['how'], (html: string, context: PageContext) => Row[]];

function strategies(html: string, selectors: PageSelectors): Strategy[] {
  if (isSitemap(html)) return [['sitemap', rowsOfSitemap]];
  if (selectors.list !== undefined) return [['selectors', rowsOfSelectors]];
  return [
    ['json-ld', rowsOfJsonLd],
    ['blocks', rowsOfBlocks],
  ];
}

function problemsOf(rows: readonly Row[]): string[] {
  if (rows.length === 0) return ['the list selector matches nothing'];
  const count = (what: string, missing: (row: Row) => boolean): string[] => {
    const without = rows.filter(missing).length;
    return without === 0 ? [] : [`${without} of ${rows.length} rows have no ${what}`];
  };
  return [
    ...count('title', (row) => row.title === ''),
    ...count('link', (row) => row.url === null),
    ...count('date', (row) => row.date === null),
  ];
}

function entryOf({ title, url, date, summary, image }: Row): Entry {
  return {
    id: url ?? title,
    url,
    title,
    published: date,
    updated: null,
    authors: [],
    summary,
    content: '',
    categories: [],
    enclosures: [],
    image,
    comments: null,
    arxiv: null,
  };
}
