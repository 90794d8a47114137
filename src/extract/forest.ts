/**
 * Gradient-boosted decision trees, evaluated. A tree is its nodes in depth-first order: an inner node sends a row with
 * `value <= threshold` to the next node, any other to node `right`; a leaf has feature -1 and its value as threshold.
 */
export interface Tree {
  feature: readonly number[];
  threshold: readonly number[];
  right: readonly number[];
}

export interface Forest {
  /** Names of the features, in the order of their numbers. */
  features: readonly string[];
  /** Log-odds before the first tree. */
  bias: number;
  trees: readonly Tree[];
}

/** Probability, 0 to 1, that a row is of the positive class. */
export function predict({ bias, trees }: Pick<Forest, 'bias' | 'trees'>, row: Readonly<Float32Array>): number {
  let score = bias;
  for (const tree of trees) score += valueOf(tree, row);
  return 1 / (1 + Math.exp(-score));
}

/** The value of the leaf that a row falls into. */
export function valueOf({ feature, threshold, right }: Tree, row: Readonly<Float32Array>): number {
  let node = 0;
  for (;;) {
    const at = feature[node] ?? -1;
    const value = threshold[node] ?? 0;
    if (at < 0) return value;
    node = (row[at] ?? 0) <= value ? node + 1 : (right[node] ?? 0);
  }
}
