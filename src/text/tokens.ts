/**
 * Words, in English and Korean. One tokeniser for every room, so that a word means the same in grouping, ranking,
 * search and blurbs.
 */

/** Letters, marks and digits; inside a word also an apostrophe ("don't") and a point or comma between digits ("2.0"). */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:['’](?=\p{L})|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}]+)*/gu;
/** A lookahead, so that pairs overlap. */
const HANGUL_PAIR = /(?=(\p{Script=Hangul}{2}))/gu;
const HAN_OR_KANA = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/**
 * The words of a text in order: NFC, lower case, typographic apostrophes made straight. A hyphen parts words. Korean
 * words are eojeol, particles included; a run of Han or kana is one word.
 */
export function words(text: string): string[] {
  return text.normalize('NFC').toLowerCase().replaceAll('’', "'").match(WORD) ?? [];
}

/**
 * The overlapping pairs of syllables of every run of Hangul: "연구자들이" -> 연구, 구자, 자들, 들이. Two forms of one noun
 * share most of theirs, whatever particle follows, so they stand in for a morphological analyser.
 */
export function hangulBigrams(text: string): string[] {
  return Array.from(text.normalize('NFC').matchAll(HANGUL_PAIR), ([, pair]) => pair ?? '');
}

/**
 * How many words a reader would count: pieces between white space, so Korean counts eojeol. Han and kana, written
 * without spaces, count a word for every two characters.
 */
export function countWords(text: string): number {
  return text
    .split(/\s+/u)
    .filter((piece) => piece !== '')
    .reduce((sum, piece) => sum + Math.max(1, Math.ceil((piece.match(HAN_OR_KANA) ?? []).length / 2)), 0);
}
