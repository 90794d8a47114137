import { describe, expect, it } from 'vitest';
import { readGlossary } from '../../src/export/glossary.ts';
import { layout } from '../../src/export/layout.ts';
import { reconcile } from '../../src/export/reconcile.ts';
import { render } from '../../src/export/render.ts';
import { readTemplate, type Template } from '../../src/export/template.ts';
import { demoIssue } from './demo-issue.ts';

const template: Template = {
  ...readTemplate('model'),
  people: { mina: { en: 'Mina', ko: '미나' }, jun: { en: 'Jun', ko: '준' } },
};
const glossary = readGlossary('');
const laid = layout(demoIssue, template, 'en', glossary);
const { body } = render(demoIssue, template, 'substack', 'en', glossary);

/** The issue as a site would show it: with its own furniture, other quotation marks, and whatever an editor changed. */
function published(change: (html: string) => string): string {
  return `<html><body><nav>Home Archive</nav><h1>Issue 12</h1><p>By the team</p><div class="post">${change(body)}</div>
    <footer><p>Subscribe now</p></footer></body></html>`;
}

const compare = (change: (html: string) => string): ReturnType<typeof reconcile> =>
  reconcile(demoIssue, laid, published(change));

it('sees no difference in what a site adds around an issue', () => {
  expect(compare((html) => html)).toMatchObject({ found: 1, differences: [], sent: [] });
  expect(compare((html) => html.replaceAll('“', '"').replaceAll('”', '"').replaceAll(' – ', ' - '))).toMatchObject({
    found: 1,
    differences: [],
    sent: [],
  });
});

describe('what readers got', () => {
  it('is a changed sentence of a blurb, stored whole', () => {
    const { differences, sent } = compare((html) => html.replace('no date is set.', 'it may start in spring.'));
    expect(differences).toHaveLength(1);
    expect(differences[0]).toMatchObject({ kind: 'changed', spot: { section: 'news', owner: 'n1', field: 'blurb' } });
    expect(sent).toEqual([
      {
        spot: { section: 'news', owner: 'n1', field: 'blurb' },
        text: 'Parents would get a message at every stop. The firm has asked families in *two* cities; it may start in spring.',
      },
    ]);
  });

  it('is a changed title', () => {
    const { sent } = compare((html) =>
      html.replace('Robotaxi firm weighs accounts for teenagers [update]', 'Robotaxi firm weighs teenage accounts'),
    );
    expect(sent).toEqual([
      { spot: { section: 'news', owner: 'n1', field: 'title' }, text: 'Robotaxi firm weighs teenage accounts' },
    ]);
  });

  it('is a paper title in a list', () => {
    const { sent } = compare((html) => html.replace('MagicBox: Faster Drafts', 'MagicBox: Much Faster Drafts'));
    expect(sent).toEqual([
      { spot: { section: 'papers', owner: 'p2', field: 'title' }, text: 'MagicBox: Much Faster Drafts' },
    ]);
  });

  it('is a paragraph more', () => {
    const { differences, sent } = compare((html) =>
      html.replace('the recording suggests.</p>', 'the recording suggests.</p><p>Nobody laughed.</p>'),
    );
    expect(differences.map(({ kind, page }) => [kind, page])).toEqual([['added', 'Nobody laughed.']]);
    expect(sent.map(({ text }) => text)).toEqual([
      'He meant it as good news, the recording suggests.\n\nNobody laughed.',
    ]);
  });

  it('is an entry less', () => {
    const { differences } = compare((html) =>
      html.replace(/<h4><a href="https:\/\/news.example\/n2">[^]*?(?=<h4>)/, ''),
    );
    expect(differences.map(({ kind, spot }) => [kind, spot?.field])).toEqual([
      ['removed', 'title'],
      ['removed', 'blurb'],
    ]);
  });

  it('is another address', () => {
    const { differences } = compare((html) => html.replace('https://news.example/n1', 'https://other.example/n1'));
    expect(differences.map(({ kind }) => kind)).toEqual(['changed']);
  });

  it('is a signed take without its signature', () => {
    const { sent } = compare((html) => html.replace('I would settle.', 'I would rather settle.'));
    expect(sent).toEqual([
      { spot: { section: 'news-feature', owner: 'take-1', field: 'text' }, text: 'I would rather settle.' },
    ]);
  });
});

it('does not take a wholly different page for the issue', () => {
  const { found, sent } = reconcile(demoIssue, laid, '<p>Not found</p>');
  expect({ found, sent }).toEqual({ found: 0, sent: [] });
});
