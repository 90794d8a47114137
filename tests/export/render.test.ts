import { describe, expect, it } from 'vitest';
import { ISSUE_LANGS } from '../../src/model.ts';
import { readGlossary } from '../../src/export/glossary.ts';
import { render, TARGETS } from '../../src/export/render.ts';
import { readTemplate, type Template } from '../../src/export/template.ts';
import { demoIssue } from './demo-issue.ts';

const glossary = readGlossary('');
const template: Template = {
  ...readTemplate('model'),
  people: { mina: { en: 'Mina', ko: '미나' }, jun: { en: 'Jun', ko: '준' } },
};

describe('every target in both languages', () => {
  for (const target of TARGETS) {
    for (const lang of ISSUE_LANGS) {
      it(`${target} ${lang}`, async () => {
        const { body, extension } = render(demoIssue, template, target, lang, glossary);
        await expect(body).toMatchFileSnapshot(`../golden/export/${target}.${lang}.${extension}`);
      });
    }
  }
});

describe('the other shipped templates', () => {
  for (const name of ['daily', 'papers'])
    for (const lang of ISSUE_LANGS)
      it(`${name} ${lang}`, async () => {
        const { body } = render(demoIssue, readTemplate(name), 'markdown', lang, glossary);
        await expect(body).toMatchFileSnapshot(`../golden/export/${name}.${lang}.md`);
      });
});

it('gives the same bytes for the same issue', () => {
  for (const target of TARGETS)
    expect(render(demoIssue, template, target, 'ko', glossary).body).toBe(
      render(structuredClone(demoIssue), template, target, 'ko', glossary).body,
    );
});

it('gives the plain half of a paste', async () => {
  const { plain } = render(demoIssue, template, 'substack', 'ko', glossary);
  await expect(plain).toMatchFileSnapshot('../golden/export/plain.ko.txt');
});

it('notes what Korean lacks, and prints the original marked with its language', () => {
  const { body, findings } = render(demoIssue, template, 'markdown', 'ko', glossary);
  expect(body).toContain('[MagicBox: Faster Drafts](https://arxiv.org/abs/2408.00003) (영어 원문)');
  expect(
    findings.filter(({ rule }) => rule === 'untranslated').map(({ place }) => `${place.owner}.${place.field}`),
  ).toEqual(['essay.title', 'n2.title', 'n2.blurb', 'p2.title']);
});
