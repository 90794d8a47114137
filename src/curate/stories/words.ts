import { COMMON_WORDS } from './common-words.ts';
import { readTerms } from './terms.ts';

/** In how many earlier titles each term stood. Plain data: it can be kept between nights as JSON. */
export interface WordStats {
  /** Titles learned from, in all and those with Hangul. */
  titles: number;
  korean: number;
  counts: Readonly<Record<string, number>>;
}

/** What a desk knows before its first night: the common words of news titles (see scripts/stories/common-words.ts). */
export const BASE_WORDS: WordStats = COMMON_WORDS;

export const NO_WORDS: WordStats = { titles: 0, korean: 0, counts: {} };

/** The statistics after some more titles; `stats` itself is left as it is. */
export function learnWords(stats: WordStats, titles: Iterable<string>): WordStats {
  const counts = { ...stats.counts };
  let { titles: seen, korean } = stats;
  for (const title of titles) {
    const { terms } = readTerms(title);
    seen += 1;
    if (terms.some(isKorean)) korean += 1;
    for (const term of terms) counts[term] = (counts[term] ?? 0) + 1;
  }
  return { titles: seen, korean, counts };
}

/**
 * How rare a term was in earlier titles: 0 for one of every title, 1 for one never met. Inverse document frequency
 * divided by its greatest value, so that a desk of a week and a desk of a year weigh words alike. A Korean pair counts
 * among Korean titles only, and for less than a word: one noun has several of them.
 */
export function rarity(stats: WordStats, term: string): number {
  const among = Math.max(isKorean(term) ? stats.korean : stats.titles, 1);
  const share = Math.log((among + 1) / ((stats.counts[term] ?? 0) + 0.5)) / Math.log(among + 1.5);
  return Math.min(1, Math.max(0, share)) * (isKorean(term) ? KOREAN_PAIR : 1);
}

/** How often a term was to be expected in `titles` titles, with a little for a term never met. */
export function expected(stats: WordStats, term: string, titles: number): number {
  const among = Math.max(isKorean(term) ? stats.korean : stats.titles, 1);
  return (titles * ((stats.counts[term] ?? 0) + 1)) / among + 0.3;
}

const KOREAN_PAIR = 0.6;

/** Whether a term is a pair of Korean syllables. */
export function isKorean(term: string): boolean {
  return term.startsWith('h:');
}
