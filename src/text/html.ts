import { decodeHTMLStrict } from 'entities';

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
