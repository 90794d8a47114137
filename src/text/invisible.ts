/**
 * Characters that show nothing yet change how what stands around them is shown or read: controls (but tab and line
 * ends), bidirectional marks and overrides (a title that displays reversed), zero-width spaces, soft hyphens, the byte
 * order mark, tag characters (text smuggled past a reader but not past a language model), halves of surrogate pairs,
 * non-characters. The joiners inside emoji and Persian words and the Arabic number signs are of the same categories,
 * but show; they stay.
 */
const INVISIBLE =
  /(?![\t\n\r]|\u200C|\u200D|[\u0600-\u0605\u06DD\u070F])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}
