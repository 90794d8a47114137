import { load } from 'cheerio';
import { parseDate } from '../../text/dates.ts';
import { escapeHtml } from '../../text/html.ts';
import { plainLine } from '../../text/plain-line.ts';
import { webUrl } from '../addresses.ts';
import type { PageContext, Row } from './row.ts';

export function isSitemap(text: string): boolean {
  return /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<urlset\b/s.test(text);
}

/**
 * The articles of a news sitemap (https://www.google.com/schemas/sitemap-news/0.9): titles are there only for news of
 * the last days, so that addresses without a title are left out.
 */
export function rowsOfSitemap(xml: string, { url, timezone }: PageContext): Row[] {
  const $ = load(xml, { xml: true });
  return $('url')
    .toArray()
    .map((element) => {
      const text = (name: string): string => $(element).find(name).first().text();
      return {
        title: plainLine(text('news\\:title')),
        url: webUrl(text('loc'), url),
        date: parseDate(text('news\\:publication_date') || text('lastmod'), { timezone }),
        summary: escapeHtml(plainLine(text('news\\:keywords'))),
        image: webUrl(text('image\\:loc'), url),
      };
    });
}
