import type { CheerioAPI } from 'cheerio';
import type { AnyNode } from 'domhandler';
import type { ArxivAnnounceType, Entry, FeedDocument } from '../../model.ts';
import { parseArxivId } from '../../text/arxiv.ts';
import { parseDate } from '../../text/dates.ts';
import { collapse, escapeHtml } from '../../text/html.ts';
import { FeedError } from '../errors.ts';
import { EMPTY_ENTRY } from '../feed/entries.ts';
import { NO_HINTS } from '../feed/hints.ts';
import { isArxivCategory } from './facts.ts';
import { loadHtml } from '../html.ts';
import { say } from '../../text/said.ts';

/**
 * Reads a listing page of arXiv, `/list/cs.AI/recent` or `/list/cs.AI/new`: a definition list whose terms hold the id and
 * whose descriptions hold title, authors, subjects and (on "new") the abstract; headings give the day or the kind.
 *
 * @param url the page's address
 * @throws FeedError when there is no listing in it
 */
export function readArxivListing(html: string, url: string): FeedDocument {
  const $ = loadHtml(html);
  const terms = $('dl > dt').toArray();
  if (terms.length === 0 && !/no updates|total of 0 entries|no entries/i.test($('body').text())) {
    throw new FeedError('not-a-feed', say('feed.noListing'));
  }
  const pageDate = parseDate(dayIn($('h3').first().text()) ?? '');
  return {
    format: 'arxiv-listing',
    charset: { name: 'utf-8', foundBy: 'utf8' },
    title: collapse($('h1').last().text() || $('title').text()),
    link: url,
    language: 'en',
    entries: terms.map((term) => readPaper($, term, pageDate)).filter((entry) => entry !== null),
    hints: NO_HINTS,
    repairs: [],
    cut: false,
  };
}

function readPaper($: CheerioAPI, term: AnyNode, pageDate: number | null): Entry | null {
  const dt = $(term);
  const dd = dt.next('dd');
  const id = parseArxivId(
    dt.find('a[href*="/abs/"]').first().attr('href')?.replace(/^\/?/, 'https://arxiv.org/') ?? '',
  );
  if (!id || dd.length === 0) return null;
  const heading = collapse(dt.prevAll('h3').first().text() || dt.parent().prevAll('h3').first().text());
  const field = (selector: string): string => {
    const element = dd.find(selector).first().clone();
    element.find('.descriptor').remove();
    return collapse(element.text());
  };
  const categories = [...field('.list-subjects').matchAll(/\(([^()]+)\)/g)]
    .map((match) => match[1] ?? '')
    .filter(isArxivCategory);
  const announced = parseDate(dayIn(heading) ?? '') ?? pageDate;
  return {
    ...EMPTY_ENTRY,
    id: `oai:arXiv.org:${id.id}`,
    url: `https://arxiv.org/abs/${id.id}`,
    title: field('.list-title'),
    published: announced,
    authors: dd
      .find('.list-authors a')
      .toArray()
      .map((a) => collapse($(a).text())),
    summary: escapeHtml(collapse(dd.find('p').first().text())),
    categories,
    arxiv: {
      id: id.id,
      version: versionOf(dt.find('a[href*="/html/"]').attr('href')),
      announce: announceOf(heading, dt.text()),
      categories,
      license: null,
      doi: null,
      comment: field('.list-comments') || null,
    },
  };
}

/** The link to the HTML form is the only one with a version. */
function versionOf(href: string | undefined): number | null {
  return href === undefined ? null : (parseArxivId(href)?.version ?? null);
}

function announceOf(heading: string, term: string): ArxivAnnounceType | null {
  const crossListed = /\(cross-list from/i.test(term);
  if (/^replacement/i.test(heading) || /\(replaced\)/i.test(term)) return crossListed ? 'replace-cross' : 'replace';
  if (/^cross/i.test(heading) || crossListed) return 'cross';
  return /^new submissions/i.test(heading) ? 'new' : null;
}

/** "Wed, 21 Aug 2024 (showing 50 of 215 entries)", "Showing new listings for Wednesday, 21 August 2024". */
function dayIn(heading: string): string | null {
  return /\d{1,2} \p{L}+ \d{4}/u.exec(heading)?.[0] ?? null;
}
