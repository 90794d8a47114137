import { decodeHTML, decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';

/** Decodes those character references of HTML and XML that end in a semicolon, one level. */
export function decodeEntities(text: string): string {
  return text.includes('&') ? decodeHTMLStrict(joinSurrogates(text)) : text;
}

/** Some programs write a character beyond U+FFFF as two references, one for each half of its surrogate pair. */
function joinSurrogates(text: string): string {
  return text.replace(
    /&#(x?)(d[89ab][0-9a-f]{2}|5[5-6]\d{3});&#(x?)(d[c-f][0-9a-f]{2}|5[6-7]\d{3});/gi,
    (written, hex1: string, high: string, hex2: string, low: string) => {
      const pair = String.fromCharCode(Number.parseInt(high, hex1 ? 16 : 10), Number.parseInt(low, hex2 ? 16 : 10));
      return /^\p{Surrogate}/u.test(pair) ? written : pair;
    },
  );
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Plain text as HTML. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (char) => ESCAPES[char] ?? char) : text;
}

/** White space (no-break, ideographic and zero-width too) collapsed to single blanks, none at the ends. */
export function collapse(text: string): string {
  return text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
}

/** The elements of HTML that feeds use; "<T>" and "<your name>" in a title are words, not markup. */
const INLINE =
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr';
const BLOCKS =
  'address article aside audio base blockquote body br button canvas caption center col colgroup dd details dialog div dl dt embed fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe img input legend li link main map menu meta nav noscript object ol optgroup option p param picture pre progress section select source summary svg table tbody td template textarea tfoot th thead title tr track ul video';
const SILENT = new Set(['script', 'style', 'applet']);
const INLINE_TAGS = new Set(INLINE.split(' '));
const BLOCK_TAGS = new Set(BLOCKS.split(' '));

/** Does the text hold a tag of HTML (or a comment)? */
export function hasMarkup(text: string): boolean {
  for (const match of text.matchAll(/<(?:[/!]?)([a-z][a-z0-9]*|--)/gi)) {
    const name = (match[1] ?? '').toLowerCase();
    if (name === '--' || INLINE_TAGS.has(name) || BLOCK_TAGS.has(name) || SILENT.has(name)) return true;
  }
  return false;
}

/**
 * HTML to one line of plain text: known tags, comments, scripts and styles removed, entities decoded, white space
 * collapsed. Blocks and line breaks separate words; unknown tags stay as they were written.
 */
export function plainText(html: string): string {
  if (!html.includes('<')) return collapse(html.includes('&') ? decodeHTML(html) : html);
  // A "<" that no ">" follows opens nothing; the parser would drop the rest.
  const end = html.lastIndexOf('>') + 1;
  const tail = html.indexOf('<', end) < 0 ? html.length : end;
  const out: string[] = [];
  let silent = 0;
  const unknown = (source: string): void => {
    if (silent === 0) out.push(source);
  };
  const parser = new Parser({
    onopentagname(name) {
      if (SILENT.has(name)) silent++;
      else if (BLOCK_TAGS.has(name)) out.push(' ');
    },
    onopentag(name) {
      if (!isKnown(name)) unknown(html.slice(parser.startIndex, parser.endIndex + 1));
    },
    ontext(text) {
      if (silent === 0) out.push(text);
    },
    onclosetag(name, implied) {
      if (SILENT.has(name)) silent = Math.max(0, silent - 1);
      else if (BLOCK_TAGS.has(name)) out.push(' ');
      else if (!implied && !isKnown(name)) unknown(html.slice(parser.startIndex, parser.endIndex + 1));
    },
  });
  parser.end(html.slice(0, tail));
  if (tail < html.length) out.push(decodeHTML(html.slice(tail)));
  return collapse(out.join(''));
}

function isKnown(name: string): boolean {
  return INLINE_TAGS.has(name) || BLOCK_TAGS.has(name) || SILENT.has(name);
}
