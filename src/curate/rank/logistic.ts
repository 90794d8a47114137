import { minimise } from './lbfgs.ts';
import type { SparseRows } from './sparse.ts';

/** Balanced logistic regression with an L2 penalty; the last weight, the intercept, is not penalised and not returned. */
export function fitLogistic(rows: SparseRows, labels: readonly boolean[], penalty = 1): Float64Array {
  const positives = labels.filter(Boolean).length;
  const balance = [labels.length / (2 * (labels.length - positives)), labels.length / (2 * positives)] as const;
  const { columns } = rows;
  const solution = minimise(
    (x, gradient) => {
      gradient.fill(0);
      let loss = 0;
      for (let r = 0; r < labels.length; r++) {
        const from = rows.start[r] ?? 0;
        const to = rows.start[r + 1] ?? 0;
        let z = x[columns] ?? 0;
        for (let k = from; k < to; k++) z += (x[rows.column[k] ?? 0] ?? 0) * (rows.value[k] ?? 0);
        const sign = labels[r] ? 1 : -1;
        const weight = labels[r] ? balance[1] : balance[0];
        const margin = sign * z;
        loss += weight * (margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin);
        const slope = (-sign * weight) / (1 + Math.exp(margin));
        for (let k = from; k < to; k++)
          gradient[rows.column[k] ?? 0] = (gradient[rows.column[k] ?? 0] ?? 0) + slope * (rows.value[k] ?? 0);
        gradient[columns] = (gradient[columns] ?? 0) + slope;
      }
      for (let j = 0; j < columns; j++) {
        const w = x[j] ?? 0;
        loss += (penalty * w * w) / 2;
        gradient[j] = (gradient[j] ?? 0) + penalty * w;
      }
      return loss;
    },
    new Float64Array(columns + 1),
    100,
  );
  return solution.subarray(0, columns);
}
