import { minimise } from './lbfgs.ts';
import { addRow, rowDot, type SparseRows } from './sparse.ts';

/** Alternatives an editor chose from, in sets (a week's papers). */
export interface Choices {
  rows: SparseRows;
  /** Row numbers of each set. */
  sets: readonly (readonly number[])[];
  /** Of each row how much it was chosen: 1 = picked, 0 = passed over. */
  chosen: Float64Array;
  /** Of each row how many alternatives it stands for, where a set was thinned. */
  standsFor: Float64Array;
}

const ITERATIONS = 40;
const NEGLIGIBLE = 1e-7;

/**
 * Conditional logit (McFadden 1974): within its set, the chance that a row is the one picked grows with the exponential
 * of its score, so only differences inside a set teach, and a week with many picks or few papers needs no intercept.
 * A thinned set enters by the logarithm of what each row stands for (McFadden 1978, sampling of alternatives).
 *
 * @param penalty of squared distance from `prior` (L2); larger = closer to it.
 * @returns one weight a column.
 */
export function fitChoice(
  { rows, sets, chosen, standsFor }: Choices,
  penalty: number,
  prior: Float64Array,
): Float64Array {
  const taught = sets
    .map((set) => ({ set, picks: set.reduce((sum, row) => sum + (chosen[row] ?? 0), 0) }))
    .filter(({ picks }) => picks > 0);
  const scores = new Float64Array(chosen.length);
  const offset = standsFor.map(Math.log);
  return minimise(
    (weights, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (const { set, picks } of taught) {
        for (const row of set) scores[row] = (offset[row] ?? 0) + rowDot(rows, row, weights);
        const total = logSumExp(set, scores);
        for (const row of set) {
          const picked = chosen[row] ?? 0;
          const score = scores[row] ?? 0;
          if (picked > 0) loss += picked * (total - score);
          const slope = picks * Math.exp(score - total) - picked;
          if (Math.abs(slope) > NEGLIGIBLE) addRow(rows, row, slope, gradient);
        }
      }
      return loss + pull(weights, prior, penalty, gradient);
    },
    prior,
    ITERATIONS,
  );
}

/** Adds the penalty's gradient and returns its value. */
function pull(weights: Float64Array, prior: Float64Array, penalty: number, gradient: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < weights.length; j++) {
    const distance = (weights[j] ?? 0) - (prior[j] ?? 0);
    sum += distance * distance;
    gradient[j] = (gradient[j] ?? 0) + penalty * distance;
  }
  return (penalty * sum) / 2;
}

function logSumExp(set: readonly number[], scores: Float64Array): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const row of set) most = Math.max(most, scores[row] ?? 0);
  let sum = 0;
  for (const row of set) sum += Math.exp((scores[row] ?? 0) - most);
  return most + Math.log(sum);
}
