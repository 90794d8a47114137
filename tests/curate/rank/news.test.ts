import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type NewsDecision,
  type NewsInput,
  parseNewsInput,
  parseNewsModel,
  startingNews,
} from '../../../src/curate/rank/news-model.ts';
import { trainNews } from '../../../src/curate/rank/news-train.ts';
import { rankNews } from '../../../src/curate/rank/news.ts';
import type { Verdict } from '../../../src/curate/rank/verdicts.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2024, 7, 23);
const context = { now: NOW, windowStart: NOW - 240 * HOUR };

function story(id: number, title: string, more: Partial<NewsInput> = {}): NewsInput {
  return {
    story: id,
    title,
    text: `${title}. An AI story.`,
    outlets: [{ name: 'The Daily', weight: 1, publishedAt: NOW - 24 * HOUR }],
    language: 'en',
    published: NOW - 24 * HOUR,
    ...more,
  };
}

function outlets(...names: string[]): NewsInput['outlets'] {
  return names.map((name, i) => ({ name, weight: 1, publishedAt: NOW - (24 - i) * HOUR }));
}

/** What a team that likes court cases and dislikes gadgets does with twenty stories. */
function decisions(kept: Verdict = 'keep', left: Verdict = 'spike'): NewsDecision[] {
  return Array.from({ length: 20 }, (_, i): NewsDecision => {
    const liked = i % 2 === 0;
    const title = liked ? `Court rules on AI training, case ${i}` : `New AI gadget number ${i} goes on show`;
    const input = story(i + 1, title, { outlets: outlets(liked ? 'Law Review' : 'Gadget Weekly') });
    return { input, verdict: liked ? kept : left, at: NOW - (20 - i) * HOUR };
  });
}

const order = (stories: NewsInput[], model = startingNews()): number[] =>
  rankNews(stories, model, context).map(({ story: id }) => id);
const said = (input: NewsInput, model = startingNews()): Map<string, string> =>
  new Map(rankNews([input], model, context)[0]?.reasons.map(({ name, value }) => [name, value]));

describe('news before any decision', () => {
  it('puts a story that many outlets tell first, and says how many and who was first', () => {
    const told = story(2, 'AI law passes', { outlets: outlets('BBC', 'TIME', 'Wired', 'ZDNet', 'CNN', 'NYT') });
    expect(order([story(1, 'AI law passes'), told])).toEqual([2, 1]);
    expect(said(told).get('coverage')).toBe('six outlets, first BBC');
    expect(said(told).get('speed')).toBe('five more within twelve hours');
  });

  it.each([
    ['a deal', 'This AI pin is 40% off today', 'The AI pin finds its first court case'],
    ['a list of tips', '7 ways AI will change how you shop', 'Seven judges weigh the AI copyright case'],
    ['a stock note', 'AI chip maker shares fall after price target cut', 'AI chip maker shares its plans with the EU'],
    ['a horoscope', 'Your AI horoscope for Thursday', 'AI reads the stars at the Lowell telescope'],
    ['a horoscope', '인공지능이 본 오늘의 운세', '인공지능이 본 오늘의 국회'],
  ])('puts %s down, and no title that only looks like one', (form, bad, good) => {
    expect(said(story(1, bad)).get('form')).toContain(form);
    expect(said(story(1, good)).get('form')).toBeUndefined();
    expect(order([story(1, bad), story(2, good)])).toEqual([2, 1]);
  });

  it('puts the original source up and a retelling down', () => {
    const primary = story(1, 'We release an AI model', { isPrimary: true });
    const retold = story(2, 'A lab has an AI model', { text: 'A lab has an AI model, according to Bloomberg.' });
    expect(order([retold, story(3, 'A lab has an AI model'), primary])).toEqual([1, 3, 2]);
  });

  it('puts down what ran before, much more than what came of it', () => {
    const ran = story(1, 'AI law passes', { before: { issue: '#79', relation: 'same' } });
    const update = story(2, 'AI law passes', { before: { issue: '#79', relation: 'update' } });
    expect(order([ran, update, story(3, 'AI law passes')])).toEqual([3, 2, 1]);
    expect(said(ran).get('ran before')).toBe('ran in #79');
  });

  it('prefers the newer, the discussed, the weightier source and what is about AI', () => {
    const old = story(1, 'AI law', { published: context.windowStart });
    expect(order([old, story(2, 'AI law')])).toEqual([2, 1]);
    expect(order([story(1, 'AI law'), story(2, 'AI law', { points: 500 })])).toEqual([2, 1]);
    const heavy = { outlets: [{ name: 'TIME', weight: 2, publishedAt: NOW }] };
    expect(order([story(1, 'AI law'), story(2, 'AI law', heavy)])).toEqual([2, 1]);
    expect(order([story(1, 'Tax law', { text: '' }), story(2, 'AI law', { text: '' })])).toEqual([2, 1]);
  });
});

