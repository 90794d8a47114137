import { hangulBigrams, words } from '../../text/tokens.ts';

/** In how many earlier titles each term stood. Plain data: kept between nights as JSON. */
export interface WordStats {
  titles: number;
  counts: Record<string, number>;
}

export const NO_WORDS: WordStats = { titles: 0, counts: {} };

/** The statistics after some more titles; `stats` itself is left as it is. */
export function learnWords(stats: WordStats, titles: Iterable<string>): WordStats {
  const counts = { ...stats.counts };
  let seen = stats.titles;
  for (const title of titles) {
    seen += 1;
    for (const term of new Set(terms(title))) counts[term] = (counts[term] ?? 0) + 1;
  }
  return { titles: seen, counts };
}

/** Words, and the pairs of syllables inside Korean ones. */
export function terms(text: string): string[] {
  return [...words(text), ...hangulBigrams(text)];
}

/** Inverse document frequency, smoothed: about 1 for a word of every title, larger the rarer it is. */
export function rarity(stats: WordStats, term: string): number {
  return Math.log((stats.titles + 1) / ((stats.counts[term] ?? 0) + 1)) + 1;
}
