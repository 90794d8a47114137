/**
 * Characters that show nothing yet change how what stands around them is shown or read: controls (but tab and line
 * ends), bidirectional marks and overrides (a title that displays reversed), zero-width spaces, soft hyphens, the byte
 * order mark, tag characters (text smuggled past a reader but not past a language model), halves of surrogate pairs,
 * non-characters. The joiners inside emoji and Persian words and the Arabic number signs are of the same categories,
 * but show; they stay.
 */
const INVISIBLE =
  /(?![\t\n\r]|\u200C|\u200D|[\u0600-\u0605\u06DD\u070F])[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** Ranges without any of them, which hold most texts whole: looking there first takes a tenth of the time. */
const ALL_VISIBLE = /^[\t\n\r -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u3000-\ud7ff]*$/;

export function withoutInvisible(text: string): string {
  return ALL_VISIBLE.test(text) ? text : text.replace(INVISIBLE, '');
}
