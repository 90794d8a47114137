import { describe, expect, it } from 'vitest';
import type { IssueDocument, Slot, Wording } from '../../src/export/document.ts';
import type { FindingRule } from '../../src/export/finding.ts';
import { readGlossary } from '../../src/export/glossary.ts';
import { mayExport, preflight, printedAddresses, type PreflightFacts } from '../../src/export/preflight.ts';
import { readTemplate } from '../../src/export/template.ts';
import { both, demoIssue, slot, source } from './demo-issue.ts';
import { verbatim } from '../../src/text/said.ts';

const template = readTemplate('daily');
const glossary = readGlossary('');
const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

function issueOf(...slots: Slot[]): IssueDocument {
  return { ...demoIssue, sections: [{ key: 'news', kind: 'list', slots }] };
}

function rulesOf(issue: IssueDocument, lang: 'en' | 'ko', facts: Partial<PreflightFacts> = {}): FindingRule[] {
  return preflight(issue, template, lang, { glossary, links: new Map(), past: [], ...facts }).map(({ rule }) => rule);
}

const machine = (text: string): { en: Wording } => ({ en: { text, state: 'draft', by: null } });
const report = source('Harbour Post', 'Robots', 'Five robots were sold. See https://maker.example/robots for more.');
const fine = { title: both('A title', '제목'), blurb: both(words(30), '가'.repeat(80)) };

it('has nothing to say of an issue that is fine', () => {
  expect(rulesOf(issueOf(slot('n1', fine)), 'en')).toEqual([]);
  expect(rulesOf(issueOf(slot('n1', fine)), 'ko')).toEqual([]);
});

describe('English', () => {
  it.each<[string, Partial<Slot>, FindingRule[]]>([
    ['a placeholder', { blurb: both(`${words(30)} TK`) }, ['todo']],
    ['too short', { blurb: both('Short.') }, ['length']],
    ['too long', { blurb: both(words(61)) }, ['length']],
    ['a relative address', { blurb: both(`[the page](/about) ${words(30)}`) }, ['relative-link']],
    ['a script for an address', { url: 'javascript:alert(1)' }, ['relative-link']],
    ['a tracking address', { url: 'https://news.example/a?utm_source=x' }, ['tracking-link']],
    ['a shortener', { url: 'https://bit.ly/3abc' }, ['short-link']],
    ['a bare link', { blurb: both(`Read it [here](https://news.example/b) ${words(30)}`) }, ['bare-link']],
    [
      'a number from nowhere',
      { blurb: both(`They sold 7 robots ${words(30)}`), sources: [report] },
      ['unsourced-number'],
    ],
    ['a number from a source', { blurb: both(`They sold 5 robots ${words(30)}`), sources: [report] }, []],
    [
      'an invented link',
      { blurb: machine(`[Robots](https://evil.example/) ${words(30)}`), sources: [report] },
      ['unsourced-link'],
    ],
    ['a stored link', { blurb: machine(`[Robots](https://maker.example/robots) ${words(30)}`), sources: [report] }, []],
    ["an editor's link", { blurb: both(`[Robots](https://other.example/) ${words(30)}`), sources: [report] }, []],
    ['an item that may harm', { sensitive: 'a live court case' }, ['sensitive']],
    ['one that was signed off', { sensitive: 'a live court case', signedOffBy: { en: 'jun' } }, []],
  ])('%s', (_, parts, rules) => {
    expect(rulesOf(issueOf(slot('n1', { ...fine, ...parts })), 'en')).toEqual(rules);
  });

  it('tells a dead link from one that only machines are refused', () => {
    const issue = issueOf(slot('n1', fine), slot('n2', { ...fine, story: 2 }), slot('n3', { ...fine, story: 3 }));
    const links = new Map([
      ['https://news.example/n1', { status: 404, error: null }],
      ['https://news.example/n2', { status: 403, error: null }],
      ['https://news.example/n3', { status: null, error: 'no such host' }],
    ]);
    expect(printedAddresses(issue, template, 'en')).toEqual([...links.keys()]);
    expect(rulesOf(issue, 'en', { links })).toEqual(['dead-link', 'dead-link']);
  });

  it('finds a story twice in the issue and one that ran before', () => {
    const issue = issueOf(
      slot('n1', { ...fine, story: 1 }),
      slot('n2', { ...fine, url: 'https://news.example/n1?utm_source=x', story: 2 }),
    );
    const past = [{ issue: 11, title: 'Old', url: 'https://elsewhere.example/', story: 1 }];
    expect(rulesOf(issue, 'en', { past })).toEqual(['tracking-link', 'printed-before', 'repeat']);
  });

  it('finds figures without a description or a credit, and takes of unknown people', () => {
    const figure = {
      id: 'x',
      url: 'https://img.example/x.png',
      data: null,
      alt: {},
      caption: {},
      credit: '',
      license: '',
    };
    const issue = { ...demoIssue, cover: figure };
    const rules = preflight(issue, readTemplate('model'), 'en', { glossary, links: new Map(), past: [] }).map(
      ({ rule }) => rule,
    );
    expect(rules).toEqual(expect.arrayContaining(['figure-alt', 'figure-credit', 'unknown-person']));
  });
});

