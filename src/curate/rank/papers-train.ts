import type { Instant } from '../../model.ts';
import { paperFeatures } from './papers-features.ts';
import {
  type PaperInput,
  type PaperModel,
  type PaperPick,
  PAPER_MODEL_VERSION,
  startingPapers,
} from './papers-model.ts';
import { fitLogistic } from './logistic.ts';
import { toSparse } from './sparse.ts';

export interface PaperTraining {
  /** The label to rank for; picks of other labels are other tastes, used as witnesses. */
  label: string;
  /** Decisions lose weight with their age at this moment. */
  now: Instant;
}

/** Learns a ranker from papers that were offered and what was picked of them. */
export function trainPapers(
  candidates: readonly PaperInput[],
  picks: readonly PaperPick[],
  options: PaperTraining,
): PaperModel {
  const chosen = new Set(
    picks.filter((pick) => pick.label === options.label && pick.verdict !== 'spike').map((pick) => pick.story),
  );
  const labels = candidates.map(({ story }) => chosen.has(story));
  const found = labels.filter(Boolean).length;
  if (found === 0 || found === labels.length) return startingPapers();
  const rows = candidates.map(paperFeatures);
  const counts = new Map<string, number>();
  for (const row of rows) for (const name of row.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts]
    .filter(([, count]) => count >= 3)
    .map(([name]) => name)
    .sort();
  const weights = fitLogistic(toSparse(rows, new Map(names.map((name, i) => [name, i]))), labels);
  return {
    version: PAPER_MODEL_VERSION,
    kind: 'papers',
    picks: found,
    weights: Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0])),
  };
}
