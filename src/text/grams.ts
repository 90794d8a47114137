import { words } from './tokens.ts';

/** Scripts that are searched by parts of words: Korean glues nouns and particles together, Han and kana have no spaces. */
const GLUED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+/u;
const PIECES = new RegExp(`${GLUED.source}|(?:(?!${GLUED.source}).)+`, 'gu');

/** A piece of a word in one kind of writing. */
export interface Piece {
  text: string;
  glued: boolean;
}

/** The words of a text, parted where Latin and Korean meet: "AI가" is "ai" and "가". */
export function pieces(text: string): Piece[] {
  return words(text).flatMap((word) =>
    (word.match(PIECES) ?? []).map((piece) => ({ text: piece, glued: GLUED.test(piece) })),
  );
}

/** Overlapping pairs of characters in order: 연구자 -> 연구, 구자. */
export function pairs(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/**
 * What an index of a text holds: words, and of every glued run its pairs and then its single characters. The singles
 * stand between the pairs of two neighbouring runs, so that pairs in a row always come from one run.
 */
export function grams(text: string): string[] {
  return pieces(text).flatMap(({ text: piece, glued }) => (glued ? [...pairs(piece), ...Array.from(piece)] : [piece]));
}
