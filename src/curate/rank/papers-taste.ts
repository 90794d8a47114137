import type { PaperInput } from './papers-model.ts';
import { terms } from './terms.ts';

/**
 * The terms of a paper: words of title and abstract, and the title's words once more under "title:", because a word in
 * a title says more. A term used often counts more, but only by the logarithm, and all are divided by the root of their
 * number, so that a long abstract does not shout.
 */
export function tasteTerms({ title, abstract }: PaperInput): Map<string, number> {
  const titleTerms = terms(title);
  const counts = new Map<string, number>();
  for (const term of [...titleTerms, ...terms(abstract), ...titleTerms.map((each) => `title:${each}`)]) {
    counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const scale = 1 / Math.sqrt(Math.max(1, counts.size));
  return new Map(Array.from(counts, ([term, count]) => [term, (1 + Math.log(count)) * scale]));
}
