import { isUtf8 } from 'node:buffer';
import { collapse, escapeHtml } from '../../text/html.ts';
import { plainLine } from '../../text/plain-line.ts';
import { resolveReferences } from '../addresses.ts';
import type { XmlElement } from '../xml/element.ts';

/** The element's text without blanks at its ends; base64 (Atom 0.3's mode, a habit of some RSS) undone. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const text = element.$text.trim();
  return isBase64(element, text) ? Buffer.from(text, 'base64').toString('utf8').trim() : text;
}

/** Atom 0.3 says so by its mode, some RSS by an attribute, Atom 1.0 by a type that is neither text nor XML (RFC 4287, 4.1.3.3). */
function isBase64({ $, $markup }: XmlElement, text: string): boolean {
  if ($['mode'] === 'base64' || $['encoding'] === 'base64') return true;
  const type = $['type'] ?? '';
  if ($markup || !type.includes('/') || /^text\/|[+/](?:xml|html|xhtml)\b/.test(type)) return false;
  return /^[A-Za-z0-9+/\s]+={0,2}$/.test(text) && isUtf8(Buffer.from(text, 'base64'));
}

/** Characters of a title or a name: what is longer is none. */
const LONGEST_LINE = 20_000;

/** Already a line of plain text: letters, digits and marks with single blanks between, nothing to decode or to drop. */
const PLAIN_LINE = /^[!-%'-;=-~À-ɏ가-힣–—‘’“”]+(?: [!-%'-;=-~À-ɏ가-힣–—‘’“”]+)*$/;

/** Title and the like: one line of plain text, whatever markup the source put into it. */
export function plainOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const text = textOf(element);
  return isPlain(element) ? collapse(text) : lineOf(text);
}

/** Any text as one line of plain text. */
export function lineOf(text: string): string {
  return PLAIN_LINE.test(text) ? text : plainLine(text.slice(0, LONGEST_LINE));
}

/** Summary and content: HTML with absolute references; what was meant as plain text is escaped. */
export function htmlOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const text = textOf(element);
  if (text === '') return '';
  if (isPlain(element)) return escapeHtml(text);
  return resolveReferences(text, element.$base.href);
}

/** Atom's type "text": its "<b>" is three letters. Where no type is given, few mean what the standard says. */
function isPlain({ $, $markup }: XmlElement): boolean {
  return !$markup && $['mode'] !== 'escaped' && ($['type'] === 'text' || $['type'] === 'text/plain');
}
