import type { NewsInput } from './news-model.ts';
import { STOP_WORDS } from '../blurb/stop-words.ts';
import { terms } from './terms.ts';

/** Characters of the text that are read for taste: what a reader sees before scrolling. */
const OPENING = 600;

/**
 * The terms of a story: words of title and opening, and the title's once more under "title:", because a word in a title
 * says more. All are divided by the root of their number, so that a long opening does not shout.
 */
export function newsTerms({ title, text }: Pick<NewsInput, 'title' | 'text'>): Map<string, number> {
  const titleTerms = tellingTerms(title);
  const all = new Set([
    ...titleTerms,
    ...tellingTerms(text.slice(0, OPENING)),
    ...titleTerms.map((term) => `title:${term}`),
  ]);
  const scale = 1 / Math.sqrt(Math.max(1, all.size));
  return new Map(Array.from(all, (term) => [term, scale]));
}

function tellingTerms(text: string): string[] {
  return terms(text).filter((term) => !STOP_WORDS.has(term));
}
