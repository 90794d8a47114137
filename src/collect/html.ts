import { load, type CheerioAPI } from 'cheerio';

/** Characters of a page that are read; its list of articles is not behind them. */
const LONGEST = 5_000_000;
/** Elements inside each other; the parser takes time with the square of it. */
const DEEPEST = 1000;
/** Never counted as open: void elements, and those that the next of their kind closes. */
const NOT_NESTING =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr|p|li|option|d[dt]|t[drh])$/;

/** A page for cheerio, on htmlparser2: its other parser takes four times as long. Cut where it is too long or too deep. */
export function loadHtml(html: string): CheerioAPI {
  return load(cutWhereTooDeep(html.slice(0, LONGEST)), { xml: { xmlMode: false } });
}

function cutWhereTooDeep(html: string): string {
  let depth = 0;
  for (const tag of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)/gi)) {
    if (NOT_NESTING.test((tag[2] ?? '').toLowerCase())) continue;
    depth = tag[1] === '/' ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return html.slice(0, tag.index);
  }
  return html;
}
