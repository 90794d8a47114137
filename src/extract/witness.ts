/** A text that another part of the page says the article has, ready to be compared with; null where there is none. */
export type Witness = ReadonlySet<string> | null;

const WORD = /[\p{L}\p{N}]+/gu;
/** A shorter witness vouches for too little. */
const MIN_SHINGLES = 15;

/** The words of a text in lower case. */
export function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(WORD) ?? [];
}

export function wordSet(text: string): Set<string> {
  return new Set(wordsOf(text));
}

/** Dice coefficient of two sets of words, 0 to 1. */
export function wordOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return (2 * shared) / (a.size + b.size);
}

/** Its three-word shingles. */
export function witness(text: string): Witness {
  const set = new Set(shingles(wordsOf(text)));
  return set.size < MIN_SHINGLES ? null : set;
}

/** Share of the three-word shingles of a text's words that a witness has; -1 where there is no witness. */
export function witnessed(by: Witness, words: readonly string[]): number {
  if (!by) return -1;
  const own = shingles(words);
  return own.length === 0 ? 0 : own.filter((shingle) => by.has(shingle)).length / own.length;
}

function shingles(words: readonly string[]): string[] {
  if (words.length < 3) return words.length === 0 ? [] : [words.join(' ')];
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}
