/** A text that another part of the page says the article has, ready to be compared with; null where there is none. */
export type Witness = ReadonlySet<string> | null;

const WORD = /[\p{L}\p{N}]+/gu;
/** A shorter witness vouches for too little. */
const MIN_SHINGLES = 15;

export function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(WORD) ?? []);
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
  const set = new Set(shingles(text));
  return set.size < MIN_SHINGLES ? null : set;
}

/** Share of a text's three-word shingles that a witness has; -1 where there is no witness. */
export function witnessed(by: Witness, text: string): number {
  if (!by) return -1;
  const own = shingles(text);
  return own.length === 0 ? 0 : own.filter((shingle) => by.has(shingle)).length / own.length;
}

function shingles(text: string): string[] {
  const words = text.toLowerCase().match(WORD) ?? [];
  if (words.length < 3) return words.length === 0 ? [] : [words.join(' ')];
  return words.slice(2).map((word, i) => `${words[i]} ${words[i + 1]} ${word}`);
}
