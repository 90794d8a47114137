import type { CheerioAPI } from 'cheerio';
import type { AnyNode, Element } from 'domhandler';
import { isTag, isText } from 'domhandler';
import { findDate, parseDate } from '../../text/dates.ts';
import { collapse, escapeHtml } from '../../text/html.ts';
import { webUrl } from '../addresses.ts';
import type { PageContext, Row } from './row.ts';

/** Words that name a link, not what it leads to. */
const LABEL =
  /^(?:read|learn|see|view|find out|show|continue|listen|watch|more|details?|자세히|더\s?보기|원문|全文|続き)\b/i;
const INLINE = new Set([
  'a',
  'b',
  'em',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'font',
  'code',
  'abbr',
  'wbr',
]);
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg']);
const HEADING = /^h[1-6]$/;
/** A card is shallow; what is deeper inside is more than one. */
const DEEPEST = 30;
/** Longer texts are no titles. */
const LONGEST_TITLE = 250;

/** A run of text inside a block: what stands in one line for a reader. */
interface Segment {
  text: string;
  inLink: boolean;
  inHeading: boolean;
}

/** Reads an article's row out of the element that shows it: a card, a list item, a table row. */
export function rowOfBlock($: CheerioAPI, element: Element, { url: base, timezone }: PageContext): Row {
  const block = $(element);
  const segments = segmentsOf(element);
  const isDate = ({ text }: Segment): boolean => text.length < 40 && parseDate(text, { timezone }) !== null;
  const words = segments.filter((segment) => !isDate(segment) && !LABEL.test(segment.text));
  const title =
    words.find(({ inHeading }) => inHeading) ??
    longest(words.filter(({ inLink, text }) => inLink && text.length <= LONGEST_TITLE));
  const summary = longest(
    words.filter((segment) => segment !== title && !segment.inHeading && segment.text.length > 40),
  );
  const dated = block.find('time[datetime]').first().attr('datetime') ?? segments.find(isDate)?.text ?? block.text();
  return {
    title: title?.text ?? '',
    url: webUrl(mainLink($, element) ?? '', base),
    date: findDate(dated, { timezone }),
    summary: escapeHtml(summary?.text ?? ''),
    image: webUrl(block.find('img[src]').first().attr('src') ?? '', base),
  };
}

/** The link of the heading, the link around everything, or the one with most words. */
function mainLink($: CheerioAPI, element: Element): string | undefined {
  const around = $(element).closest('a[href]').attr('href');
  if (around !== undefined) return around;
  const heading = $(element).find('h1, h2, h3, h4, h5, h6').first();
  const ofHeading = heading.find('a[href]').attr('href') ?? heading.closest('a[href]').attr('href');
  if (ofHeading !== undefined) return ofHeading;
  const links = $(element).find('a[href]').toArray();
  const worded = longest(
    links
      .map((link) => ({ link, text: collapse($(link).text()) }))
      .filter(({ text }) => text !== '' && !LABEL.test(text)),
  );
  return (worded?.link ?? links[0])?.attribs['href'];
}

/** The block's lines of text in document order; inline elements do not end a line. */
function segmentsOf(element: Element): Segment[] {
  const segments: (Segment & { home: AnyNode })[] = [];
  const visit = (node: AnyNode, home: AnyNode, inLink: boolean, inHeading: boolean, depth: number): void => {
    if (isText(node)) {
      const last = segments.at(-1);
      if (last?.home === home && last.inLink === inLink) last.text += node.data;
      else segments.push({ text: node.data, inLink, inHeading, home });
    } else if (isTag(node) && !SILENT.has(node.name) && depth < DEEPEST) {
      const isLine = !INLINE.has(node.name) || node.attribs['class'] !== undefined;
      for (const inner of node.children) {
        visit(
          inner,
          isLine ? node : home,
          inLink || node.name === 'a',
          inHeading || HEADING.test(node.name) || /title|headline/i.test(node.attribs['class'] ?? ''),
          depth + 1,
        );
      }
    }
  };
  visit(element, element, false, false, 0);
  return segments
    .map(({ text, inLink, inHeading }) => ({ text: collapse(text), inLink, inHeading }))
    .filter(({ text }) => text !== '');
}

function longest<T extends { text: string }>(all: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const one of all) if (one.text.length > (best?.text.length ?? 0)) best = one;
  return best;
}
