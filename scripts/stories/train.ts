/**
 * Learns the weights of src/curate/stories/weights.ts from the labelled nights, and says how they would have done on
 * stories they had not seen: each pair is then scored by weights that were learned without both of its stories.
 *
 *   node --import tsx scripts/stories/train.ts           # cross-validation only
 *   node --import tsx scripts/stories/train.ts --write   # and write the weights
 */
import { writeFileSync } from 'node:fs';
import { minimise } from '../../src/curate/rank/lbfgs.ts';
import { cluster } from '../../src/curate/stories/cluster.ts';
import { EVIDENCE } from '../../src/curate/stories/evidence.ts';
import { CLUSTERING } from '../../src/curate/stories/group.ts';
import { labelledNights } from './data.ts';
import { type NightPairs, coveredNights, pairsOf } from './pairs.ts';
import { figuresOf } from './score.ts';

const FOLDS = 4;
const COLUMNS = EVIDENCE.length;
/** Every set counts alike, however many stories it has. */
const SET_WEIGHT = 300;

interface Model {
  intercept: number;
  weights: Float64Array;
}

/** Which pairs of a night to learn from. */
type Use = (night: NightPairs, row: number) => boolean;

function learn(sets: readonly (readonly NightPairs[])[], use: Use): Model {
  const rows: { night: NightPairs; row: number; weight: number }[] = [];
  for (const nights of sets) {
    const same = nights.reduce((sum, night) => sum + night.same.filter((one, row) => one && use(night, row)).length, 0);
    for (const night of nights)
      for (let row = 0; row < night.same.length; row += 1)
        if (use(night, row)) rows.push({ night, row, weight: SET_WEIGHT / (same + 1) });
  }
  const { means, spreads } = spreadOf(rows);
  const solution = minimise(
    (x, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const { night, row, weight } of rows) {
        let z = x[COLUMNS] ?? 0;
        for (let c = 0; c < COLUMNS; c += 1) z += (x[c] ?? 0) * standard(night, row, c, means, spreads);
        const sign = night.same[row] === true ? 1 : -1;
        const margin = sign * z;
        loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
        const slope = (-sign * weight) / (1 + Math.exp(margin));
        for (let c = 0; c < COLUMNS; c += 1)
          gradient[c] = (gradient[c] ?? 0) + slope * standard(night, row, c, means, spreads);
        gradient[COLUMNS] = (gradient[COLUMNS] ?? 0) + slope;
      }
      for (let c = 0; c < COLUMNS; c += 1) {
        loss += (x[c] ?? 0) ** 2 / 2;
        gradient[c] = (gradient[c] ?? 0) + (x[c] ?? 0);
      }
      return loss;
    },
    new Float64Array(COLUMNS + 1),
    300,
    1e-7,
  );
  const weights = new Float64Array(COLUMNS).map((_, c) => (solution[c] ?? 0) / (spreads[c] ?? 1));
  const intercept = weights.reduce((sum, weight, c) => sum - weight * (means[c] ?? 0), solution[COLUMNS] ?? 0);
  return { intercept, weights };
}

function standard(night: NightPairs, row: number, c: number, means: Float64Array, spreads: Float64Array): number {
  return ((night.table[row * COLUMNS + c] ?? 0) - (means[c] ?? 0)) / (spreads[c] ?? 1);
}

function spreadOf(rows: readonly { night: NightPairs; row: number }[]) {
  const means = new Float64Array(COLUMNS);
  const squares = new Float64Array(COLUMNS);
  for (const { night, row } of rows) {
    for (let c = 0; c < COLUMNS; c += 1) {
      const value = night.table[row * COLUMNS + c] ?? 0;
      means[c] = (means[c] ?? 0) + value / rows.length;
      squares[c] = (squares[c] ?? 0) + value ** 2 / rows.length;
    }
  }
  const spreads = squares.map((square, c) => Math.sqrt(Math.max(0, square - (means[c] ?? 0) ** 2)) || 1);
  return { means, spreads };
}

