import { STOP_WORDS } from '../blurb/stop-words.ts';
import { terms } from '../rank/terms.ts';

/** A story by the rarity of its words; of length 1, so that the product of two is the cosine of their angle. */
export type StoryVector = ReadonlyMap<string, number>;

/** Characters read of each story: title and opening. */
const OPENING = 700;

/** The vectors of some stories, their words weighed by how few of these stories have them (TF-IDF). */
export function storyVectors(texts: readonly string[]): StoryVector[] {
  const bags = texts.map((text) => new Set(terms(text.slice(0, OPENING)).filter((term) => !STOP_WORDS.has(term))));
  const seen = new Map<string, number>();
  for (const bag of bags) for (const term of bag) seen.set(term, (seen.get(term) ?? 0) + 1);
  return bags.map((bag) => {
    const weighed = Array.from(bag, (term): [string, number] => [
      term,
      Math.log1p(texts.length / (seen.get(term) ?? 1)),
    ]);
    const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
    return new Map(weighed.map(([term, weight]) => [term, weight / length]));
  });
}

/** 0 = no word in common, 1 = the same words. */
export function likeness(a: StoryVector, b: StoryVector): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0);
  return sum;
}

/** The words that make two stories alike, the heaviest first. */
export function sharedWords(a: StoryVector, b: StoryVector, many = 3): string[] {
  return [...a]
    .map(([term, weight]) => ({ term, weight: weight * (b.get(term) ?? 0) }))
    .filter(({ weight }) => weight > 0)
    .sort((x, y) => y.weight - x.weight || (x.term < y.term ? -1 : 1))
    .slice(0, many)
    .map(({ term }) => term);
}
