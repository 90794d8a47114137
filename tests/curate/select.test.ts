import { describe, expect, it } from 'vitest';
import { selectLineup, type LineupRules } from '../../src/curate/select/lineup.ts';
import type { LineupCandidate } from '../../src/curate/select/rules.ts';

const plain: LineupRules = { size: 3, caps: {}, diversity: 0, explore: 0, rules: [] };

function candidate(story: number, score: number, more: Partial<LineupCandidate> = {}): LineupCandidate {
  const title = `Story ${story}`;
  return {
    story,
    score,
    title,
    text: title,
    outlets: [`Outlet ${story}`],
    sources: [],
    topics: [],
    labs: [],
    language: 'en',
    ...more,
  };
}

describe('the lineup', () => {
  it('takes the best and lists the rest with reasons', () => {
    const lineup = selectLineup([candidate(1, 1), candidate(2, 4), candidate(3, 3), candidate(4, 2)], plain);
    expect(lineup.chosen.map(({ story }) => story)).toEqual([2, 3, 4]);
    expect(lineup.below).toEqual([{ story: 1, by: 'rank', reason: 'below the first 3' }]);
  });

  it('keeps an outlet to its cap and says so', () => {
    const same = { outlets: ['The Daily'] };
    const lineup = selectLineup([candidate(1, 4, same), candidate(2, 3, same), candidate(3, 2)], {
      ...plain,
      caps: { outlet: 1 },
    });
    expect(lineup.chosen.map(({ story }) => story)).toEqual([1, 3]);
    expect(lineup.below[0]).toMatchObject({ story: 2, by: 'cap', reason: expect.stringContaining('The Daily') });
  });
});
