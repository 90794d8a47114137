/**
 * Gradient-boosted trees for two classes (Friedman 2001, "Greedy function approximation"; histogram splits and
 * second-order leaf values as in LightGBM and XGBoost). Small on purpose: what the block classifier needs, no more.
 */

import type { Tree, Trees } from '../../src/extract/forest.ts';

export interface Examples {
  rows: readonly Float32Array[];
  /** 0 to 1. */
  labels: readonly number[];
  weights: readonly number[];
}

export interface TrainOptions {
  trees: number;
  depth: number;
  rate: number;
  /** L2 penalty on leaf values. */
  lambda: number;
  /** Least sum of second derivatives in a leaf. */
  minHessian: number;
  /** Share of the features that a tree sees. */
  featureShare: number;
  /** Share of the rows that a tree sees. */
  rowShare: number;
  seed: number;
}

type GrowingTree = { -readonly [K in keyof Tree]: number[] };

const BINS = 64;

export function train({ rows, labels, weights }: Examples, options: TrainOptions): Trees {
  const random = generator(options.seed);
  const features = rows[0]?.length ?? 0;
  const { edges, binned } = bin(rows, features);
  const n = rows.length;
  const score = new Float64Array(n);
  const total = weights.reduce((a, b) => a + b, 0);
  const mean = labels.reduce((sum, label, i) => sum + label * (weights[i] ?? 0), 0) / total;
  const bias = Math.log(mean / (1 - mean));
  score.fill(bias);
  const gradient = new Float64Array(n);
  const hessian = new Float64Array(n);
  const trees: Tree[] = [];
  for (let round = 0; round < options.trees; round++) {
    const sample: number[] = [];
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-(score[i] ?? 0)));
      const w = weights[i] ?? 0;
      gradient[i] = w * (p - (labels[i] ?? 0));
      hessian[i] = w * Math.max(p * (1 - p), 1e-6);
      if (random() < options.rowShare) sample.push(i);
    }
    const active = Array.from({ length: features }, (_, f) => f).filter(() => random() < options.featureShare);
    const tree: GrowingTree = { feature: [], threshold: [], right: [] };
    grow(tree, Int32Array.from(sample), 0);
    trees.push(tree);
    for (let i = 0; i < n; i++) score[i] = (score[i] ?? 0) + valueOf(tree, rows[i] as Float32Array);

    function grow(tree: GrowingTree, indices: Int32Array, depth: number): number {
      const node = tree.feature.length;
      let g = 0;
      let h = 0;
      for (const i of indices) {
        g += gradient[i] as number;
        h += hessian[i] as number;
      }
      tree.feature.push(-1);
      tree.threshold.push((-g / (h + options.lambda)) * options.rate);
      tree.right.push(0);
      if (depth >= options.depth) return node;
      const split = bestSplit(indices, g, h);
      if (!split) return node;
      const column = binned[split.feature] as Uint8Array;
      const left = indices.filter((i) => (column[i] as number) <= split.bin);
      const right = indices.filter((i) => (column[i] as number) > split.bin);
      tree.feature[node] = split.feature;
      tree.threshold[node] = edges[split.feature]?.[split.bin] as number;
      grow(tree, left, depth + 1);
      tree.right[node] = grow(tree, right, depth + 1);
      return node;
    }

    function bestSplit(indices: Int32Array, g: number, h: number): { feature: number; bin: number } | null {
      const base = (g * g) / (h + options.lambda);
      let best: { feature: number; bin: number } | null = null;
      let bestGain = 1e-4;
      const gs = new Float64Array(BINS);
      const hs = new Float64Array(BINS);
      for (const feature of active) {
        const column = binned[feature] as Uint8Array;
        const last = edges[feature]?.length ?? 0;
        if (last === 0) continue;
        gs.fill(0);
        hs.fill(0);
        for (const i of indices) {
          const b = column[i] as number;
          gs[b] = (gs[b] as number) + (gradient[i] as number);
          hs[b] = (hs[b] as number) + (hessian[i] as number);
        }
        let gl = 0;
        let hl = 0;
        for (let b = 0; b < last; b++) {
          gl += gs[b] as number;
          hl += hs[b] as number;
          const hr = h - hl;
          if (hl < options.minHessian || hr < options.minHessian) continue;
          const gr = g - gl;
          const gain = (gl * gl) / (hl + options.lambda) + (gr * gr) / (hr + options.lambda) - base;
          if (gain > bestGain) {
            bestGain = gain;
            best = { feature, bin: b };
          }
        }
      }
      return best;
    }
  }
  return { bias, trees };
}

/** The value of the leaf that a row falls into. */
function valueOf({ feature, threshold, right }: Tree, row: Readonly<Float32Array>): number {
  let node = 0;
  for (;;) {
    const at = feature[node] ?? -1;
    const value = threshold[node] ?? 0;
    if (at < 0) return value;
    node = (row[at] ?? 0) <= value ? node + 1 : (right[node] ?? 0);
  }
}

/** Quantile bins: bin b holds values <= edges[b]. */
function bin(rows: readonly Float32Array[], features: number): { edges: number[][]; binned: Uint8Array[] } {
  const edges: number[][] = [];
  const binned: Uint8Array[] = [];
  for (let f = 0; f < features; f++) {
    const sorted = Float32Array.from(rows, (row) => row[f] as number).sort();
    const cuts = new Set<number>();
    for (let b = 1; b < BINS; b++) cuts.add(sorted[Math.floor((b * sorted.length) / BINS)] as number);
    const unique = [...new Set(sorted)];
    const cut = unique.length <= BINS ? unique.slice(0, -1) : [...cuts].sort((a, b) => a - b);
    edges.push(cut);
    binned.push(
      Uint8Array.from(rows, (row) => {
        const value = row[f] as number;
        let low = 0;
        let high = cut.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (value <= (cut[middle] as number)) high = middle;
          else low = middle + 1;
        }
        return low;
      }),
    );
  }
  return { edges, binned };
}

/** mulberry32: a small seeded generator. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
