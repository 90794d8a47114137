/**
 * Gradient-boosted decision trees, evaluated. A tree is its nodes in depth-first order: an inner node sends a row with
 * `value <= threshold` to the next node, any other to node `right`; a leaf has feature -1 and its value as threshold.
 */
export interface Tree {
  feature: readonly number[];
  threshold: readonly number[];
  right: readonly number[];
}

export interface Trees {
  /** Log-odds before the first tree. */
  bias: number;
  trees: readonly Tree[];
}

/** The same with the nodes of all trees one after another: a row visits some thousand of them. */
export interface Forest {
  bias: number;
  /** Where each tree begins. */
  roots: Int32Array;
  feature: Int16Array;
  threshold: Float64Array;
  /** Counted from the first node of the first tree. */
  right: Int32Array;
}

export function plant({ bias, trees }: Trees): Forest {
  const roots: number[] = [];
  const right: number[] = [];
  for (const tree of trees) {
    const root = right.length;
    roots.push(root);
    for (const node of tree.right) right.push(root + node);
  }
  return {
    bias,
    roots: Int32Array.from(roots),
    feature: Int16Array.from(trees.flatMap((tree) => tree.feature)),
    threshold: Float64Array.from(trees.flatMap((tree) => tree.threshold)),
    right: Int32Array.from(right),
  };
}

/** Probability, 0 to 1, that a row is of the positive class. */
export function predict({ bias, roots, feature, threshold, right }: Forest, row: Readonly<Float32Array>): number {
  let score = bias;
  for (let tree = 0; tree < roots.length; tree++) {
    let node = roots[tree] ?? 0;
    for (let at = feature[node] ?? -1; at >= 0; at = feature[node] ?? -1)
      node = (row[at] ?? 0) <= (threshold[node] ?? 0) ? node + 1 : (right[node] ?? 0);
    score += threshold[node] ?? 0;
  }
  return 1 / (1 + Math.exp(-score));
}
