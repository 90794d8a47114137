const WORD =
  /[\p{Script=Hangul}]+|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const HANGUL_OR_CJK = /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * The terms a title or text is compared by: lower-case words. Scripts that glue particles to their words or write no
 * spaces (Korean, Chinese, Japanese) give pairs of neighbouring characters instead, so that 인공지능은 and 인공지능이
 * share all but their last term.
 */
export function terms(text: string): string[] {
  return (text.normalize('NFKC').toLowerCase().match(WORD) ?? []).flatMap((word) =>
    HANGUL_OR_CJK.test(word) ? pairs(word) : [word],
  );
}

function pairs(word: string): string[] {
  const chars = Array.from(word);
  return chars.length < 2 ? chars : chars.slice(1).map((char, i) => `${chars[i]}${char}`);
}
