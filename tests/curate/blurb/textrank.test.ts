import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centrality } from '../../../src/curate/blurb/textrank.ts';

describe('centrality', () => {
  it('is highest for the sentence that shares most with the others', () => {
    const ranks = centrality([
      ['model', 'weights', 'price'],
      ['model', 'speed'],
      ['price', 'rivals'],
      ['weights', 'licence'],
      ['weather', 'paris'],
    ]);
    expect(Math.max(...ranks)).toBe(ranks[0]);
    expect(Math.min(...ranks)).toBe(ranks[4]);
  });

  it('shares one whole among the sentences, whatever they are', () => {
    const word = constantFrom('a', 'b', 'c', 'd', 'e');
    assert(
      property(array(array(word, { maxLength: 6 }), { minLength: 1, maxLength: 12 }), (sentences) => {
        const ranks = centrality(sentences);
        expect(ranks).toHaveLength(sentences.length);
        expect(ranks.every((rank) => rank >= 0)).toBe(true);
        expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBeCloseTo(1, 6);
      }),
    );
  });

  it('has nothing to say of nothing', () => {
    expect(centrality([])).toEqual([]);
  });
});
