import { decodeHTML } from 'entities';
import { withoutInvisible } from './invisible.ts';

/** Elements of HTML inside a line: their tags go without a trace. */
const INLINE =
  'a|abbr|acronym|b|bdi|bdo|big|cite|code|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr';
/** The other elements a title was ever seen with: their tags part words. Names HTML does not know stay as words. */
const OTHER =
  'address|article|aside|audio|base|blockquote|body|br|button|canvas|center|col|dd|details|div|dl|dt|embed|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|img|input|legend|li|link|main|marquee|math|menu|meta|nav|noscript|object|ol|option|p|param|picture|pre|script|section|select|source|style|summary|svg|table|tbody|td|template|textarea|tfoot|th|thead|title|tr|ul|video|xmp';
/** Never reaches past the next "<", so that its time stays in line with the length of the text. */
const ATTRIBUTES = `(?:[\\s/](?:[^<>"']|"[^"<]*"|'[^'<]*')*)?`;
const TAG = new RegExp(`</?(?:(${INLINE})|${OTHER})${ATTRIBUTES}>`, 'gi');
/** A tag that lost its end or its quotes, as where a source cut its own text: up to the next bracket, or all there is. */
const BROKEN_TAG = new RegExp(`<(?:${INLINE}|${OTHER})[\\s/][^<>=]*[\\w-]=[^<>]*(?:>|(?=<)|$)`, 'gi');
/** What holds no words for a reader: with its end tag it goes whole, without one only its tag goes. */
const HIDDEN = /<(script|style|template|noscript|iframe|svg|title|textarea|xmp)\b[^<>]*>(?:(?!<\1\b).)*?<\/\1\s*>/gis;
const NOT_TEXT = /<!--.*?(?:-->|$)|<!\[CDATA\[|\]\]>|<!DOCTYPE[^<>]*>|<\?[^<>]*\?>/gis;

/** Most titles: printable ASCII without markup, single blanks inside. Nothing is to be done. */
const PLAIN = /^(?:[!-%'-;=-~]+ )*[!-%'-;=-~]+$/;

/** Blank runs but single spaces: those need no replacing, and they are most. */
const UNEVEN_BLANKS = /\s{2,}|[^\S ]/g;

/** Sources escape once, twice or not at all; four rounds undo all that was seen. */
const MAX_ROUNDS = 4;

/**
 * A title, a name, a label: one line of plain text from whatever a source sent. References are decoded until none is
 * left, HTML's tags go (those it does not know, as in "<think> tokens", are words), control and bidirectional
 * characters go, white space becomes one space; NFC. Plain text is not HTML: "<" may be in it, whoever prints it
 * escapes it.
 */
export function plainLine(text: string): string {
  if (PLAIN.test(text)) return text;
  let line = text;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const next = withoutInvisible(decodeHTML(withoutMarkup(line)));
    if (next === line) break;
    line = next;
  }
  return line.replace(UNEVEN_BLANKS, ' ').normalize('NFC').trim();
}

function withoutMarkup(text: string): string {
  if (!/<|]]>/.test(text)) return text;
  return text
    .replace(NOT_TEXT, '')
    .replace(HIDDEN, ' ')
    .replace(TAG, (_tag, inline: string | undefined) => (inline === undefined ? ' ' : ''))
    .replace(BROKEN_TAG, ' ');
}
