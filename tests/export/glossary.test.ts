import { describe, expect, it } from 'vitest';
import { createGlosser, loadGlossary, readGlossary, swapRendering } from '../../src/export/glossary.ts';

const glossary = loadGlossary(
  `terms:
  - { term: fine-tuning, korean: 미세 조정, also: [파인튜닝] }
  - { term: Meta, korean: 메타, kind: outlet }
  - { term: multimodal, korean: 멀티모달, also: [다중 모달] }
  - { term: Google, korean: 구글, gloss: false }
never: [AI]
`,
  'glossary.yaml',
);

const glossAll = (...texts: string[]): string[] => texts.map(createGlosser(glossary));

describe('glossing in reading order', () => {
  it('glosses the first mention in the issue and no other', () => {
    expect(glossAll('미세 조정은 어렵다. 미세 조정은 비싸다.', '미세 조정(fine-tuning)을 한다.')).toEqual([
      '미세 조정(fine-tuning)은 어렵다. 미세 조정은 비싸다.',
      '미세 조정을 한다.',
    ]);
  });

  it('moves the gloss when the texts change places', () => {
    expect(glossAll('미세 조정을 한다.', '미세 조정(fine-tuning)은 어렵다.')).toEqual([
      '미세 조정(fine-tuning)을 한다.',
      '미세 조정은 어렵다.',
    ]);
  });

  it.each([
    ['a longer word is not a mention', '메타버스는 크다', '메타버스는 크다'],
    ['the particle follows the Korean word', '멀티모달(multimodal)는 모델', '멀티모달(multimodal)은 모델'],
    ['spaces are typed either way', '미세조정을 한다', '미세조정(fine-tuning)을 한다'],
    ["a writer's own bracket stays", '메타(옛 페이스북)가 말했다', '메타(옛 페이스북)가 말했다'],
    ['a word that is never glossed loses its bracket', '구글(Google)은', '구글은'],
    ['what everybody knows loses its bracket', '인공지능(AI)는', '인공지능은'],
    ['a plural in the bracket is the term', '미세 조정(fine tunings)은', '미세 조정(fine-tuning)은'],
    ['emphasis is closed before the gloss', '**메타**가 말했다', '**메타**(Meta)가 말했다'],
    ['code and addresses are left alone', '`메타` [글](https://e.com/메타)', '`메타` [글](https://e.com/메타)'],
    ['a link is glossed in its words', '[메타](https://e.com)는', '[메타(Meta)](https://e.com)는'],
  ])('%s', (_, written, printed) => {
    expect(glossAll(written)).toEqual([printed]);
  });

  it('is the same a second time', () => {
    const once = glossAll('**미세 조정**은 메타와 멀티모달을');
    expect(glossAll(...once)).toEqual(once);
  });
});

it('swaps a rendering and lets the particles agree', () => {
  expect(swapRendering('다중 모달(multimodal)은 좋고 다중모달이 넓다', '다중 모달', '멀티미디어')).toBe(
    '멀티미디어(multimodal)는 좋고 멀티미디어가 넓다',
  );
});

it('reads the shipped glossary', () => {
  expect(readGlossary('').terms.length).toBeGreaterThan(20);
});

it('names a rendering that stands twice', () => {
  expect(() =>
    loadGlossary('terms:\n  - { term: a, korean: 가 }\n  - { term: b, korean: 나, also: [가] }\n', 'g.yaml'),
  ).toThrow('terms[1]: "가" stands in the glossary already; g.yaml line 3');
});
