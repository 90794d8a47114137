import type { Features } from './sparse.ts';
import type { PaperInput } from './papers-model.ts';
import { terms } from './terms.ts';

/** The named features of a paper: words, form of the title, authors, categories. Each group has its own prefix. */
export function paperFeatures(paper: PaperInput): Features {
  const features = new Map<string, number>();
  const words = new Set(terms(`${paper.title} ${paper.abstract}`));
  for (const word of words) features.set(`w:${word}`, 1 / Math.sqrt(words.size));
  for (const category of paper.categories) features.set(`cat:${category}`, 1);
  features.set('title:short', 1 - Math.min(2, terms(paper.title).length / 10));
  if (/^[^\s:]{2,24}( [^\s:]+)?:\s/u.test(paper.title)) features.set('title:named', 1);
  features.set('authors:log', Math.log2(1 + paper.authors.length) - 2.5);
  return features;
}
