import { describe, expect, it } from 'vitest';
import { figuresIn, numbersIn } from '../../src/export/numbers.ts';
import { trace } from '../../src/export/trace.ts';
import { uneditedSentences } from '../../src/export/unedited.ts';
import { source } from './demo-issue.ts';

describe('numbers by value', () => {
  it.each([
    ['500 million users', [5e8]],
    ['5억 명', [5e8]],
    ['1억 2천만 원', [1.2e8]],
    ['3만 5천 개', [35_000]],
    ['$1.5bn, 3k and 1,234.5', [1.5e9, 3000, 1234.5]],
    ['GPT-4 in 2024', [4, 2024]],
    ['v2.0', []],
  ])('%s', (text, values) => {
    expect(figuresIn(text).map(({ value }) => value)).toEqual(values);
  });

  it('knows words and months, which a figure may rest on', () => {
    expect(numbersIn('two hundred people, a dozen, in August').map(({ value }) => value)).toEqual([200, 12, 8]);
  });
});

const report = source(
  'Harbour Post',
  'Robotaxi firm weighs accounts for teenagers',
  'Lumo asked two hundred families in August. "We want to be careful with this," said Teka Mawan, who leads it. ' +
    'The firm has asked families in many cities whether they would let their children ride alone at night.',
);

const traced = (text: string, lang: 'en' | 'ko' = 'en'): [string, string | null][] =>
  trace(text, [report], lang).map(({ value, found }) => [
    value,
    found === null ? null : report[found.field].slice(found.from, found.to),
  ]);

describe('where a text comes from', () => {
  it('points numbers, names, quotations and links to their place in the source', () => {
    const text = `The firm asked 200 families. At [Lumo](${report.url}) Mawan says: “we want to be careful with this”.`;
    expect(traced(text)).toEqual([
      ['200', 'two hundred'],
      ['Lumo', 'Lumo'],
      [report.url, report.url],
      ['Mawan', 'Mawan'],
      ['we want to be careful with this', 'We want to be careful with this'],
    ]);
  });

  it('says what no source has', () => {
    expect(traced('Then OpenFoo sold 7 cars, see https://evil.example/x.')).toEqual([
      ['OpenFoo', null],
      ['7', null],
      ['https://evil.example/x.', null],
    ]);
  });

  it('compares Korean numbers by value and leaves translated quotations out', () => {
    expect(traced('루모(Lumo)는 8월에 200가구에 물었다. “우리는 조심하고 싶습니다”라고 했다.', 'ko')).toEqual([
      ['Lumo', 'Lumo'],
      ['8', 'August'],
      ['200', 'two hundred'],
    ]);
  });

  it('gives the offsets of the text itself', () => {
    const text = 'In 2031 [x](https://a.example/1) had 200 cars.';
    for (const { start, end, value } of trace(text, [report], 'en')) expect(text.slice(start, end)).toBe(value);
  });
});

it('takes no Korean particle for a part of a name', () => {
  const korean = source('하버 포스트', '앤트로픽', 'Claude를 만든 회사는 AI 연구를 한다.');
  const found = trace('Claude는 AI는 아니다.', [korean], 'ko');
  expect(found.map(({ value, found: origin }) => [value, origin !== null])).toEqual([
    ['Claude', true],
    ['AI', true],
  ]);
});

describe("a source's own sentence", () => {
  const unedited = (text: string, lang: 'en' | 'ko' = 'en', from = report): string[] =>
    uneditedSentences(text, [from], lang).map((each) => each.text);

  it('is found by twelve words in a row', () => {
    const copied = 'Yes: the firm has asked families in many cities whether they would let their children go.';
    expect(unedited(`It is new. ${copied} We doubt it.`)).toEqual([copied]);
  });

  it('is ours when fewer words are equal', () => {
    expect(unedited('The firm has asked families in many cities whether they like it.')).toEqual([]);
  });

  it('may be quoted', () => {
    expect(unedited(`The paper says “${report.text.slice(110)}” and no more.`)).toEqual([]);
  });

  it('may be printed under an open licence', () => {
    for (const license of ['CC BY 4.0', 'http://creativecommons.org/licenses/by-sa/4.0/', 'CC0'])
      expect(unedited(report.text, 'en', { ...report, license })).toEqual([]);
    for (const license of ['CC BY-NC-ND 4.0', 'http://arxiv.org/licenses/nonexclusive-distrib/1.0/'])
      expect(unedited(report.text, 'en', { ...report, license })).not.toEqual([]);
  });

  it('is found by thirty letters in Korean', () => {
    const korean = source(
      '항구일보',
      '로보택시',
      '이 회사는 여러 도시의 가족에게 자녀가 밤에 혼자 차를 타도 괜찮은지 물었다고 밝혔다.',
    );
    expect(unedited('가족에게 자녀가 밤에 혼자 차를 타도 괜찮은지 물었다고 밝혔다.', 'ko', korean)).toHaveLength(0);
    expect(
      unedited('여러 도시의 가족에게 자녀가 밤에 혼자 차를 타도 괜찮은지 물었다고 밝혔다.', 'ko', korean),
    ).toHaveLength(1);
  });
});
