import type { Instant, Reason } from '../../model.ts';
import type { PaperInput, PaperModel } from './papers-model.ts';
import { reasonWords, type Share } from './papers-reasons.ts';
import { tasteTerms } from './papers-taste.ts';
import { LIKENESS, paperTraits } from './papers-traits.ts';
import { terms } from './terms.ts';
import { type Ranked, rankByReasons, reason } from './ranked.ts';

/** What a ranking of papers may look at beside the papers. */
export interface PaperContext {
  now: Instant;
}

/**
 * Ranks papers, best first, ties by story id; the weights of the reasons add up to the score exactly. A score of 0 is
 * the average paper of those the model learned from.
 */
export function rankPapers(papers: readonly PaperInput[], model: PaperModel, _context: PaperContext): Ranked[] {
  const taste = new Map(Object.entries(model.taste));
  const authors = new Map(Object.entries(model.authors));
  const traits = Object.entries(model.traits);
  const explain = (paper: PaperInput): Reason[] => {
    const words = Array.from(tasteTerms(paper), ([name, value]) => ({
      name,
      value,
      weight: value * (taste.get(name) ?? 0),
    }));
    const likeness = words.reduce((sum, { weight }) => sum + weight, 0);
    const history = paper.authors.map((author) => authors.get(author) ?? 0);
    const values = paperTraits(paper, history).set(LIKENESS, likeness);
    const groups = new Map<string, Share[]>();
    for (const [trait, { weight, mean }] of traits) {
      const value = values.get(trait) ?? 0;
      const group = trait.slice(0, trait.indexOf(':'));
      const shares = groups.get(group) ?? [];
      shares.push({ name: trait, value, weight: weight * (value - mean) });
      groups.set(group, shares);
    }
    return Array.from(groups, ([group, shares]) =>
      reason(group, reasonWords(group, shares, { paper, words, history }), sum(shares)),
    );
  };
  return rankByReasons(papers, explain, ({ title }) => shareUnknown(title, taste));
}

/** The share of a title's words that the model has no weight for. */
function shareUnknown(title: string, taste: ReadonlyMap<string, number>): number {
  const all = terms(title);
  return all.length === 0 ? 1 : all.filter((term) => !taste.has(`title:${term}`)).length / all.length;
}

function sum(shares: readonly Share[]): number {
  return shares.reduce((total, { weight }) => total + weight, 0);
}
