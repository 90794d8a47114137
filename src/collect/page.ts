import type { CheerioAPI } from 'cheerio';
import type { Entry, FeedDocument, PageSelectors } from '../model.ts';
import { FeedError } from './errors.ts';
import { NO_HINTS } from './feed/hints.ts';
import { EMPTY_ENTRY, uniqueIds } from './feed/entries.ts';
import { languageOf } from './feed/xml.ts';
import { loadHtml } from './html.ts';
import { plainLine } from '../text/plain-line.ts';
import { rowsOfBlocks } from './page/blocks.ts';
import { rowsOfJsonLd } from './page/json-ld.ts';
import { isComplete, type PageContext, type Row } from './page/row.ts';
import { rowsOfSelectors } from './page/selectors.ts';
import { isSitemap, rowsOfSitemap } from './page/sitemap.ts';
import type { Repairs } from './caps.ts';
import { say } from '../text/said.ts';

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
  const $ = loadHtml(html);
  const title = $('meta[property="og:site_name"]').attr('content') ?? $('title').first().text();
  const language = $('html').attr('lang') ?? '';
  const { how, rows } = explain($, html, options);
  if (how === 'nothing') {
    throw new FeedError('not-a-feed', say('feed.noList'));
  }
  const repairs: Repairs = new Set();
  return {
    format: 'page',
    charset: { name: 'utf-8', foundBy: 'utf8' },
    title: plainLine(title),
    link: options.url,
    language: languageOf(language),
    entries: uniqueIds(rows.map(entryOf), repairs),
    hints: NO_HINTS,
    repairs: [...repairs],
    cut: false,
  };
}

/** What the selectors, or the guesses in their stead, find on a page. Never throws. */
export function explainPage(html: string, options: PageOptions): PageExplanation {
  return explain(loadHtml(html), html, options);
}

function explain($: CheerioAPI, html: string, { url, selectors = {}, timezone = null }: PageOptions): PageExplanation {
  const context: PageContext = { url, timezone, selectors };
  if (isSitemap(html)) return explanation('sitemap', rowsOfSitemap(html, context));
  if (selectors.list !== undefined) return explanation('selectors', rowsOfSelectors($, context));
  const listed = rowsOfJsonLd($, context);
  if (listed.length > 0) return explanation('json-ld', listed);
  const blocks = rowsOfBlocks($, context);
  if (blocks.length > 0) return explanation('blocks', blocks);
  return { how: 'nothing', matched: 0, rows: [], problems: ['no repeated blocks with links were found'] };
}

function explanation(how: PageExplanation['how'], all: readonly Row[]): PageExplanation {
  return { how, matched: all.length, rows: all.filter(isComplete).slice(0, MOST_ROWS), problems: problemsOf(all) };
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
  return { ...EMPTY_ENTRY, id: url ?? title, url, title, published: date, summary, image };
}
