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
  const traits = new Map(
    Object.entries(model.traits).map(([name, trait]) => [name, { group: groupOf(name), ...trait }]),
  );
  // What a paper without any trait gets in each group: most traits are absent in most papers.
  const bare = new Map<string, number>();
  for (const { group, weight, mean } of traits.values()) bare.set(group, (bare.get(group) ?? 0) - weight * mean);
  const explain = (paper: PaperInput): Reason[] => {
    const words: Share[] = [];
    for (const [name, value] of tasteTerms(paper)) {
      const weight = taste.get(name);
      if (weight !== undefined) words.push({ name, value, weight: value * weight });
    }
    const likeness = words.reduce((sum, { weight }) => sum + weight, 0);
    const history = paper.authors.map((author) => authors.get(author) ?? 0);
    const values = paperTraits(paper, history).set(LIKENESS, likeness);
    const groups = new Map(Array.from(bare, ([group, total]) => [group, { total, shares: [] as Share[] }]));
    for (const [name, value] of values) {
      const trait = traits.get(name);
      const group = groups.get(trait?.group ?? '');
      if (trait === undefined || group === undefined || !Number.isFinite(value)) continue;
      group.total += trait.weight * value;
      group.shares.push({ name, value, weight: trait.weight * (value - trait.mean) });
    }
    return Array.from(groups, ([group, { total, shares }]) =>
      reason(group, reasonWords(group, shares, { paper, words, history }), total),
    );
  };
  return rankByReasons(papers, explain, ({ title }) => shareUnknown(title, taste));
}

/** The share of a title's words that the model has no weight for. */
function shareUnknown(title: string, taste: ReadonlyMap<string, number>): number {
  const all = terms(title);
  return all.length === 0 ? 1 : all.filter((term) => !taste.has(`title:${term}`)).length / all.length;
}

/** Traits are called "group:trait". */
function groupOf(trait: string): string {
  return trait.slice(0, trait.indexOf(':'));
}
