import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/extract/article.ts';
import {
  MAX_PAGE_CHARS,
  MAX_PAGE_DEPTH,
  MAX_PAGE_LEVELS,
  MAX_PAGE_NODES,
  parsePage,
  textOf,
} from '../../src/extract/page.ts';
import { newsPage, paragraph } from './pages.ts';

describe('caps', () => {
  it('reads a page of 10 MB up to the cap, and says so', () => {
    const html = newsPage({ after: `<div>${'x'.repeat(10_000_000)}</div>` });
    const article = extractArticle(html, 'https://example.com/long');
    expect(article.reason).toBe(`longer than ${MAX_PAGE_CHARS} characters; the rest was not read`);
    expect(article.text).toContain(paragraph(0));
  });

  it('stops at 200,000 nodes with what came before', () => {
    const html = newsPage({ after: '<i>x</i>'.repeat(100_000) });
    const article = extractArticle(html, 'https://example.com/nodes');
    expect(article.reason).toBe(`more than ${MAX_PAGE_NODES} nodes; the rest of the page was not read`);
    expect(article.text).toContain(paragraph(0));
  });

  it('stops in 100,000 nested elements with what came before', () => {
    const html = newsPage({ after: '<div>'.repeat(100_000) });
    const article = extractArticle(html, 'https://example.com/deep');
    expect(article.reason).toBe(`nested deeper than ${MAX_PAGE_DEPTH} elements; the rest of the page was not read`);
    expect(article.text).toContain(paragraph(0));
  });

  it('stops where many nodes stand deep, with what came before', () => {
    const html = newsPage({ after: `${'<div>'.repeat(200)}${'<i>x</i>'.repeat(10_000)}` });
    const article = extractArticle(html, 'https://example.com/deep-and-wide');
    expect(article.reason).toBe(
      `more than ${MAX_PAGE_LEVELS} levels of nesting in sum; the rest of the page was not read`,
    );
    expect(article.text).toContain(paragraph(0));
  });

  it('is not led astray by what a page claims of itself', () => {
    const wide = `{"@type":"NewsArticle","headline":"Wide",${'"a":{},'.repeat(200_000)}"b":{}}`;
    const deep = `{"@type":"NewsArticle","author":${'{"name":'.repeat(5_000)}"x"${'}'.repeat(5_000)}}`;
    const head = `<title>${'a | '.repeat(100_000)}</title>
      <script type="application/ld+json">[${wide},${deep}]</script><script>s = "<p ${'"\\'.repeat(500_000)}</script>`;
    const article = extractArticle(newsPage({ head }), 'https://example.com/claims');
    expect(article).toMatchObject({ title: 'Wide', authors: [], reason: null });
    expect(article.text).toContain(paragraph(0));
  });

  it('reads a page of one line, and one of one endless word', () => {
    const line = newsPage().replace(/\n/g, ' ');
    expect(extractArticle(line, 'https://example.com/line').text).toContain(paragraph(7));
    const word = extractArticle(`<p>${'a'.repeat(3_000_000)}</p>`, 'https://example.com/word');
    expect(word.text === '' || word.text.length === 3_000_000).toBe(true);
  });
});

describe('parsePage', () => {
  it('leaves out what is never text, and keeps structured data and scripts apart', () => {
    const page = parsePage(
      '<style>p{}</style><p>Seen<svg><text>drawn</text></svg></p><noscript><p>No</p></noscript>' +
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"A"}</script>' +
        '<script>window.state = "something long enough";</script><template><p>T</p></template>',
    );
    expect(textOf(page.root)).toBe('Seen');
    expect(page.jsonLd).toEqual(['{"@type":"NewsArticle","headline":"A"}']);
    expect(page.scripts).toEqual(['window.state = "something long enough";']);
  });
});
