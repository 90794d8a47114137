import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import type { IssueDocument } from '../../src/export/document.ts';
import { bilingualChanges, bilingualDocx } from '../../src/export/docx/bilingual.ts';
import { blocksToDocx } from '../../src/export/docx/body.ts';
import { layout } from '../../src/export/layout.ts';
import { readTemplate } from '../../src/export/template.ts';
import { both, demoIssue, slot } from './demo-issue.ts';

const template = readTemplate('model');

const partsOf = (file: Uint8Array): Record<string, string> =>
  Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));

/** What Word does when somebody edits a file and saves it. */
function edited(file: Uint8Array, change: (xml: string) => string): Uint8Array {
  const parts = partsOf(file);
  const changed = { ...parts, 'word/document.xml': change(parts['word/document.xml'] ?? '') };
  return zipSync(Object.fromEntries(Object.entries(changed).map(([name, xml]) => [name, strToU8(xml)])));
}

describe('an issue for Word', () => {
  const { title, subtitle, blocks } = layout(demoIssue, template, 'ko');
  const file = blocksToDocx(title, subtitle, blocks);

  it('has the same bytes when nothing changed, whatever the clock says', () => {
    expect(blocksToDocx(title, subtitle, blocks)).toEqual(file);
  });

  it('holds headings, links and every word', async () => {
    const document = partsOf(file)['word/document.xml'] ?? '';
    expect(document).toContain('<w:pStyle w:val="Heading2"/>');
    expect(partsOf(file)['word/_rels/document.xml.rels']).toContain('Target="https://news.example/n1"');
    await expect(document.replaceAll('<w:p>', '\n<w:p>')).toMatchFileSnapshot('../golden/export/docx.ko.xml');
    const english = layout(demoIssue, template, 'en');
    const inEnglish = partsOf(blocksToDocx(english.title, english.subtitle, english.blocks))['word/document.xml'] ?? '';
    await expect(inEnglish.replaceAll('<w:p>', '\n<w:p>')).toMatchFileSnapshot('../golden/export/docx.en.xml');
    const both = partsOf(bilingualDocx(demoIssue, template))['word/document.xml'] ?? '';
    await expect(both.replaceAll('<w:tr>', '\n<w:tr>')).toMatchFileSnapshot('../golden/export/docx.bilingual.xml');
  });
});

describe('the bilingual file', () => {
  const file = bilingualDocx(demoIssue, template);

  it('comes back without a change', () => {
    expect(bilingualChanges(demoIssue, template, file)).toEqual({ changes: [], problems: [] });
    expect(bilingualDocx(structuredClone(demoIssue), template)).toEqual(file);
  });

  it('brings back what was changed in Word, and nothing else', () => {
    const changed = edited(file, (xml) => xml.replace('부모는 정차할 때마다', '보호자는 설 때마다'));
    expect(bilingualChanges(demoIssue, template, changed)).toEqual({
      changes: [
        {
          spot: { section: 'news', owner: 'n1', field: 'blurb' },
          lang: 'ko',
          text: expect.stringMatching(/^보호자는 설 때마다 알림을/) as unknown,
          conflict: false,
        },
      ],
      problems: [],
    });
  });

  it('fills what had no Korean', () => {
    const name = 'news / n2 / title';
    const changed = edited(file, (xml) => {
      const row = xml.indexOf(name);
      const end = xml.indexOf('</w:tr>', row);
      const cell = xml
        .slice(row, end)
        .replace(/<w:t xml:space="preserve"><\/w:t>(?![^]*<w:t xml)/, '<w:t>클라우드 책임자</w:t>');
      return xml.slice(0, row) + cell + xml.slice(end);
    });
    expect(bilingualChanges(demoIssue, template, changed).changes).toMatchObject([
      { lang: 'ko', text: '클라우드 책임자' },
    ]);
  });

  it('reads tracked changes as accepted, and the runs Word splits a text into', () => {
    const changed = edited(file, (xml) =>
      xml.replace(
        '<w:t xml:space="preserve">두 법원이 예술가들의 소송을 받아들이다</w:t>',
        '<w:t>두 법원이 </w:t></w:r><w:del><w:r><w:delText>예술가들의 </w:delText></w:r></w:del><w:ins><w:r><w:t>화가들의 </w:t></w:r></w:ins><w:r><w:t>소송을 받아들이다</w:t>',
      ),
    );
    expect(bilingualChanges(demoIssue, template, changed).changes).toMatchObject([
      { text: '두 법원이 화가들의 소송을 받아들이다' },
    ]);
  });

  it('leaves alone what changed only on the desk, and says where both changed', () => {
    const desk: IssueDocument = structuredClone(demoIssue);
    const news = desk.sections.find(({ key }) => key === 'news');
    const first = news?.kind === 'list' ? news.slots[0] : undefined;
    if (first !== undefined) first.title = both('Another title', '다른 제목');
    expect(bilingualChanges(desk, template, file).changes).toEqual([]);
    const changed = edited(file, (xml) =>
      xml.replace('로보택시 회사, 청소년 계정을 저울질', '로보택시 회사의 청소년 계정'),
    );
    expect(bilingualChanges(desk, template, changed).changes).toMatchObject([{ lang: 'ko', conflict: true }]);
  });

  it('names rows that are gone and rows nobody knows', () => {
    const changed = edited(file, (xml) => xml.replace('news / n1 / blurb', 'news / n9 / blurb'));
    expect(bilingualChanges(demoIssue, template, changed).problems).toEqual([
      'news / n1 / blurb: its row is gone; left as it is',
      'news / n9 / blurb: the issue has no such text; left out',
    ]);
  });

  it.each([
    ['no zip', new Uint8Array([1, 2, 3]), 'not a Word file'],
    ['a zip of something else', zipSync({ 'a.txt': strToU8('a') }), 'no Word document'],
    ['a Word file cut off', file.slice(0, file.length / 2), 'not a Word file'],
    ['another issue', bilingualDocx({ ...demoIssue, number: 13 }, template), 'not the bilingual text of issue 12'],
    ['a Word file without a table', blocksToDocx('a', '', []), 'not the bilingual text of issue 12'],
  ])('refuses %s with a sentence', (_, bytes, message) => {
    expect(() => bilingualChanges(demoIssue, template, bytes)).toThrow(message);
  });

  it('keeps every character that XML can hold', () => {
    const awkward = ' <a> & "b" \'c\' ]]> \t tab\n\n  two lines \u00A0 🙂 가나다 \u200B end ';
    const issue: IssueDocument = {
      ...demoIssue,
      sections: [
        {
          key: 'news',
          kind: 'list',
          slots: [slot('n1', { title: both('A', '가'), blurb: both(awkward, `${awkward}\u0007`) })],
        },
      ],
    };
    const written = bilingualDocx(issue, template);
    expect(
      parseDocument(partsOf(written)['word/document.xml'] ?? '', { xmlMode: true }).children.length,
    ).toBeGreaterThan(0);
    expect(bilingualChanges(issue, template, written)).toEqual({ changes: [], problems: [] });
  });
});