function scoreRow(model: Model, night: NightPairs, row: number): number {
  let score = model.intercept;
  for (let c = 0; c < COLUMNS; c += 1) score += (model.weights[c] ?? 0) * (night.table[row * COLUMNS + c] ?? 0);
  return score;
}

/** A story's fold depends on its name alone: it stays unseen in every set it stands in. */
function foldOf(story: string | undefined): number {
  let hash = 7;
  for (const char of story ?? '') hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % FOLDS;
}

function foldsOf(night: NightPairs, row: number): [number, number] {
  const pair = night.pairs[row];
  return [foldOf(night.night.stories[pair?.a ?? 0]), foldOf(night.night.stories[pair?.b ?? 0])];
}

/** The scores of every pair of the scored sets by weights that have not seen its stories. */
function unseenScores(sets: ReadonlyMap<string, readonly NightPairs[]>): Map<NightPairs, Float64Array> {
  const scores = new Map([...sets.values()].flat().map((night) => [night, new Float64Array(night.same.length)]));
  for (let x = 0; x < FOLDS; x += 1) {
    for (let y = x; y < FOLDS; y += 1) {
      const hidden = (fold: number): boolean => fold === x || fold === y;
      const model = learn([...sets.values()], (night, row) => !foldsOf(night, row).some(hidden));
      for (const [night, own] of scores) {
        for (let row = 0; row < own.length; row += 1) {
          const [a, b] = foldsOf(night, row).toSorted();
          if (a === x && b === y) own[row] = scoreRow(model, night, row);
        }
      }
    }
  }
  return scores;
}

function report(
  sets: ReadonlyMap<string, readonly NightPairs[]>,
  scores: ReadonlyMap<NightPairs, Float64Array>,
  cut: number,
): string {
  const cells: string[] = [];
  for (const [set, nights] of sets) {
    if (set === 'uci-covered') continue;
    const stories: string[] = [];
    const groups: string[] = [];
    for (const [n, night] of nights.entries()) {
      const scored = night.pairs.map(({ a, b }, row) => ({ a, b, score: scores.get(night)?.[row] ?? 0 }));
      const standing = night.night.items.map(() => undefined);
      const home = cluster(night.night.items.length, scored, {
        ...CLUSTERING,
        cut,
        together: [],
        apart: [],
        silent: new Set(),
        standing,
      });
      stories.push(...night.night.stories.map((story) => `${n} ${story}`));
      groups.push(...home.map((group) => `${n} ${group}`));
    }
    const { b3, pair, edits, clean } = figuresOf(stories, groups);
    cells.push(`${set} ${b3.toFixed(3)}/${pair.toFixed(3)}/${edits.toFixed(1)}/${clean.toFixed(2)}`);
  }
  return cells.join(' | ');
}

const sets = new Map([...labelledNights()].map(([set, nights]) => [set, nights.map(pairsOf)]));
sets.set('uci-covered', coveredNights().map(pairsOf));
const cuts = [-0.5, -0.25, 0, 0.25, 0.5, 1];
const unseen = unseenScores(sets);
for (const cut of cuts) console.log(`unseen stories, cut ${cut}: ${report(sets, unseen, cut)}`);

const model = learn([...sets.values()], () => true);
const own = new Map(
  [...unseen.keys()].map((night) => [night, Float64Array.from(night.same, (_, row) => scoreRow(model, night, row))]),
);
for (const cut of cuts) console.log(`all stories seen, cut ${cut}: ${report(sets, own, cut)}`);

if (process.argv.includes('--write')) {
  const lines = EVIDENCE.map((name, c) => `  ${name}: ${(model.weights[c] ?? 0).toFixed(4)},`);
  writeFileSync(
    'src/curate/stories/weights.ts',
    `// Written by scripts/stories/train.ts.
import type { EvidenceName } from './evidence.ts';

export const INTERCEPT = ${model.intercept.toFixed(4)};

/** Log-odds per unit of evidence. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = {
${lines.join('\n')}
};
`,
  );
}