describe('Korean', () => {
  const filler = '가나다라마바사 아자차카타파하 '.repeat(4);
  it.each<[string, string, FindingRule[]]>([
    ['two renderings of one term', `${filler}다중 모달 모델이다.`, ['rendering']],
    ['two registers', `${filler}나왔다. 그렇습니다.`, ['register']],
    ['stars that stay', `${filler}**오픈AI(OpenAI)**는 좋다.`, ['emphasis']],
    ['a particle that follows the bracket', `${filler}구글(Google)는 크다.`, ['particle']],
    ['an English date', `${filler}Aug 26 발표했다.`, ['date-form']],
    ['an English unit', `${filler}5 million 달러다.`, ['unit-form']],
    ['a quotation that does not close', `${filler}“좋다고 했다.`, ['quotes']],
  ])('%s', (_, blurb, rules) => {
    expect(rulesOf(issueOf(slot('n1', { title: both('A', '가'), blurb: both('A', blurb) })), 'ko')).toEqual(rules);
  });

  it('flags what is missing and what the other language has left behind', () => {
    const stale = { ko: { text: '가'.repeat(80), state: 'stale', by: 'jun' } } as const;
    expect(rulesOf(issueOf(slot('n1', { title: both('Only English'), blurb: stale })), 'ko')).toEqual([
      'untranslated',
      'stale',
    ]);
  });

  it('flags the text that speaks in another register than its section', () => {
    const polite =
      '가나다라마바사 아자차카타파하 가나다라마바사 아자차카타파하 가나다라마바사 아자차카타파하 소개했습니다.';
    const plain = polite.replace('소개했습니다', '소개했다');
    const slots = [polite, polite, plain].map((blurb, index) =>
      slot(`n${index}`, { story: index + 1, title: both('A', '가'), blurb: both('A', blurb) }),
    );
    const findings = preflight(issueOf(...slots), template, 'ko', { glossary, links: new Map(), past: [] });
    expect(findings.filter(({ rule }) => rule === 'register').map(({ place }) => place.owner)).toEqual(['n2']);
  });
});

it('exports with warnings unless asked to be strict, and never an invented link', () => {
  const place = { lang: 'en', section: '', owner: '', field: '' } as const;
  const [warning, refused] = (['length', 'unsourced-link'] as const).map((rule) => ({
    rule,
    place,
    message: verbatim(''),
  }));
  expect([
    mayExport([], true),
    mayExport(warning ? [warning] : [], false),
    mayExport(warning ? [warning] : [], true),
  ]).toEqual([true, true, false]);
  expect(mayExport(refused ? [refused] : [], false)).toBe(false);
});
