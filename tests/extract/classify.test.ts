import { expect, it } from 'vitest';
import model from '../../src/extract/block-model.json' with { type: 'json' };
import { FEATURE_NAMES } from '../../src/extract/features.ts';
import { plant, predict } from '../../src/extract/forest.ts';

it('was trained on the features that the code computes, in their order', () => {
  expect(model.features).toEqual(FEATURE_NAMES);
});

it('goes right above a threshold, and on to the next node at or below it', () => {
  const tree = { feature: [0, -1, 1, -1, -1], threshold: [5, -2, 0.5, 1, 3], right: [2, 0, 4, 0, 0] };
  const stump = { feature: [-1], threshold: [0.25], right: [0] };
  const logOdds = (a: number, b: number): number => {
    const p = predict(plant({ bias: 0, trees: [stump, tree] }), Float32Array.of(a, b));
    return Math.log(p / (1 - p));
  };
  expect(logOdds(5, 9)).toBeCloseTo(-1.75);
  expect(logOdds(6, 0.5)).toBeCloseTo(1.25);
  expect(logOdds(6, 0.6)).toBeCloseTo(3.25);
});
