import { hangulBigrams, words } from '../../text/tokens.ts';

const HANGUL = /\p{Script=Hangul}/u;

/**
 * The terms a text is compared by: its words; of Korean words the pairs of syllables, so that 인공지능은 and 인공지능이
 * share all but their last term.
 */
export function terms(text: string): string[] {
  const all = words(text);
  if (!HANGUL.test(text)) return all;
  return all.flatMap((word) => (HANGUL.test(word) && word.length > 1 ? hangulBigrams(word) : [word]));
}
