import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blankPapers, type PaperInput, parsePaperModel } from '../../../src/curate/rank/papers-model.ts';
import { startingPapers } from '../../../src/curate/rank/papers-start.ts';
import { trainPapers } from '../../../src/curate/rank/papers-train.ts';
import { rankPapers } from '../../../src/curate/rank/papers.ts';
import { END, paper, sampleWeeks, START, WEEK } from './sample.ts';

const options = { labels: { team: 1 }, now: END };
const context = { now: END };

describe('a papers ranker that has learned', () => {
  const { papers, picks } = sampleWeeks();
  const model = trainPapers(papers, picks, options);

  it('puts new papers on the picked subjects above the others', () => {
    const fresh = [
      paper(901, 'Crop disease images again'),
      paper(902, 'Agents that plan with tools'),
      paper(903, 'Speech'),
    ];
    expect(rankPapers(fresh, model, context)[0]?.story).toBe(902);
  });

  it('gives reasons whose weights add up to the score, in any order', () => {
    for (const { score, reasons } of rankPapers(papers.slice(0, 40), model, context)) {
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
      expect(reasons.toReversed().reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
    }
  });

  it('says why in words an editor understands', () => {
    const [best] = rankPapers([paper(1000, 'Agents that plan', { authors: ['Senior 1', 'Senior 2'] })], model, context);
    const said = new Map(best?.reasons.map(({ name, value }) => [name, value]));
    expect(said.get('taste')).toMatch(/^reads like earlier picks: .*(agents|plan)/u);
    expect(said.get('title')).toMatch(/^short title \(3 words\)/u);
    expect(said.get('history')).toBe('2 authors picked before');
    expect(said.get('authors')).toBe('2 authors');
  });

  it('is the same, bit for bit, from the same decisions, and survives storage', () => {
    const again = trainPapers(structuredClone(papers), structuredClone(picks), options);
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
    expect(parsePaperModel(JSON.stringify(model))).toEqual(model);
  });

  it('knows nothing of what came later', () => {
    const now = START + 4 * WEEK;
    const earlier = papers.filter(({ published }) => published < now);
    const known = picks.filter(({ at }) => at < now);
    expect(trainPapers(papers, picks, { ...options, now })).toEqual(trainPapers(earlier, known, { ...options, now }));
  });

  it('stays near the weights it started from while picks are few', () => {
    const one = trainPapers(papers.slice(0, 40), picks.slice(0, 1), { ...options, prior: startingPapers() });
    const start = startingPapers().traits['title:length']?.weight ?? 0;
    expect(Math.abs((one.traits['title:length']?.weight ?? 0) - start)).toBeLessThan(Math.abs(start) / 2);
  });

  it('orders ties by story', () => {
    const same = [3, 1, 2].map((story) => ({ ...paper(1, 'One title'), story }));
    expect(rankPapers(same, model, context).map(({ story }) => story)).toEqual([1, 2, 3]);
  });
});

describe('the weights a new installation starts with', () => {
  it('prefer a short title on agents to a long one on driving', () => {
    const agents = paper(1, 'Agents Learn to Reason', { categories: ['cs.CL'] });
    const driving = paper(2, 'A robust multi-stage point cloud registration pipeline for autonomous driving in rain', {
      categories: ['cs.RO'],
    });
    expect(rankPapers([driving, agents], startingPapers(), context).map(({ story }) => story)).toEqual([1, 2]);
  });

  it('name no author', () => {
    expect(startingPapers().authors).toEqual({});
  });
});

describe('bad input', () => {
  const { papers, picks } = sampleWeeks();

  it.each([
    ['no decisions yet', papers, []],
    ['all spiked', papers, papers.map(({ story }) => ({ story, label: 'team', at: START, verdict: 'spike' as const }))],
    ['everything picked', papers, papers.map(({ story }) => ({ story, label: 'team', at: START }))],
    ['no papers', [], picks],
  ])('%s: the weights it started from stay', (_, offered, decided) => {
    const prior = startingPapers();
    expect(trainPapers(offered, decided, { ...options, prior })).toBe(prior);
  });

  it('ranks one paper', () => {
    expect(rankPapers([paper(7, 'Alone')], startingPapers(), context)).toHaveLength(1);
  });

  it('ranks 50,000 papers', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => paper(i, `Paper ${i % 97} on agents`));
    expect(rankPapers(many, startingPapers(), context)).toHaveLength(50_000);
  });

  it('reads titles in four scripts, without abstract, author, category or date', () => {
    const titles = ['에이전트의 추론 능력', '大语言模型的推理', 'Рассуждения языковых моделей', 'Reasoning of agents'];
    const bare = {
      abstract: '',
      authors: [],
      categories: [],
      published: Number.NaN,
      comment: null,
      points: Number.NaN,
    };
    const offered = titles.map((title, i) => paper(1000 + i, title, bare));
    const model = trainPapers([...papers, ...offered], [...picks, { story: 1000, label: 'team', at: START }], options);
    for (const { score, reasons } of rankPapers(offered, model, context)) {
      expect(score).toBeTypeOf('number');
      expect(Number.isFinite(score)).toBe(true);
      expect(reasons.every(({ value }) => value !== '')).toBe(true);
    }
  });

  it('a damaged stored model is refused', () => {
    const good = JSON.stringify(trainPapers(papers, picks, options));
    const older = JSON.stringify({ ...blankPapers(), version: 1 });
    for (const bad of ['', 'null', '[]', good.slice(0, -9), good.replace('"weight":', '"weight":"x",'), older]) {
      expect(parsePaperModel(bad)).toBeNull();
    }
  });

  it('never gives a score that is no number, whatever a paper holds', () => {
    const model = trainPapers(papers, picks, options);
    const anyPaper: fc.Arbitrary<PaperInput> = fc.record({
      story: fc.nat(),
      title: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('constructor', '__proto__', ': :', '?')),
      abstract: fc.string({ unit: 'binary' }),
      authors: fc.array(fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__'))),
      categories: fc.array(fc.string()),
      published: fc.oneof(fc.double(), fc.constant(Number.NaN)),
      comment: fc.option(fc.string()),
      points: fc.option(fc.double()),
    });
    fc.assert(
      fc.property(fc.array(anyPaper, { maxLength: 5 }), (offered) => {
        for (const { score, reasons } of rankPapers(offered, model, context)) {
          expect(Number.isFinite(score)).toBe(true);
          expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
        }
      }),
    );
  });
});
