import type { CheerioAPI } from 'cheerio';
import type { Element } from 'domhandler';
import { isTag } from 'domhandler';
import { rowOfBlock } from './block.ts';
import { isComplete, type PageContext, type Row } from './row.ts';

/** Of a group no more is looked at. */
const MOST = 300;
/** Lists shorter than this are no lists of articles. */
const FEWEST = 3;
/** Mean score of a row below which a group is a menu, not a list of articles. */
const LEAST_MEAN = 1;
/** A list without any date must be longer to be believed. */
const FEWEST_UNDATED = 5;
/** Where a page puts its menus. */
const FURNITURE =
  'nav, header, footer, aside, form, [role="navigation"], [role="banner"], [role="contentinfo"], [aria-hidden="true"]';

/**
 * The rows of a page's list of articles, found by its repetition: elements of the same shape under parents of the same
 * shape, each with a link. Of all such groups the one whose rows look most like articles wins: a date counts most, then
 * a title of several words, then a text beside it.
 */
export function rowsOfBlocks($: CheerioAPI, context: PageContext): Row[] {
  $(FURNITURE).remove();
  let best: { score: number; rows: Row[] } = { score: 0, rows: [] };
  for (const group of groupsOf($)) {
    const rows = distinct(group.map((element) => rowOfBlock($, element, context)).filter(isComplete), context.url);
    const score = rows.reduce((sum, row) => sum + scoreOf(row), 0);
    const fewest = rows.some(({ date }) => date !== null) ? FEWEST : FEWEST_UNDATED;
    if (rows.length >= fewest && score / rows.length >= LEAST_MEAN && score > best.score) best = { score, rows };
  }
  return best.rows;
}

/** Elements of the same shape whose parents have the same shape. */
function groupsOf($: CheerioAPI): Element[][] {
  const groups = new Map<string, Element[]>();
  const linked = new Set<Element>();
  for (const link of $('a[href]').toArray()) {
    for (let element: Element | null = link; element && !linked.has(element); element = parentOf(element)) {
      linked.add(element);
    }
  }
  for (const element of linked) {
    const parent = parentOf(element);
    const key = `${parent ? shapeOf(parent) : ''}>${shapeOf(element)}`;
    const group = groups.get(key);
    if (group) group.push(element);
    else groups.set(key, [element]);
  }
  return [...groups.values()].filter((group) => group.length >= FEWEST).map((group) => group.slice(0, MOST));
}

function parentOf(element: Element): Element | null {
  return element.parent && isTag(element.parent) ? element.parent : null;
}

/** Tag and first class. */
function shapeOf({ name, attribs }: Element): string {
  return `${name}.${attribs['class']?.trim().split(/\s+/)[0] ?? ''}`;
}

function scoreOf({ title, date, summary, image }: Row): number {
  const isSentence =
    title.split(' ').length >= 3 || /[가-힣\u3040-\u30ff\u4e00-\u9fff]{6,}/.test(title.replaceAll(' ', ''));
  return (isSentence ? 1 : 0.2) + (date === null ? 0 : 2) + (summary === '' ? 0 : 0.5) + (image === null ? 0 : 0.2);
}

/** Each address once, by its best row, the page itself never. A card and what is inside it may be of one shape. */
function distinct(rows: readonly Row[], page: string): Row[] {
  const byUrl = new Map<string | null, Row>();
  for (const row of rows) {
    const known = byUrl.get(row.url);
    if (row.url?.split('#')[0] === page.split('#')[0]) continue;
    if (!known || scoreOf(row) > scoreOf(known)) byUrl.set(row.url, row);
  }
  return [...byUrl.values()];
}
