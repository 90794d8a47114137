import type { Sentence } from '../text/said.ts';

/** Bounds on one document, so that no feed can take the night's memory or time. What lies beyond them is left out and said so. */
export interface FeedCaps {
  /** Characters of decoded text. */
  characters: number;
  /** Entries; the first are kept. */
  entries: number;
  /** Elements inside each other; deeper ones are left out. */
  depth: number;
  /** Attributes of one element. */
  attributes: number;
  /** Characters of one text (title, summary, content, attribute). */
  text: number;
}

export const FEED_CAPS: FeedCaps = {
  characters: 32 * 1024 * 1024,
  entries: 5000,
  depth: 200,
  attributes: 100,
  text: 2 * 1024 * 1024,
};

/** What was mended or left out of one document, in words, each once. */
export type Repairs = Set<Sentence>;
