import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/extract/article.ts';
import { paragraph } from '../pages.ts';

describe('YouTube', () => {
  const html = `<html><head><meta property="og:title" content="How long texts are read"><meta property="og:description" content="Short...">
    <meta itemprop="datePublished" content="2024-08-21T09:00:00-07:00"></head><body>
    <span itemprop="author" itemscope><link itemprop="url" href="http://www.youtube.com/@lab"><link itemprop="name" content="The Laboratory"></span>
    <script>var player = {"videoDetails":{"shortDescription":"We read a \\"long\\" text.\\n\\nChapters follow."}};</script></body></html>`;

  it('gives channel, date and the full description', () => {
    expect(extractArticle(html, 'https://www.youtube.com/watch?v=abcdefghijk')).toMatchObject({
      title: 'How long texts are read',
      authors: ['The Laboratory'],
      published: Date.UTC(2024, 7, 21, 16),
      text: 'We read a "long" text.\n\nChapters follow.',
    });
  });
});

describe('X', () => {
  it('gives name, post, and the moment in its number', () => {
    const html =
      '<meta property="og:title" content="Ada Park on X"><meta property="og:description" content="“Our model is out.”">';
    expect(extractArticle(html, 'https://x.com/adapark/status/1826123456789012480')).toMatchObject({
      title: 'Ada Park: Our model is out.',
      authors: ['Ada Park'],
      text: 'Our model is out.',
      publishedAs: '2024-08-21T05:05:34.488Z',
    });
  });
});

describe('GitHub', () => {
  const html = `<html><head><meta property="og:title" content="GitHub - lab/reader: Reads long texts"></head><body>
    <relative-time datetime="2024-08-20T10:00:00Z">2 days ago</relative-time>
    <article class="markdown-body entry-content"><h1>Reader</h1><p>${paragraph(1)}</p></article></body></html>`;

  it('gives a repository’s README, and no date, for those on its page are of commits', () => {
    expect(extractArticle(html, 'https://github.com/lab/reader')).toMatchObject({
      title: 'lab/reader: Reads long texts',
      authors: ['lab'],
      published: null,
      text: `Reader\n\n${paragraph(1)}`,
    });
  });
});

describe('Hugging Face', () => {
  it('gives the card of a model', () => {
    const html = `<html><body><div class="model-card-content"><h1>Reader 7B</h1><p>${paragraph(2)}</p></div></body></html>`;
    expect(extractArticle(html, 'https://huggingface.co/lab/reader-7b')).toMatchObject({
      title: 'lab/reader-7b',
      authors: ['lab'],
      text: `Reader 7B\n\n${paragraph(2)}`,
    });
  });

  it('gives the abstract of a paper, and leaves its blog to the general reader', () => {
    const html = `<html><head><meta property="og:title" content="Paper page - Reading Long Texts"></head><body>
      <h1>Reading Long Texts</h1><div>Published on Aug 20, 2024</div><h2>Abstract</h2><p>${paragraph(3)}</p></body></html>`;
    const paper = extractArticle(html, 'https://huggingface.co/papers/2408.11039');
    expect(paper).toMatchObject({ title: 'Reading Long Texts', text: paragraph(3), publishedAs: '2024-08-20' });
    expect(extractArticle(html, 'https://huggingface.co/blog/reader').title).not.toBe('blog/reader');
  });
});

describe('arXiv', () => {
  it('gives title, authors in reading order, abstract', () => {
    const html = `<html><head><meta name="citation_title" content="Reading Long Texts"><meta name="citation_author" content="Park, Ada">
      <meta name="citation_date" content="2024/08/20"></head><body><h1 class="title">Title:Reading Long Texts</h1>
      <blockquote class="abstract"><span class="descriptor">Abstract:</span> ${paragraph(4)}</blockquote></body></html>`;
    expect(extractArticle(html, 'https://arxiv.org/abs/2408.11039')).toMatchObject({
      title: 'Reading Long Texts',
      authors: ['Ada Park'],
      publishedAs: '2024-08-20',
      text: paragraph(4),
    });
  });
});
