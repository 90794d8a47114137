import { isDeepStrictEqual } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import type { IssueDocument } from '../../src/export/document.ts';
import { bilingualChanges, bilingualDocx } from '../../src/export/docx/bilingual.ts';
import { readGlossary } from '../../src/export/glossary.ts';
import { mayExport, preflight } from '../../src/export/preflight.ts';
import { render } from '../../src/export/render.ts';
import { readTemplate } from '../../src/export/template.ts';
import { issueTexts } from '../../src/export/texts.ts';
import { demoIssue } from './demo-issue.ts';

const facts = { glossary: readGlossary(''), links: new Map(), past: [] };
const template = {
  ...readTemplate('model'),
  people: { mina: { en: 'Mina', ko: '미나' }, jun: { en: 'Jun', ko: '준' } },
};
const LONG = '이 문장은 번역자가 쓴 글이며 길이를 채우려고 여러 번 되풀이됩니다. '.repeat(5).trim();
/** The last cell of a row, when it is empty. */
const EMPTY_KOREAN = /(<w:tc>(?:(?!<w:tc>).)*)<w:t xml:space="preserve"><\/w:t>((?:(?!<w:tc>).)*<\/w:tr>)$/s;

/** The demo issue as a night and the English editors leave it: not a word of Korean. */
function englishOnly(): IssueDocument {
  const issue = structuredClone(demoIssue);
  for (const { wordings } of issueTexts(issue, template)) {
    wordings.en ??= { text: 'Two hundred researchers ask for an end to the contract', state: 'checked', by: 'mina' };
    delete wordings.ko;
  }
  return issue;
}

/** What a translator does in Word: fills every empty Korean cell beside an English one. */
function translated(file: Uint8Array): Uint8Array {
  const parts = unzipSync(file);
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array()).replace(/<w:tr>.*?<\/w:tr>/gs, (row) => {
    const name = /<w:t xml:space="preserve">([^<]*)/.exec(row)?.[1] ?? '';
    const text = / (?:title|shortTitle|guest|alt|prompt|heading)$/.test(name)
      ? '한국어 제목'
      : '한국어로 옮긴 글입니다.';
    return row.replace(EMPTY_KOREAN, `$1<w:t>${name.endsWith(' / blurb') ? LONG : text}</w:t>$2`);
  });
  return zipSync({ ...parts, 'word/document.xml': strToU8(document) });
}

it('takes a whole issue into Korean with no key: table out, translated, table in, strict export', () => {
  const issue = englishOnly();
  const before = preflight(issue, template, 'ko', facts);
  expect(before.filter(({ rule }) => rule === 'untranslated').length).toBeGreaterThan(20);
  expect(mayExport(before, true)).toBe(false);

  const { changes, problems } = bilingualChanges(issue, template, translated(bilingualDocx(issue, template)));
  expect(problems).toEqual([]);
  for (const { spot, lang, text } of changes) {
    const wordings = issueTexts(issue, template).find((each) => isDeepStrictEqual(each.spot, spot))?.wordings ?? {};
    wordings[lang] = { text, state: 'checked', by: 'jun' };
  }

  const after = preflight(issue, template, 'ko', facts);
  expect(after).toEqual([]);
  expect(mayExport(after, true)).toBe(true);
  const { body } = render(issue, template, 'markdown', 'ko', facts.glossary);
  expect(body).not.toContain('영어 원문');
  expect(body).toContain('[한국어 제목](https://arxiv.org/abs/2408.00002) (To Prune, or Not To Prune?');
});
