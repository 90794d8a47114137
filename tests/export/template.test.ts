import { expect, it } from 'vitest';
import { loadTemplate, readTemplate, SHIPPED_TEMPLATES } from '../../src/export/template.ts';

const problemsOf = (yaml: string): string => {
  try {
    loadTemplate(yaml, 't.yaml');
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

it('reads every shipped template', () => {
  expect(SHIPPED_TEMPLATES.map((name) => readTemplate(name).name)).toEqual([...SHIPPED_TEMPLATES]);
});

it('has the sections of the model issue, in its order', () => {
  expect(readTemplate('model').sections.map(({ key }) => key)).toEqual([
    'welcome',
    'highlights',
    'prompts',
    'news-feature',
    'research-features',
    'own',
    'other',
    'news',
    'papers',
    'letters',
    'closing',
  ]);
});

it('says what a template of that name could be', () => {
  expect(() => readTemplate('modle')).toThrow(/no such template; name one of model, daily, papers/);
});

it('names every problem with its key, line and mend', () => {
  const yaml = `name: x
title: { en: a, ko: b }
sectoins: []
sections:
  - key: a
    kind: lst
  - key: B
    kind: list
    cpa: 3
    of: news
    line: title
`;
  expect(problemsOf(yaml).split('\n')).toEqual([
    expect.stringMatching(/^sections\[0\]\.kind: .*'list'.*; t\.yaml line 6$/),
    expect.stringMatching(/^sections\[1\]\.key: must be lower-case.*; t\.yaml line 7$/),
    'sections[1].cpa: unknown key; did you mean "cap"?; t.yaml line 9',
    'sectoins: unknown key; did you mean "sections"?; t.yaml line 3',
  ]);
});

it('finds keys used twice, texts without a language and names that stand for nothing', () => {
  const yaml = `name: x
title: { en: 'Issue {nummer}', ko: 호 }
labels: { take: { en: We think } }
sections:
  - { key: a, kind: text }
  - { key: a, kind: text }
`;
  expect(problemsOf(yaml).split('\n')).toEqual([
    'sections[1].key: "a" is used twice; give each section its own key; t.yaml line 6',
    'title: {nummer} stands for nothing; known are {number}, {date}, {topics}; t.yaml line 2',
    'labels.take.ko: missing; the issue is made in en and ko; t.yaml line 3',
  ]);
});

it.each([
  ['an alias that holds itself', 'name: &a [*a]', 'refers to itself'],
  ['what is not YAML', 'sections: [', 'not YAML'],
  ['an empty file', '', 'sections: missing; must be array'],
  [
    'values that name each other',
    'name: x\nvalues: { a: { en: "{b}", ko: "{b}" } }\ntitle: { en: a, ko: b }\nsections: [{ key: a, kind: text }]',
    'values hold plain text',
  ],
])('refuses %s', (_, yaml, message) => {
  expect(problemsOf(yaml)).toContain(message);
});