describe('news after twenty decisions', () => {
  const model = trainNews(decisions(), { now: NOW });

  it('prefers what is like the kept, in words and by outlet, and says so', () => {
    const liked = story(101, 'Court hears AI training case', { outlets: outlets('Law Review') });
    const disliked = story(102, 'AI gadget on show', { outlets: outlets('Gadget Weekly') });
    expect(order([disliked, liked], model)).toEqual([101, 102]);
    expect(said(liked, model).get('taste')).toMatch(/^reads like what you kept: .*(court|training|case)/u);
    expect(said(liked, model).get('outlet')).toBe('Law Review: 10 of 10 kept');
    expect(said(disliked, model).get('taste')).toMatch(/^reads like what you set aside/u);
  });

  it('gives reasons whose weights add up to the score, in any order', () => {
    for (const { score, reasons } of rankNews(
      decisions().map(({ input }) => input),
      model,
      context,
    )) {
      expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
      expect(reasons.toReversed().reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
    }
  });

  it('is the same, bit for bit, from the same decisions in any order, and survives storage', () => {
    const again = trainNews(structuredClone(decisions()).reverse(), { now: NOW });
    expect(JSON.stringify(again)).toBe(JSON.stringify(model));
    expect(parseNewsModel(JSON.stringify(model))).toEqual(model);
  });

  it('knows nothing of what came later', () => {
    const now = NOW - 8 * HOUR;
    const known = decisions().filter(({ at }) => at < now);
    expect(trainNews(decisions(), { now })).toEqual(trainNews(known, { now }));
  });

  it('learns from what was passed over too, if less', () => {
    const passed = trainNews(decisions('keep', 'passed'), { now: NOW });
    expect(passed.outlets['Gadget Weekly']?.weight).toBeLessThan(0);
    expect(passed.outlets['Gadget Weekly']?.weight).toBeGreaterThan(model.outlets['Gadget Weekly']?.weight ?? 0);
  });

  it('lets old decisions fade', () => {
    const old = decisions().map((each) => ({ ...each, at: each.at - 3 * 365 * 24 * HOUR }));
    const faded = trainNews(old, { now: NOW });
    expect(faded.outlets['Law Review']?.weight).toBeLessThan(model.outlets['Law Review']?.weight ?? 0);
  });
});

describe('bad input to the news ranker', () => {
  it.each<[string, NewsDecision[]]>([
    ['no decisions', []],
    ['all spiked', decisions('spike', 'spike')],
    ['all kept', decisions('keep', 'keep')],
  ])('%s: the starting profile stays', (_, decided) => {
    expect(trainNews(decided, { now: NOW })).toEqual(startingNews());
  });

  it('ranks one story, and none', () => {
    expect(order([story(7, 'AI alone')])).toEqual([7]);
    expect(order([])).toEqual([]);
  });

  it('ranks 50,000 stories', () => {
    const many = Array.from({ length: 50_000 }, (_, i) => story(i, `AI story ${i % 97}`));
    expect(order(many, trainNews(decisions(), { now: NOW }))).toHaveLength(50_000);
  });

  it('learns from titles in four scripts, without text, outlet or date', () => {
    const titles = ['인공지능 저작권 소송', '人工智能版权诉讼', 'Иск об авторском праве ИИ', 'AI copyright case'];
    const bare = { text: '', outlets: [], published: Number.NaN, points: Number.NaN };
    const decided = titles.map((title, i): NewsDecision => {
      return { input: story(200 + i, title, bare), verdict: i % 2 === 0 ? 'keep' : 'spike', at: NOW - 1 };
    });
    const model = trainNews([...decisions(), ...decided], { now: NOW });
    for (const { score } of rankNews(
      decided.map(({ input }) => input),
      model,
      context,
    ))
      expect(Number.isFinite(score)).toBe(true);
  });

  it('a damaged stored model or input is refused', () => {
    const good = JSON.stringify(trainNews(decisions(), { now: NOW }));
    for (const bad of ['', 'null', '[]', good.slice(0, -9), good.replace('"version":2', '"version":1')])
      expect(parseNewsModel(bad)).toBeNull();
    for (const bad of [undefined, null, {}, { ...story(1, 'A'), title: 4 }]) expect(parseNewsInput(bad)).toBeNull();
    expect(parseNewsInput(story(1, 'A'))).toEqual(story(1, 'A'));
  });

  it('never gives a score that is no number, whatever a story holds', () => {
    const model = trainNews(decisions(), { now: NOW });
    const name = fc.oneof(fc.string(), fc.constantFrom('constructor', '__proto__', 'Law Review'));
    const any: fc.Arbitrary<NewsInput> = fc.record({
      story: fc.nat(),
      title: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('constructor', '__proto__')),
      text: fc.string({ unit: 'binary' }),
      outlets: fc.array(fc.record({ name, weight: fc.double(), publishedAt: fc.double() })),
      language: fc.string(),
      published: fc.oneof(fc.double(), fc.constant(Number.NaN)),
      points: fc.option(fc.double()),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), (offered) => {
        for (const { score, reasons } of rankNews(offered, model, context)) {
          expect(Number.isFinite(score)).toBe(true);
          expect(reasons.reduce((sum, { weight }) => sum + weight, 0)).toBe(score);
        }
      }),
    );
  });
});
