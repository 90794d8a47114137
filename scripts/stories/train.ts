/**
 * Learns the weights of src/curate/stories/weights.ts from the labelled nights, and says how they would have done on
 * stories they had not seen: each pair is then scored by weights that were learned without both of its stories.
 *
 *   node --import tsx scripts/stories/train.ts           # what each part brings
 *   node --import tsx scripts/stories/train.ts --table   # the same, into docs/notes/stories.md
 *   node --import tsx scripts/stories/train.ts --write   # and write the weights
 */
import { writeFileSync } from 'node:fs';
import { minimise } from '../../src/curate/rank/lbfgs.ts';
import { EVIDENCE, type EvidenceName } from '../../src/curate/stories/evidence.ts';
import { CLUSTERING, type Clustering, homesOf } from '../../src/curate/stories/group.ts';
import { writeBetweenMarkers } from '../tables/write-table.ts';
import { labelledNights } from './data.ts';
import { type NightPairs, coveredNights, pairsOf } from './pairs.ts';
import { figuresOf } from './score.ts';

const FOLDS = 4;
const COLUMNS = EVIDENCE.length;
/** Every set counts alike, however many stories it has. */
const SET_WEIGHT = 300;
/** How strongly weights are drawn to 0; measured on unseen stories: see docs/notes/stories.md. */
const RIDGE = 4;

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
        loss += (RIDGE * (x[c] ?? 0) ** 2) / 2;
        gradient[c] = (gradient[c] ?? 0) + RIDGE * (x[c] ?? 0);
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

/** Every set counts alike: the mean over sets of how many pairs of two stories come on one of one story. */
function priorOf(all: readonly (readonly NightPairs[])[]): number {
  const ratios = all.map((nights) => {
    const same = nights.flatMap((night) => night.same);
    const one = same.filter(Boolean).length;
    return (same.length - one) / one;
  });
  return -Math.log(ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length);
}

/** A story's fold depends on its name alone: it stays unseen in every set it stands in. */
function foldOf(story: string | undefined): number {
  let hash = 7;
  for (const char of story ?? '') hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % FOLDS;
}

function foldsOf(night: NightPairs, row: number): [number, number] {
  const { a, b } = night.pairs;
  return [foldOf(night.night.stories[a[row] ?? 0]), foldOf(night.night.stories[b[row] ?? 0])];
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
  changed: Partial<Clustering>,
): string[] {
  const cells: string[] = [];
  for (const nights of sets.values()) {
    const stories: string[] = [];
    const groups: string[] = [];
    for (const [n, night] of nights.entries()) {
      const scored = { ...night.pairs, scores: scores.get(night) ?? new Float64Array() };
      const standing = night.night.items.map(() => undefined);
      const rules = { together: [], apart: [], silent: new Set<number>(), standing };
      const home = homesOf(night.reads, scored, night.words, rules, { ...CLUSTERING, ...changed });
      stories.push(...night.night.stories.map((story) => `${n} ${story}`));
      groups.push(...home.map((group) => `${n} ${group}`));
    }
    const { b3, pair, edits, clean } = figuresOf(stories, groups);
    cells.push(`${short(b3)} / ${short(pair)} / ${edits.toFixed(1)} / ${clean.toFixed(2).replace(/^0/, '')}`);
  }
  return cells;
}

function short(figure: number): string {
  return figure.toFixed(3).replace(/^0/, '');
}

/** Scores by weights that have seen every story. */
function seenScores(
  sets: ReadonlyMap<string, readonly NightPairs[]>,
  model: Model,
): ReadonlyMap<NightPairs, Float64Array> {
  return new Map(
    [...sets.values()]
      .flat()
      .map((night) => [night, Float64Array.from(night.same, (_, row) => scoreRow(model, night, row))]),
  );
}

/** The nights as if some evidence were never there. */
function without(sets: ReadonlyMap<string, readonly NightPairs[]>, names: readonly EvidenceName[]) {
  const hidden = new Set(names.map((name) => EVIDENCE.indexOf(name)));
  const blind = (night: NightPairs): NightPairs => ({
    ...night,
    table: night.table.map((value, at) => (hidden.has(at % COLUMNS) ? 0 : value)),
  });
  return new Map([...sets].map(([set, nights]) => [set, nights.map(blind)]));
}

/** What each part brings: figures on unseen stories, without one part after the other. */
function ablations(sets: ReadonlyMap<string, readonly NightPairs[]>): string[] {
  const unseen = unseenScores(sets);
  const model = learn([...sets.values()], () => true);
  const retrained = (name: string, ...evidence: EvidenceName[]): string => {
    const blind = without(sets, evidence);
    return row(`without ${name}`, report(blind, unseenScores(blind), {}));
  };
  return [
    row('', [...sets.keys()]),
    row(
      '---',
      [...sets.keys()].map(() => '---'),
    ),
    row('all stories seen (the weights that ship)', report(sets, seenScores(sets, model), {})),
    row('**unseen stories**', report(sets, unseen, {})),
    row('with one cut for all nights', report(sets, unseen, { strictest: 0 })),
    row('without bridges', report(sets, unseen, { bridgeRounds: 0 })),
    retrained('ties', 'tie'),
    retrained('openings', 'leads', 'leadCosine', 'titleInLead', 'bothInLead', 'texts'),
    retrained('what is seldom or bursts tonight', 'seldom', 'mostSeldom', 'least', 'burst'),
    retrained('names and numbers', 'numbers', 'otherNumbers', 'names', 'nameShare'),
  ];
}

function row(name: string, cells: readonly string[]): string {
  return `| ${[name, ...cells].join(' | ')} |`;
}

const sets = new Map([...labelledNights()].map(([set, nights]) => [set, nights.map(pairsOf)]));
sets.set('uci-covered', coveredNights().map(pairsOf));
const model = learn([...sets.values()], () => true);
const figures = ablations(sets);
for (const line of figures) console.log(line);
if (process.argv.includes('--table')) writeBetweenMarkers('docs/notes/stories.md', 'figures', figures);

if (process.argv.includes('--write')) {
  const lines = EVIDENCE.map((name, c) => `  ${name}: ${(model.weights[c] ?? 0).toFixed(4)},`);
  writeFileSync(
    'src/curate/stories/weights.ts',
    `// Written by scripts/stories/train.ts.
import type { EvidenceName } from './evidence.ts';

export const INTERCEPT = ${model.intercept.toFixed(4)};

/** Log-odds that a pair learned from tells one story, every set counting alike. */
export const TRAINED_PRIOR = ${priorOf([...sets.values()]).toFixed(4)};

/** Log-odds per unit of evidence. */
export const WEIGHTS: Readonly<Record<EvidenceName, number>> = {
${lines.join('\n')}
};
`,
  );
}
