import { describe, expect, it } from 'vitest';
import { collapse, decodeEntities, escapeHtml } from '../../src/text/html.ts';

describe('decodeEntities', () => {
  it.each([
    ['AT&amp;T', 'AT&T'],
    ['&amp;lt;', '&lt;'],
    ['caf&eacute; &#8217; &#x2019; &#146;', 'café ’ ’ ’'],
    ['&#55357;&#56832; &#xD83D;&#xDE00;', '😀 😀'],
    ['&#xD800; alone', '\ufffd alone'],
    ['a=1&copy=2 &unknown; & more', 'a=1&copy=2 &unknown; & more'],
  ])('decodes %s', (text, decoded) => {
    expect(decodeEntities(text)).toBe(decoded);
  });
});

it('escapes and collapses', () => {
  expect(escapeHtml('a < b & "c"')).toBe('a &lt; b &amp; &quot;c&quot;');
  expect(collapse(' a\u00a0\n b\u200b ')).toBe('a b');
});
