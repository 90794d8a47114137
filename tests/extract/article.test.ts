import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../src/extract/article.ts';

const sentence =
  'The laboratory said on Tuesday that its new model reads long documents in a single pass, and that it costs less.';
const page = `<!doctype html><html lang="en"><head>
<title>New model reads long documents | Example Times</title>
<meta property="og:site_name" content="Example Times">
<meta property="og:title" content="New model reads long documents | Example Times">
<meta property="article:published_time" content="2024-08-21T23:30:00-04:00">
<meta name="author" content="By Ada Park">
<link rel="canonical" href="https://example.com/2024/08/new-model?utm_source=x">
<meta name="robots" content="index, noai">
</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/ai">AI</a></li></ul></nav>
<article><h1>New model reads long documents</h1>
${Array.from({ length: 6 }, (_, i) => `<p>Paragraph ${i}. ${sentence} ${sentence}</p>`).join('\n')}
<figure><img src="/a.jpg"><figcaption>A photograph of the laboratory, taken last year</figcaption></figure>
<div class="newsletter-signup">Sign up for our newsletter, and never miss a story again.</div>
</article>
<footer>Copyright Example Times</footer><script>document.write('x')</script></body></html>`;

describe('an ordinary article page', () => {
  const article = extractArticle(page, 'https://example.com/2024/08/new-model');

  it('gives the paragraphs and nothing around them', () => {
    expect(article.text.split('\n\n')).toHaveLength(6);
    expect(article.text).not.toMatch(/Home|photograph|newsletter|Copyright|document.write/);
  });

  it('gives what the page says of it, and where it said so', () => {
    expect(article).toMatchObject({
      title: 'New model reads long documents',
      authors: ['Ada Park'],
      published: Date.UTC(2024, 7, 22, 3, 30),
      publishedAs: '2024-08-21T23:30:00-04:00',
      canonicalUrl: 'https://example.com/2024/08/new-model',
      language: 'en',
      rights: { noai: true, tdmReserved: false },
      reason: null,
      from: { title: 'h1', authors: 'author', published: 'article:published_time' },
    });
  });
});
