import { existsSync, readFileSync } from 'node:fs';
import { HtmlRenderer, Parser } from 'commonmark';
import { array, assert, constantFrom, property } from 'fast-check';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { describe, expect, it } from 'vitest';
import { literalEmphasis, mendEmphasis } from '../../src/export/emphasis.ts';
import { parseMarkdown } from '../../src/export/parse.ts';
import { blocksToHtml } from '../../src/export/to-html.ts';
import { blocksToMarkdown } from '../../src/export/to-markdown.ts';
import { bullets, heading, linked, paragraph, text, type Block } from '../../src/export/tree.ts';

const commonmark = { parser: new Parser(), writer: new HtmlRenderer() };
const RENDERERS: Readonly<Record<string, (markdown: string) => string>> = {
  marked: (markdown) => marked.parse(markdown, { async: false }),
  'markdown-it': (markdown) => new MarkdownIt().render(markdown),
  micromark: (markdown) => micromark(markdown),
  'commonmark.js': (markdown) => commonmark.writer.render(commonmark.parser.parse(markdown)),
};

/** HTML in one spelling: the renderers differ in line breaks, quotes and the entities they bother to write. */
function normalized(html: string): string {
  return html
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&#x27;/g, "'")
    .replace(/&amp;(?=[#\d])/g, '&')
    .replace(/\s*\/>/g, '>')
    .replace(/\s*\n\s*/g, '')
    .trim();
}

const AWKWARD = [
  '[tag] title](x)',
  '](javascript:alert(1))',
  '`code` and ``more``',
  '**bold** _and_ ~~struck~~ snake_case_name',
  'a | b | c',
  '# not a heading',
  '1. not a list',
  '- [ ] todo',
  '2024. 연말',
  '> quoted',
  '<b>bold</b> & <script>alert(1)</script> &amp;',
  'https://example.org/a_b_c and www.example.org, me@example.org',
  'back\\slash \\* *',
  '오픈AI(OpenAI)는 "제목"이라고',
  '🤖🇰🇷👩‍🚀 emoji',
  '\u200Fعنوان\u200E',
  '$O(n^2)$ ^ { } = ~ !',
  '![image](x)',
  '+ plus',
  '=== ',
  '--- ',
  '***',
  '    indented',
  'a'.repeat(2000),
  'colon: a:smile: [^1]',
  '![',
  '&copy; &#35; &nope;',
];

const letters = constantFrom(...Array.from('ab가은 \t12.()[]{}<>*_`~|#+-=!:"\'\\&/@^$%;,?한é🙂'));
const titles = array(letters, { minLength: 1, maxLength: 24 }).map((chars) => chars.join(''));

/** A title in each place where one is printed. */
function places(title: string): Block[] {
  const link = linked('https://e.com/a_(b)?c=1&d=2', [text(title)]);
  return [
    heading(3, ...link),
    bullets([[...link, text(' (영어 원문)')]]),
    paragraph(text(title)),
    bullets([[text(title)]]),
  ];
}

function expectEqualEverywhere(title: string): void {
  const line = title.replace(/\s+/g, ' ').trim();
  const blocks = places(line);
  const markdown = blocksToMarkdown(blocks);
  const wanted = normalized(blocksToHtml(blocks));
  for (const [name, renderer] of Object.entries(RENDERERS))
    expect({ name, html: normalized(renderer(markdown)) }).toEqual({ name, html: wanted });
}

describe('a title keeps every character in all four renderers', () => {
  it.each(AWKWARD)('%s', expectEqualEverywhere);

  it('whatever it is made of', () => {
    assert(
      property(
        titles.filter((title) => title.trim() !== ''),
        expectEqualEverywhere,
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('Korean emphasis', () => {
  it.each([
    ['**오픈AI**는 공개', '**오픈AI**는 공개'],
    ['**오픈AI(OpenAI)**는 공개', '**오픈AI**(OpenAI)는 공개'],
    ['**"제목"**이라고', '"**제목**"이라고'],
    ['**GPT-5.**는', '**GPT-5**.는'],
    ['그는**“제목”**이라고', '그는“**제목**”이라고'],
    ['*강조(em)*는', '*강조*(em)는'],
    ['**[오픈AI(OpenAI)](https://e.com)**는', '[**오픈AI(OpenAI)**](https://e.com)는'],
    ['**하나(a)**와 **둘(b)**는', '**하나**(a)와 **둘**(b)는'],
    ['**무결성(Intactness)**: 지킨다', '**무결성(Intactness)**: 지킨다'],
    ['`**a(b)**는` 코드', '`**a(b)**는` 코드'],
    ['2 ** 3 ** 4', '2 ** 3 ** 4'],
  ])('%s', (written, mended) => {
    expect(mendEmphasis(written)).toBe(mended);
    expect(literalEmphasis(written)).toHaveLength(written === mended ? 0 : written.split('**').length > 4 ? 2 : 1);
    const markdown = blocksToMarkdown(parseMarkdown(written));
    const [first, ...others] = Object.values(RENDERERS).map((renderer) => normalized(renderer(markdown)));
    for (const other of others) expect(other).toBe(first);
  });

  it('never changes the words', () => {
    const words = (markdown: string): string => markdown.replaceAll('*', '');
    const pieces = constantFrom(
      '**',
      '*',
      '오픈AI',
      '(OpenAI)',
      '"',
      '.',
      '는',
      ' ',
      '`',
      '[',
      '](https://e.com)',
      'a',
    );
    assert(
      property(array(pieces, { maxLength: 14 }), (parts) => {
        expect(words(mendEmphasis(parts.join('')))).toBe(words(parts.join('')));
      }),
      { numRuns: 300, seed: 1 },
    );
  });
});

describe('text that editors paste in', () => {
  const written = (markdown: string): string => blocksToMarkdown(parseMarkdown(markdown, 3)).trim();
  it.each([
    [
      'raw HTML stays what was typed',
      '<table><tr><td>1</td></tr></table>',
      '\\<table>\\<tr>\\<td>1\\</td>\\</tr>\\</table>',
    ],
    ['a heading comes below the one above it', '# Why', '#### Why'],
    ['a nested list becomes flat', '- a\n  - b\n- c', '- a\n- b\n- c'],
    ['a list item is one line', '- a\n\n  b', '- a b'],
    ['a reference becomes a link', '[x][1]\n\n[1]: https://e.com/', '[x](https://e.com/)'],
    ['a script link leaves its words', '[x](javascript:alert(1))', 'x'],
    ['a relative link leaves its words', '[x](/about)', 'x'],
    ['a picture from nowhere leaves its description', '![cat](cat.png)', 'cat'],
    ['code stays code', '```js\n**a**\n```', '```\n**a**\n```'],
  ])('%s', (_, markdown, expected) => {
    expect(written(markdown)).toBe(expected);
  });
});

const recorded = new URL('../../../shared/data/export/paste-roundtrip.json', import.meta.url);
describe.skipIf(!existsSync(recorded))('recorded Markdown cases', () => {
  const cases = existsSync(recorded)
    ? (JSON.parse(readFileSync(recorded, 'utf8')) as { markdown: { in: string }[] }).markdown
    : [];
  it.each(cases.map((each) => each.in))('%s', (markdown) => {
    const exported = blocksToMarkdown(parseMarkdown(markdown));
    const [first, ...others] = Object.values(RENDERERS).map((renderer) => normalized(renderer(exported)));
    for (const other of others) expect(other).toBe(first);
    expect(first).not.toContain('**');
  });
});
