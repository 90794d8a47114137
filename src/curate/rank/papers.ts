import type { Instant, Reason } from '../../model.ts';
import { paperFeatures } from './papers-features.ts';
import type { PaperInput, PaperModel } from './papers-model.ts';
import { type Ranked, rankByReasons, reason } from './ranked.ts';

/** What a ranking of papers may look at beside the papers. */
export interface PaperContext {
  now: Instant;
}

/** Ranks papers, best first, ties by story id; the weights of the reasons add up to the score exactly. */
export function rankPapers(papers: readonly PaperInput[], model: PaperModel, _context: PaperContext): Ranked[] {
  const weights = new Map(Object.entries(model.weights));
  return rankByReasons(papers, (paper) => explain(paper, weights));
}

function explain(paper: PaperInput, weights: ReadonlyMap<string, number>): Reason[] {
  const groups = new Map<string, { sum: number; parts: { name: string; share: number }[] }>();
  for (const [feature, value] of paperFeatures(paper)) {
    const share = value * (weights.get(feature) ?? 0);
    if (share === 0) continue;
    const [group = '', name = ''] = feature.split(/:(.*)/su);
    const known = groups.get(group) ?? { sum: 0, parts: [] };
    known.sum += share;
    known.parts.push({ name, share });
    groups.set(group, known);
  }
  return [...groups].map(([group, { sum, parts }]) => reason(group, words(group, parts), sum));
}

function words(group: string, parts: { name: string; share: number }[]): string {
  const strongest = parts.sort((a, b) => Math.abs(b.share) - Math.abs(a.share)).slice(0, 3);
  return `${group}: ${strongest.map(({ name }) => name).join(', ')}`;
}
