import type { Reason } from '../../model.ts';

/** A story with its score; the weights of its reasons add up to the score exactly. */
export interface Ranked {
  story: number;
  score: number;
  reasons: Reason[];
  /** How little the ranker knows of its like: 0 = much, 1 = nothing. */
  newness: number;
}

/** Weights are whole multiples of 2^-20, so that their sum is exact in any order (binary fractions do not round). */
const GRAIN = 2 ** 20;

/** One named reason. `weight` that is no number counts as 0: a broken input never poisons a ranking. */
export function reason(name: string, value: string, weight: number): Reason {
  return { name, value, weight: Number.isFinite(weight) ? Math.round(weight * GRAIN) / GRAIN : 0 };
}

/** Adds the reasons up and sorts: best first, ties by story id. Reasons come strongest first. */
export function rankByReasons<T extends { story: number }>(
  inputs: readonly T[],
  explain: (input: T) => Reason[],
  newness: (input: T) => number,
): Ranked[] {
  return inputs
    .map((input) => {
      const reasons = explain(input).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
      return {
        story: input.story,
        score: reasons.reduce((sum, { weight }) => sum + weight, 0),
        reasons,
        newness: newness(input),
      };
    })
    .sort((a, b) => b.score - a.score || a.story - b.story);
}
