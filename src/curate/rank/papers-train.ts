import type { Instant } from '../../model.ts';
import { type ChoiceSets, choiceSets } from './choice-sets.ts';
import { fitChoice } from './choice.ts';
import { historyOf } from './papers-history.ts';
import { blankPapers, type PaperInput, type PaperModel, type PaperPick, PAPER_MODEL_VERSION } from './papers-model.ts';
import { tasteTerms } from './papers-taste.ts';
import { LIKENESS, paperTraits } from './papers-traits.ts';
import { eachEntry, type NamedRows, rowDot, type SparseRows, toSparse, withColumns } from './sparse.ts';

export interface PaperTraining {
  /** How much a pick of each label counts: the team's own 1, witnesses less; labels not named count nothing. */
  labels: Readonly<Record<string, number>>;
  /** Only what was known at this moment is learned from. */
  now: Instant;
  /** The weights to start from and to stay near while picks are few; blank when not given. */
  prior?: PaperModel | undefined;
}

const TASTE_PENALTY = 6;
const TRAIT_PENALTY = 100;
/** A term must be seen in so many papers. */
const MIN_PAPERS = 5;
/** A trait must be seen in such a part of the papers; there are hundreds of rare categories. */
const MIN_SHARE = 0.01;
const FOLDS = 4;
/** Terms that weigh less than this part of the heaviest are not kept: a smaller model, the same ranking. */
const NEGLIGIBLE = 0.01;

/**
 * Learns a ranker from papers that were offered and what was picked of them, in two steps: the taste in words, then how
 * much that taste and each trait count (docs/notes/ranking.md). Returns the prior when there is nothing to learn
 * from: no pick, or nothing passed over. Deterministic, bit for bit.
 */
export function trainPapers(
  candidates: readonly PaperInput[],
  picks: readonly PaperPick[],
  { labels, now, prior = blankPapers() }: PaperTraining,
): PaperModel {
  const choices = choiceSets(candidates, picks, labels, now);
  const picked = choices.chosen.filter((chosen) => chosen > 0).length;
  if (picked === 0 || picked === choices.papers.length) return prior;
  const taste = learnTaste(choices, prior);
  const history = historyOf(choices, new Map(Object.entries(prior.authors)));
  const rows = toSparse(
    lazily(choices.papers, (paper, row) =>
      paperTraits(paper, history.before[row] ?? []).set(LIKENESS, taste.likeness[row] ?? 0),
    ),
  );
  return {
    version: PAPER_MODEL_VERSION,
    kind: 'papers',
    picks: picked,
    taste: taste.weights,
    traits: learnTraits(rows, choices, prior),
    authors: Object.fromEntries(history.picks),
  };
}

/**
 * The weights of terms, and each paper's score by them. A paper that helped to make the weights would score too well, so
 * its score comes from weights made without its week's fold (stacking; Wolpert 1992).
 */
function learnTaste(choices: ChoiceSets, prior: PaperModel): { weights: PaperModel['taste']; likeness: Float64Array } {
  const all = toSparse(lazily(choices.papers, tasteTerms));
  const { names, counts, total } = countPapers(all, choices.standsFor, MIN_PAPERS);
  const rarity = Float64Array.from(names, (name) => Math.log1p(total / (counts.get(name) ?? total)));
  const sparse = scaled(withColumns(all, names), rarity);
  const known = new Map(Object.entries(prior.taste));
  const start = Float64Array.from(names, (name, i) => (known.get(name) ?? 0) / (rarity[i] ?? 1));
  const fit = (sets: ChoiceSets['sets']): Float64Array =>
    fitChoice({ ...choices, rows: sparse, sets }, TASTE_PENALTY, start);
  const likeness = new Float64Array(choices.papers.length);
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = fit(choices.sets.filter((_, i) => i % FOLDS !== fold));
    for (const row of choices.sets.filter((_, i) => i % FOLDS === fold).flat())
      likeness[row] = rowDot(sparse, row, weights);
  }
  const weights = fit(choices.sets).map((weight, i) => weight * (rarity[i] ?? 0));
  const least = NEGLIGIBLE * weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const learned = names.flatMap((name, i): [string, number][] => {
    const weight = weights[i] ?? 0;
    return Math.abs(weight) < least ? [] : [[name, weight]];
  });
  return { weights: { ...prior.taste, ...Object.fromEntries(learned) }, likeness };
}

/** The weight of each trait, learned on values of deviation 1, so that one penalty fits all. */
function learnTraits(all: NamedRows, choices: ChoiceSets, prior: PaperModel): PaperModel['traits'] {
  const { names, total } = countPapers(all, choices.standsFor, MIN_SHARE * choices.papers.length);
  const rows = withColumns(all, names);
  const { mean, deviation } = moments(rows, choices.standsFor, total);
  const known = new Map(Object.entries(prior.traits));
  const start = Float64Array.from(names, (name, i) => (known.get(name)?.weight ?? 0) * (deviation[i] ?? 1));
  const sparse = scaled(
    rows,
    deviation.map((amount) => 1 / amount),
  );
  const weights = fitChoice({ ...choices, rows: sparse }, TRAIT_PENALTY, start);
  const learned = names.map((name, i): [string, { weight: number; mean: number }] => [
    name,
    { weight: (weights[i] ?? 0) / (deviation[i] ?? 1), mean: mean[i] ?? 0 },
  ]);
  return { ...prior.traits, ...Object.fromEntries(learned) };
}

/** Names seen in enough papers, in a fixed order, and in how many (each row counted for what it stands for). */
function countPapers(
  { rows, names }: NamedRows,
  standsFor: Float64Array,
  least: number,
): { names: string[]; counts: Map<string, number>; total: number } {
  const seen = new Float64Array(names.length);
  const papers = new Float64Array(names.length);
  eachEntry(rows, (row, column) => {
    seen[column] = (seen[column] ?? 0) + 1;
    papers[column] = (papers[column] ?? 0) + (standsFor[row] ?? 1);
  });
  return {
    names: names.filter((_, column) => (seen[column] ?? 0) >= least).sort(),
    counts: new Map(names.map((name, column) => [name, papers[column] ?? 0])),
    total: standsFor.reduce((sum, amount) => sum + amount, 0),
  };
}

function moments(
  rows: SparseRows,
  standsFor: Float64Array,
  total: number,
): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(rows.columns);
  const square = new Float64Array(rows.columns);
  eachEntry(rows, (row, column, value) => {
    const share = (standsFor[row] ?? 1) / total;
    mean[column] = (mean[column] ?? 0) + share * value;
    square[column] = (square[column] ?? 0) + share * value * value;
  });
  const deviation = square.map((amount, i) => Math.sqrt(Math.max(0, amount - (mean[i] ?? 0) ** 2)) || 1);
  return { mean, deviation };
}

/** Multiplies each column by its factor, in place. */
function scaled(rows: SparseRows, factors: Float64Array): SparseRows {
  for (let k = 0; k < rows.value.length; k++)
    rows.value[k] = (rows.value[k] ?? 0) * (factors[rows.column[k] ?? 0] ?? 0);
  return rows;
}

/** One row after the other, so that their maps are not all in memory at once. */
function* lazily<T, R>(list: readonly T[], make: (each: T, index: number) => R): Generator<R> {
  for (const [index, each] of list.entries()) yield make(each, index);
}
