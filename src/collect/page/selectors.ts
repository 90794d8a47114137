import type { Cheerio, CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { rowOfBlock } from './block.ts';
import type { PageContext, Row } from './row.ts';
import { findDate } from '../../text/dates.ts';
import { collapse } from '../../text/html.ts';
import { plainLine } from '../../text/plain-line.ts';
import { webUrl } from '../addresses.ts';

/** A row for every element that the list selector matches; what no selector names is guessed inside it. */
export function rowsOfSelectors($: CheerioAPI, context: PageContext): Row[] {
  const { list = '', title, link, date, summary } = context.selectors;
  return select($, list).map((element) => {
    const block = $(element);
    const found = (selector: string | undefined): Cheerio<Element> | null =>
      selector === undefined ? null : inside(block, selector);
    const guess = rowOfBlock($, element, context);
    const [titled, linked, dated, summed] = [found(title), found(link), found(date), found(summary)];
    return {
      title: titled ? plainLine(titled.text()) : guess.title,
      url: linked ? webUrl(linked.attr('href') ?? linked.find('a').attr('href') ?? '', context.url) : guess.url,
      date: dated ? findDate(dated.attr('datetime') ?? dated.attr('content') ?? dated.text(), context) : guess.date,
      summary: summed ? collapse(summed.html() ?? '') : guess.summary,
      image: guess.image,
    };
  });
}

function select($: CheerioAPI, selector: string): Element[] {
  try {
    return $<Element, string>(selector).toArray();
  } catch {
    return [];
  }
}

/** The selector inside the block; the block itself when it matches. */
function inside(block: Cheerio<Element>, selector: string): Cheerio<Element> {
  const found = block.find(selector).first();
  return found.length === 0 && block.is(selector) ? block : found;
}
