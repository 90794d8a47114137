import { describe, expect, it } from 'vitest';
import { extractArticle } from '../../../src/extract/article.ts';
import { newsPage } from '../pages.ts';

const URL = 'https://www.example.com/news/2024/08/22/story';
const read = (head: string, before = '') => extractArticle(newsPage({ head, before }), URL);
const jsonLd = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('title', () => {
  it.each([
    ['<title>A new model | Example News</title><meta property="og:site_name" content="Example News">', 'A new model'],
    ['<title>Example: A new model - example.com</title>', 'Example: A new model'],
    [jsonLd({ '@type': 'NewsArticle', headline: 'Tom &amp;amp; Ada&#8217;s model' }), 'Tom & Ada’s model'],
    ['<meta property="og:title" content="The &lt;think&gt; token explained">', 'The <think> token explained'],
  ])('%s', (head, title) => {
    expect(read(head).title).toBe(title);
  });

  it('is the heading where the page title vouches for it, whatever follows it there', () => {
    const head = '<title>A new model for long texts | Everything about machines, every day</title>';
    expect(read(head, '<h1>A new model for long texts</h1>').title).toBe('A new model for long texts');
    expect(read(head, '<h1>Search</h1>').title).toMatch(/^A new model/);
  });
});

describe('authors', () => {
  it.each([
    [
      jsonLd({ '@type': 'NewsArticle', author: [{ '@type': 'Person', name: 'Ada Park' }, { name: 'Tom Lee' }] }),
      ['Ada Park', 'Tom Lee'],
    ],
    [jsonLd({ '@graph': [{ '@type': 'BlogPosting', author: 'By Ada Park and Tom Lee' }] }), ['Ada Park', 'Tom Lee']],
    ['<meta name="author" content="Example Staff"><meta name="parsely-author" content="Ada Park">', ['Ada Park']],
    ['<meta property="article:author" content="https://facebook.com/ada">', []],
    [
      '<meta name="citation_author" content="Park, Ada"><meta name="citation_author" content="Lee, Tom">',
      ['Ada Park', 'Tom Lee'],
    ],
    ['<meta name="author" content="Example News"><meta property="og:site_name" content="Example News">', []],
  ])('%s', (head, authors) => {
    expect(read(head).authors).toEqual(authors);
  });

  it('are read from a by-line piece by piece', () => {
    const line =
      '<p class="byline"><span>By</span> <a href="/ada">Ada Park</a> and <a href="/tom">Tom Lee</a><span>Science editors, 3 August</span></p>';
    expect(read('', line).authors).toEqual(['Ada Park', 'Tom Lee']);
  });
});

describe('dates', () => {
  it.each([
    [jsonLd({ '@type': 'NewsArticle', datePublished: '2024-08-21T23:30:00-04:00' }), '', '2024-08-21T23:30:00-04:00'],
    ['<meta property="article:published_time" content="2024-08-21">', '', '2024-08-21'],
    ['', '<time datetime="2024-08-20T10:00:00Z">yesterday</time>', '2024-08-20T10:00:00Z'],
    ['', '<div class="post-date">Published on August 19, 2024 by Ada</div>', '2024-08-19'],
    ['<meta name="date" content="soon">', '', '2024-08-22'],
  ])('%s %s', (head, before, written) => {
    expect(read(head, before).publishedAs).toBe(written);
  });

  it('keeps what changed apart from what was published', () => {
    const head = jsonLd({
      '@type': 'Article',
      datePublished: '2024-08-01T00:00:00Z',
      dateModified: '2024-08-05T00:00:00Z',
    });
    expect(read(head)).toMatchObject({ published: Date.UTC(2024, 7, 1), updated: Date.UTC(2024, 7, 5) });
  });
});

describe('image, address, section', () => {
  it('takes no placeholder for a picture', () => {
    const head =
      '<meta property="og:image" content="/img/default-logo.png"><meta name="twitter:image" content="/p/lab.jpg">';
    expect(read(head).image).toBe('https://www.example.com/p/lab.jpg');
  });

  it('believes a canonical address only on the same site', () => {
    expect(read('<link rel="canonical" href="/news/2024/08/22/story?ref=x">').canonicalUrl).toBe(
      `${URL}?ref=x`.replace('?ref=x', ''),
    );
    expect(read('<link rel="canonical" href="https://other.example/copy">').canonicalUrl).toBe(URL);
  });

  it('gives the outlet’s section', () => {
    expect(read('<meta property="article:section" content="Technology">').section).toBe('Technology');
  });
});

describe('language', () => {
  it('is the label’s, unless the text says otherwise', () => {
    expect(extractArticle(newsPage({ lang: 'en-GB' }), URL).language).toBe('en');
    const body = Array.from(
      { length: 5 },
      () => '연구소는 화요일에 새 모델이 긴 문서를 한 번에 읽을 수 있다고 밝혔다. 비용도 줄었다고 했다.',
    );
    expect(extractArticle(newsPage({ lang: 'en', body }), URL).language).toBe('ko');
  });
});

describe('flags and rights', () => {
  it('says what the page says of payment and of machines', () => {
    expect(read(jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: 'False' })).paywalled).toBe(true);
    expect(read(jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: true })).paywalled).toBe(false);
    const type = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';
    expect(read(jsonLd({ '@type': 'NewsArticle', digitalSourceType: type })).aiGenerated).toBe(true);
  });

  it('sees reservations in tags and headers', () => {
    expect(read('<meta name="robots" content="index, noai, noimageai">').rights.noai).toBe(true);
    expect(read('<meta name="tdm-reservation" content="1">').rights.tdmReserved).toBe(true);
    const headers = { 'x-robots-tag': 'noai', 'tdm-reservation': '1' };
    expect(extractArticle(newsPage(), URL, { headers }).rights).toEqual({ noai: true, tdmReserved: true });
    expect(read('<meta name="robots" content="noarchive">').rights).toEqual({ noai: false, tdmReserved: false });
  });
});
