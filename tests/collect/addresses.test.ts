import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveReferences, webUrl } from '../../src/collect/addresses.ts';

describe('webUrl', () => {
  it('is an absolute http(s) address or nothing, and settled', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.webPath(), fc.string()),
        (reference) => {
          const url = webUrl(reference, 'https://lab.example/a/b');
          expect(url === null || (/^https?:\/\//.test(url) && webUrl(url, '') === url)).toBe(true);
        },
      ),
    );
  });
});

it.each([
  'https://99999999999999999999',
  'https://xn--zzzzzz.example',
  'https://a.example:99999/',
  'https://[::1',
  'http://',
])('is no address: %s', (text) => {
  expect(webUrl(text, '')).toBeNull();
});

describe('resolveReferences', () => {
  it.each([
    ['<a href="x">', '<a href="https://lab.example/a/x">'],
    ["<img alt='=' src=/x.png>", `<img alt='=' src="https://lab.example/x.png">`],
    ['<A HREF = "?q=1&amp;r=2">', '<A HREF = "https://lab.example/a/b?q=1&amp;r=2">'],
    ['<a href="#note">', '<a href="#note">'],
    ['<a href="https://x.example/?a=b">', '<a href="https://x.example/?a=b">'],
    ['<a href="mailto:a@b.example">', '<a href="mailto:a@b.example">'],
    ['a = b and href="x" in words', 'a = b and href="x" in words'],
  ])('%s', (html, resolved) => {
    expect(resolveReferences(html, 'https://lab.example/a/b')).toBe(resolved);
  });
});
