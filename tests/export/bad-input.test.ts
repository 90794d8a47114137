import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import type { IssueDocument, Slot } from '../../src/export/document.ts';
import { readGlossary } from '../../src/export/glossary.ts';
import { preflight } from '../../src/export/preflight.ts';
import { render, TARGETS } from '../../src/export/render.ts';
import { readTemplate } from '../../src/export/template.ts';
import { both, demoIssue, slot } from './demo-issue.ts';

const template = readTemplate('daily');
const glossary = readGlossary('');

function issueOf(...slots: Slot[]): IssueDocument {
  return { ...demoIssue, sections: [{ key: 'news', kind: 'list', slots }] };
}

const print = (target: (typeof TARGETS)[number], ...slots: Slot[]): string =>
  render(issueOf(...slots), template, target, 'en', glossary).body;

describe('titles', () => {
  it.each([
    ['markup', '<script>alert(1)</script> & <b>bold</b>'],
    ['a script for an address', '](javascript:alert(1))'],
    ['brackets, pipes and backticks', '[a] | `b` | (c) **d** _e_'],
    ['emoji', '🤖 Robots 🇰🇷 👩‍🚀'],
    ['two thousand characters', 'word '.repeat(400).trim()],
  ])('%s', (_, title) => {
    for (const target of TARGETS) {
      if (target === 'json') continue;
      const body = print(target, slot('n1', { title: both(title), blurb: both('Text.') }));
      const shown = target === 'markdown' || target === 'buttondown' ? micromark(body) : body;
      expect(shown).not.toMatch(/<script|<b>|href="javascript|<code>|<em>/);
    }
    const { plain } = render(issueOf(slot('n1', { title: both(title) })), template, 'email', 'en');
    expect(plain).toContain(title);
  });

  it('cannot turn around what follows them', () => {
    expect(print('html', slot('n1', { title: both('a\u202Eb\u2066c\u200Fd\ne') }))).toContain('abcd e</a>');
  });
});

describe('blurbs', () => {
  it.each([
    ['a table', '| a | b |\n|---|---|\n| 1 | 2 |', ['a', 'b', '1', '2']],
    ['raw HTML', '<table><tr><td>cell</td></tr></table>', ['cell']],
    ['code', '```\nnpm <install>\n```', ['npm', 'install']],
    ['a picture from somewhere', '![A cat](../cat.png)', ['A cat']],
    ['a heading', '# Big', ['Big']],
  ])('%s loses no word and becomes nothing that editors drop', (_, blurb, words) => {
    const body = print('substack', slot('n1', { title: both('T'), blurb: both(blurb) }));
    expect(body).not.toMatch(/<table|<td|<h1|<h2>Big|\.\.\/cat/);
    for (const word of words) expect(body).toContain(word);
  });
});

it('prints an issue without a single section', () => {
  for (const target of TARGETS)
    expect(() => render({ ...demoIssue, sections: [] }, template, target, 'ko')).not.toThrow();
});

it('leaves an empty section out and says so', () => {
  const { body, findings } = render(issueOf(), template, 'markdown', 'en');
  expect(body).not.toContain('## News');
  expect(findings.map(({ rule }) => rule)).toEqual(['empty']);
});

it('prints five hundred items in order, and says that the mail is too long', () => {
  const slots = Array.from({ length: 500 }, (_, index) =>
    slot(`n${index}`, {
      story: index,
      title: both(`Story ${index}.`),
      blurb: both('Two short sentences. No more.'.repeat(10)),
    }),
  );
  const { body, findings } = render(issueOf(...slots), template, 'email', 'en', glossary);
  const printed = [...body.matchAll(/Story (\d+)\./g)].map((match) => Number(match[1]));
  expect(printed).toEqual(Array.from({ length: 500 }, (_, index) => index));
  expect(findings.map(({ rule }) => rule)).toEqual(['size']);
  const found = preflight(issueOf(...slots), template, 'en', { glossary, links: new Map(), past: [] });
  expect(found.map(({ message }) => message)).toEqual(['500 entries; the template asks for at most 6']);
});
