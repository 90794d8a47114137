import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/extract/article.ts';
import { newsPage, paragraph, paragraphs } from './pages.ts';

const URL = 'https://example.com/2024/08/story';

describe('the text of an article', () => {
  it('leaves out captions, promotion, sharing, related stories and comments', () => {
    const inside = `
      <figure><img src="a.jpg"><figcaption>The building of the laboratory in spring. Photo: A. Person</figcaption></figure>
      <div class="share-buttons"><a href="#">Share on everything</a></div>
      <aside class="related"><h3>Related</h3><ul><li><a href="/1">Another story about machines</a></li></ul></aside>
      <div class="newsletter-signup"><p>Sign up for our newsletter and get the best of it every morning.</p></div>`;
    const after =
      '<section id="comments"><p>First! I think this is quite wrong, and I have thought so for years.</p></section>';
    const { text, cut } = extractArticle(newsPage({ inside, after }), URL);
    expect(text.split('\n\n')).toEqual(paragraphs(8));
    expect(cut.join('\n')).toMatch(/caption: 1 blocks/);
  });

  it('keeps the article where a class name of the whole page sounds like an advertisement', () => {
    const page = newsPage()
      .replace('<main>', '<main><div class="page-with-ad share-container">')
      .replace('</main>', '</div></main>');
    expect(extractArticle(page, URL).text).toContain(paragraph(3));
  });

  it('keeps inner headings, lists and quotations of the article', () => {
    const inside = `<h2>What comes next for the laboratory</h2>
      <ul><li>The measurements will be published in December, the company said.</li>
      <li>A smaller model for telephones is to follow in the spring.</li></ul>
      <blockquote><p>“We did not expect this to work as well as it does,” said one of its authors.</p></blockquote>
      <p>${paragraph(8)}</p><p>${paragraph(9)}</p>`;
    const { text } = extractArticle(newsPage({ inside }), URL);
    expect(text).toContain('What comes next for the laboratory');
    expect(text).toContain('A smaller model for telephones');
    expect(text).toContain('“We did not expect this');
  });

  it('takes paragraphs that are parted by line breaks only', () => {
    const html = `<html><body><div id="menu"><a href="/">Home</a></div><div id="story">${paragraphs(6).join('<br><br>')}</div></body></html>`;
    expect(extractArticle(html, URL).text.split('\n\n')).toEqual(paragraphs(6));
  });

  it('finds the article inside a script where the page is drawn by one', () => {
    const content = paragraphs(5)
      .map((text) => `<p class="p">${text}</p>`)
      .join('');
    const state = JSON.stringify(JSON.stringify({ article: { id: 7, content } })).replaceAll('<', '\\u003c');
    const html = `<html><body><div id="app">Loading</div><script>self.data.push([1,${state}])</script></body></html>`;
    const article = extractArticle(html, URL);
    expect(article.text.split('\n\n')).toEqual(paragraphs(5));
    expect(article.from.text).toBe('script');
  });

  it('takes the text of structured data where the page has next to none', () => {
    const data = { '@type': 'NewsArticle', headline: 'A story', articleBody: paragraphs(4).join('\n') };
    const head = `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
    const article = extractArticle(`<html><head>${head}</head><body><p>Please wait.</p></body></html>`, URL);
    expect(article.text.split('\n\n')).toEqual(paragraphs(4));
    expect(article.from.text).toBe('json-ld');
  });

  it('says why there is none', () => {
    expect(extractArticle('', URL)).toMatchObject({ text: '', reason: 'no running text was found on the page' });
    expect(extractArticle('%PDF-1.7 ...', URL)).toMatchObject({ text: '', reason: 'a PDF: noted, not read' });
    const headers = { 'content-type': 'application/pdf' };
    expect(extractArticle('', 'https://example.com/a.pdf', { headers }).reason).toMatch(/PDF/);
    const image = { headers: { 'content-type': 'image/png' } };
    expect(extractArticle('PNG', URL, image)).toMatchObject({
      text: '',
      reason: 'image/png is no page: noted, not read',
    });
  });

  it('holds no control or bidirectional characters', () => {
    const body = [...paragraphs(4), `${paragraph(5)} \u202Ereversed\u202C and\u0007 ringing`];
    const { text } = extractArticle(newsPage({ body }), URL);
    expect(text).toContain('reversed and ringing');
  });
});

describe('whatever comes', () => {
  const fragment = fc.constantFrom(
    '<p>',
    '</p>',
    '<div class="share">',
    '</div>',
    '<table><tr><td>',
    '<a href="javascript:x">',
    '</a>',
    '<br>',
    '<h1>',
    'plain words, and more of them. ',
    '&lt;script&gt;',
    '<script>',
    '</script>',
    '<!--',
    '-->',
    '<svg>',
    '<title>',
    '<',
    '<script type="application/ld+json">{"@type":"Article","author":[{"name":1}],"image":{}}</script>',
    '\u0000',
    '\uD800',
    '<meta property="og:image" content="data:x">',
    '<link rel="canonical" href="javascript:x">',
    '<base href="//">',
  );

  it('is answered, with addresses that are http(s) and dates that are instants', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 60 }), (parts) => {
        const article = extractArticle(parts.join(''), URL);
        const addresses = [article.image, article.canonicalUrl].filter((address) => address !== null);
        expect(addresses.every((address) => /^https?:\/\//.test(address))).toBe(true);
        for (const at of [article.published, article.updated]) expect(at === null || Number.isInteger(at)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
