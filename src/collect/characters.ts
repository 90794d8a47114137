import { decodedSource, type SourceText } from '../text/source.ts';

/**
 * What XML forbids and feeds have: C0 controls but tab and line ends, and what is no character at all. Halves of
 * surrogate pairs cannot come out of decoded bytes; JSON's escapes can write them.
 */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;
/** U+FFFE and U+FFFF in UTF-8, byte by byte. */
const NO_CHARACTER = /\xef\xbf[\xbe\xbf]/;
const EVERY_FORBIDDEN = new RegExp(FORBIDDEN, 'g');
const EVERY_HALF = /\p{Surrogate}/gu;

/** The same text when it has no forbidden characters: the usual case, found in one quick pass. */
export function withoutForbidden(text: string): string {
  return FORBIDDEN.test(text) ? text.replace(EVERY_FORBIDDEN, '') : text;
}

/** The same for a document, before anything is cut out of it. */
export function cleanSource(source: SourceText): SourceText {
  const { characters, bytewise } = source;
  if (!FORBIDDEN.test(characters) && !(bytewise && NO_CHARACTER.test(characters))) return source;
  return decodedSource(withoutForbidden(source.cut(0)));
}

/** For text out of JSON. */
export function wellFormed(text: string): string {
  return withoutForbidden(text).replace(EVERY_HALF, '\ufffd');
}
