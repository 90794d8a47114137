import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { labsOf } from '../../src/curate/select/labs.ts';
import { selectLineup, type LineupRules } from '../../src/curate/select/lineup.ts';
import type { LineupCandidate } from '../../src/curate/select/rules.ts';

const plain: LineupRules = { size: 3, caps: {}, diversity: 0, explore: 0, rules: [] };

function candidate(story: number, score: number, more: Partial<LineupCandidate> = {}): LineupCandidate {
  const title = `Story ${story}`;
  return {
    story,
    score,
    title,
    site: 'outlet.example',
    text: title,
    outlets: [`Outlet ${story}`],
    sources: [],
    topics: [],
    labs: [],
    language: 'en',
    ...more,
  };
}

const ids = (list: readonly { story: number }[]): number[] => list.map(({ story }) => story);

describe('the lineup', () => {
  it('takes the best and lists the rest with reasons', () => {
    const lineup = selectLineup([candidate(1, 1), candidate(2, 4), candidate(3, 3), candidate(4, 2)], plain);
    expect(ids(lineup.chosen)).toEqual([2, 3, 4]);
    expect(lineup.below).toEqual([{ story: 1, by: 'rank', reason: 'below the first 3' }]);
  });

  it.each<[string, Partial<LineupCandidate>, LineupRules['caps']]>([
    ['outlet', { outlets: ['The Daily', 'BBC'] }, { outlet: 1 }],
    ['source', { sources: ['daily-tech'] }, { source: 1 }],
    ['topic', { topics: ['policy and law'] }, { topic: 1 }],
    ['lab', { labs: ['OpenAI'] }, { lab: 1 }],
    ['language', { language: 'ko' }, { language: 1 }],
  ])('keeps each %s to its cap and says so', (kind, same, caps) => {
    const lineup = selectLineup([candidate(1, 4, same), candidate(2, 3, same), candidate(3, 2)], { ...plain, caps });
    expect(ids(lineup.chosen)).toEqual([1, 3]);
    expect(lineup.below).toEqual([{ story: 2, by: 'cap', reason: expect.stringContaining(`cap per ${kind}`) }]);
  });

  it('does not tell two stories that are much alike, and says which one it is like', () => {
    const strike = 'Actors of video games strike over AI replicas of their voices';
    const lineup = selectLineup(
      [
        candidate(1, 10, { title: strike, text: strike }),
        candidate(2, 9.5, { title: 'On the strike', text: `${strike} in California` }),
        candidate(3, 9, { text: 'A court rules on training data' }),
        candidate(4, 0, { text: 'A robot folds laundry' }),
      ],
      { ...plain, size: 2, diversity: 0.3 },
    );
    expect(ids(lineup.chosen)).toEqual([1, 3]);
    expect(lineup.below[0]).toMatchObject({ story: 2, by: 'alike', reason: expect.stringContaining(strike) });
  });

  it('keeps its last places for candidates near the line of which little is known, and marks them', () => {
    const known = Array.from({ length: 8 }, (_, i) => candidate(i + 1, 8 - i / 10, { newness: 0 }));
    const strange = candidate(50, 7.2, { newness: 1 });
    const far = candidate(60, -20, { newness: 1 });
    const lineup = selectLineup([...known, strange, far], { ...plain, size: 4, explore: 1 });
    expect(ids(lineup.chosen)).toEqual([1, 2, 3, 50]);
    expect(lineup.chosen.at(-1)).toMatchObject({ by: 'explore', reason: expect.stringContaining('on trial') });
  });

  it('tries nothing while everything fits', () => {
    const lineup = selectLineup([candidate(1, 1), candidate(2, 2)], { ...plain, explore: 2 });
    expect(lineup.chosen.map(({ by }) => by)).toEqual(['score', 'score']);
  });

  it('always surfaces what a rule says must be looked at, also off the subject, and never what one blocks', () => {
    const rules = [
      { action: 'must', field: 'author', matches: 'mina cho' },
      { action: 'block', field: 'site', matches: 'spam.example' },
    ] as const;
    const must = candidate(1, -5, { authors: ['Mina Cho'], offTopic: 'not about AI' });
    const blocked = candidate(2, 50, { site: 'spam.example' });
    const others = [3, 4, 5].map((story) => candidate(story, story));
    const lineup = selectLineup([must, blocked, ...others], { ...plain, rules });
    expect(lineup.chosen.find(({ story }) => story === 1)).toMatchObject({ by: 'must-look' });
    expect(lineup.chosen).toHaveLength(3);
    expect(lineup.below[0]).toEqual({ story: 2, by: 'blocked', reason: 'blocked: site "spam.example"' });
  });

  it('drops nothing in silence: every candidate stands in one of the two lists, once, with a reason', () => {
    const any: fc.Arbitrary<LineupCandidate> = fc
      .record({
        score: fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 0, max: 3 })),
        text: fc.constantFrom('a strike of actors', 'a strike of actors again', 'a court', ''),
        outlets: fc.array(fc.constantFrom('A', 'B'), { maxLength: 2 }),
        newness: fc.double({ min: 0, max: 1, noNaN: true }),
        offTopic: fc.constantFrom(undefined, 'not about AI'),
        language: fc.constantFrom('en', 'ko'),
      })
      .map((more) => candidate(0, 0, more));
    const rules = { size: 4, caps: { outlet: 2, language: 3 }, diversity: 0.3, explore: 2, rules: [] };
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), (list) => {
        const all = list.map((each, i) => ({ ...each, story: i }));
        const { chosen, below } = selectLineup(all, rules);
        expect(ids([...chosen, ...below]).sort((a, b) => a - b)).toEqual(ids(all));
        expect(chosen.length).toBeLessThanOrEqual(4);
        for (const { reason } of [...chosen, ...below]) expect(reason).not.toBe('');
      }),
    );
  });

  it('chooses from 50,000', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => candidate(i, i % 1000));
    const { chosen, below } = selectLineup(many, { ...plain, size: 12, diversity: 0.3, explore: 2 });
    expect(chosen).toHaveLength(12);
    expect(below).toHaveLength(50_000 - 12);
  });
});

describe('the laboratories a title names', () => {
  it.each([
    ["DeepMind staff ask Google to end Claude's contract", ['Google', 'Anthropic']],
    ['오픈AI와 네이버가 손잡다', ['OpenAI', 'Naver']],
    ['A metaphor for apples', []],
  ])('%s', (title, labs) => {
    expect(labsOf(title)).toEqual(labs);
  });
});
