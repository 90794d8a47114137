import { expect, it } from 'vitest';
import model from '../../src/extract/block-model.json' with { type: 'json' };
import { FEATURE_NAMES } from '../../src/extract/features.ts';

it('was trained on the features that the code computes, in their order', () => {
  expect(model.features).toEqual(FEATURE_NAMES);
});

it('refers to no feature or node that is not there', () => {
  for (const { feature, right } of model.trees)
    for (const [node, name] of feature.entries()) {
      expect(name).toBeLessThan(FEATURE_NAMES.length);
      if (name >= 0) expect(right[node]).toBeGreaterThan(node);
    }
});
