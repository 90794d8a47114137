import JSDOMParser from '@mozilla/readability/JSDOMParser.js';
import { array, assert, constantFrom, property } from 'fast-check';
import { expect, it } from 'vitest';
import { textBlocks } from '../../src/extract/blocks.ts';
import { MARK, markUp } from '../../src/extract/markup.ts';
import { parsePage } from '../../src/extract/page.ts';

const markupOf = (html: string): string => {
  const { root } = parsePage(html);
  return markUp(root, textBlocks(root), ({ name }) => name === 'nav');
};

it('marks a block on its element, and on spans where the element has more than one', () => {
  expect(markupOf('<html><body><p>One <b>two</b></p><div>three<p>four</p>five</div></body></html>')).toBe(
    `<html><body><p ${MARK}="0">One <b>two</b></p><div><span ${MARK}="1">three</span><p ${MARK}="2">four</p><span ${MARK}="3">five</span></div></body></html>`,
  );
});

it('leaves out what Readability does not look at, gives a body to a page without', () => {
  const html =
    '<nav>menu</nav><link href="x"><p onclick="x()" id="a&quot;b" data-x="1">text</p>\n <img data-src="a.jpg">';
  expect(markupOf(html)).toBe(`<html><body><p id="a&quot;b" ${MARK}="1">text</p><img data-src="a.jpg"/></body></html>`);
});

it('is well formed whatever the page is', () => {
  const piece = constantFrom(
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    ' ',
    'p',
    'div',
    'a:',
    'img',
    '<p ',
    '</p>',
    '<br>',
    '&',
    '!',
  );
  assert(
    property(array(piece, { maxLength: 30 }), (pieces) => {
      const parser = new JSDOMParser();
      parser.parse(markupOf(pieces.join('')));
      expect(parser.errorState).toBe('');
    }),
  );
});
