import { escapeHtml, hasMarkup, plainText, collapse } from '../../text/html.ts';
import { resolveReferences } from '../links.ts';
import type { XmlElement } from '../xml/element.ts';

/** The element's text without blanks at its ends; base64 (Atom 0.3's mode, a habit of some RSS) undone. */
export function textOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const text = element.$text.trim();
  const encoded = element.$['mode'] === 'base64' || element.$['encoding'] === 'base64';
  return encoded ? Buffer.from(text, 'base64').toString('utf8').trim() : text;
}

/** Title and the like: one line of plain text, whatever markup the source put into it. */
export function plainOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const text = textOf(element);
  return isPlain(element) ? collapse(text) : plainText(text);
}

/** Summary and content: HTML with absolute references; what was meant as plain text is escaped. */
export function htmlOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const text = textOf(element);
  if (text === '') return '';
  if (isPlain(element) && !hasMarkup(text)) return escapeHtml(text);
  return resolveReferences(text, element.$inherited.base);
}

/** Atom's type "text": its "<b>" is three letters. Where no type is given, few mean what the standard says. */
function isPlain({ $, $markup }: XmlElement): boolean {
  return !$markup && $['mode'] !== 'escaped' && ($['type'] === 'text' || $['type'] === 'text/plain');
}
