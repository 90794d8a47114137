import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readHtml } from '../../src/export/read-html.ts';
import { render } from '../../src/export/render.ts';
import { readTemplate } from '../../src/export/template.ts';
import { blocksToHtml } from '../../src/export/to-html.ts';
import { linksOf, plainInline, type Block } from '../../src/export/tree.ts';
import { oneLine } from '../../src/export/parse.ts';
import { demoIssue } from './demo-issue.ts';

/** The elements of a body for newsletter editors. */
const KEPT = 'h1 h2 h3 h4 h5 h6 p strong em s a ul ol li blockquote hr img code pre br'.split(' ');

const elementsOf = (html: string): string[] => [
  ...new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, name]) => name ?? '')),
];
const words = (blocks: readonly Block[]): string => plainInline(oneLine(blocks)).replace(/\s+/g, '');
const addresses = (blocks: readonly Block[]): string[] => linksOf(blocks).map(({ url }) => url);

describe('a body for newsletter editors', () => {
  const { body } = render(demoIssue, readTemplate('model'), 'substack', 'ko');

  it('holds only what editors keep', () => {
    expect(elementsOf(body).filter((name) => !KEPT.includes(name))).toEqual([]);
    expect(body).not.toMatch(/<li>\s*<p>|style=|class=|id=|<!--|href="(?!https?:|mailto:)/);
  });

  it('is read back as it was written', () => {
    expect(`${blocksToHtml(readHtml(body))}\n`).toBe(body);
  });
});

describe('HTML read from a page', () => {
  it.each([
    ['containers part paragraphs', '<section><div>a</div><div>b</div></section>', '<p>a</p>\n<p>b</p>'],
    ['a nested list becomes flat', '<ul><li>a<ul><li>b</li></ul></li></ul>', '<ul>\n<li>a</li>\n<li>b</li>\n</ul>'],
    ['an item is one line', '<ul><li><p>a</p><p>b</p></li></ul>', '<ul>\n<li>a b</li>\n</ul>'],
    ['a table keeps its words', '<table><tr><td>a</td><td>b</td></tr></table>', '<p>a</p>\n<p>b</p>'],
    ['scripts and forms go', '<p>a</p><script>x</script><form>y</form>', '<p>a</p>'],
    ['a script link leaves its words', '<p><a href="javascript:x">a</a></p>', '<p>a</p>'],
  ])('%s', (_, html, expected) => {
    expect(blocksToHtml(readHtml(html))).toBe(expected);
  });
});

interface Case {
  case: string;
  in: string;
  tiptap_2_27_starterkit_link_image: string;
  ghost_html_to_lexical_1_3_5_and_back: string;
}

const recorded = new URL('../../../shared/data/export/paste-roundtrip.json', import.meta.url);
describe.skipIf(!existsSync(recorded))('HTML cases recorded through two editors', () => {
  const cases = existsSync(recorded) ? (JSON.parse(readFileSync(recorded, 'utf8')) as { html: Case[] }).html : [];

  it.each(cases.map((each) => [each.case, each] as const))('%s', (_, each) => {
    // What an issue would print of the case: only elements that editors keep, and no word lost.
    const read = readHtml(each.in);
    const ours = blocksToHtml(read);
    expect(elementsOf(ours).filter((name) => !KEPT.includes(name))).toEqual([]);
    expect(blocksToHtml(readHtml(ours))).toBe(ours);
    // Where the case holds nothing but such elements, both editors keep its words and links: ours are safe to paste.
    if (ours.replace(/\n/g, '') !== each.in) return;
    for (const kept of [each.tiptap_2_27_starterkit_link_image, each.ghost_html_to_lexical_1_3_5_and_back]) {
      expect(words(readHtml(kept))).toBe(words(read));
      expect(addresses(readHtml(kept))).toEqual(addresses(read));
    }
  });
});
