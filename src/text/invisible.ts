/**
 * Characters that show nothing and change how what follows is shown or read: C0 and C1 controls (but tab and line ends),
 * bidirectional marks, overrides and isolates (a title that displays reversed), zero-width spaces and joiners of words,
 * soft hyphens, the byte order mark, interlinear marks, tag characters (text smuggled past a reader, but not past a
 * language model) and non-characters. The joiners inside emoji and Persian words (U+200C, U+200D) stay.
 */
const INVISIBLE =
  /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{FDD0}-\u{FDEF}\p{Surrogate}\u{E0000}-\u{E0FFF}\uFFFE\uFFFF]/gu;

/** The text without the characters a reader cannot see; lone halves of surrogate pairs go as well. */
export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
