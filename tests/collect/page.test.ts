import { describe, expect, it } from 'vitest';
import { FeedError } from '../../src/collect/errors.ts';
import { explainPage, readPage } from '../../src/collect/page.ts';
import { PAGES } from './page/pages.ts';

const url = 'https://lab.example/news';

describe('readPage', () => {
  it.each(Object.entries(PAGES))('reads %s by itself', (_, html) => {
    const { entries } = readPage(html, { url });
    expect(entries.map(({ title, url: link, published }) => [title, link, published])).toEqual([
      ['Introducing the small model', 'https://lab.example/news/a', Date.UTC(2024, 7, 21)],
      ['What evaluations miss', 'https://lab.example/news/b', Date.UTC(2024, 7, 20)],
      ['Opening an office in Seoul', 'https://lab.example/news/c', Date.UTC(2024, 7, 19)],
    ]);
  });

  it('names the page and its language', () => {
    expect(readPage(PAGES['a list without classes'] ?? '', { url })).toMatchObject({
      format: 'page',
      title: 'Newsroom – The Lab',
      language: 'en',
      link: url,
    });
  });

  it('reads dates without zone in the zone of the source', () => {
    const { entries } = readPage(PAGES['a board in Korean'] ?? '', { url, timezone: 'Asia/Seoul' });
    expect(entries[0]?.published).toBe(Date.UTC(2024, 7, 20, 15));
  });

  it('follows the selectors of the source', () => {
    const html = `<div class="row"><b>One</b><a class="x" href="/no">more</a><a class="y" href="/1">go</a><i>21 Aug 2024</i><p>Two <em>words</em></p></div>
      <div class="row"><b>Two</b><a class="y" href="/2">go</a><p></p></div>`;
    const selectors = { list: '.row', title: 'b', link: 'a.y', date: 'i', summary: 'p' };
    expect(readPage(html, { url, selectors }).entries).toMatchObject([
      { title: 'One', url: 'https://lab.example/1', published: Date.UTC(2024, 7, 21), summary: 'Two <em>words</em>' },
      { title: 'Two', url: 'https://lab.example/2', published: null, summary: '' },
    ]);
  });

  it.each([
    ['nested', '<div>'.repeat(300_000) + '<a href="/1">A title of some words</a>'],
    ['nested links', '<div><a href="/1">A title of words'.repeat(5000)],
    ['comments', `${'<!-- x -->'.repeat(50_000)}<p>none</p>`],
    ['scripts', `<script type="application/ld+json">${'['.repeat(100_000)}</script>`],
  ])('comes to an end with a page full of %s', (_, html) => {
    expect(() => readPage(html, { url })).toThrow(FeedError);
  });

  it('throws its typed error where there is no list', () => {
    expect(() => readPage('<html><body><a href="/a">About</a><a href="/b">Careers</a></body></html>', { url })).toThrow(
      /"list" selector/,
    );
  });
});

describe('explainPage', () => {
  it('says what selectors match and what is missing', () => {
    const html =
      '<ul><li><a href="/1">First of them</a> 21 Aug 2024</li><li><a href="/2">Second of them</a></li><li>none</li></ul>';
    expect(explainPage(html, { url, selectors: { list: 'li' } })).toMatchObject({
      how: 'selectors',
      matched: 3,
      problems: ['1 of 3 rows have no title', '1 of 3 rows have no link', '2 of 3 rows have no date'],
    });
  });

  it.each(['.none', 'li[', '::'])('says when a selector matches nothing: %s', (list) => {
    expect(explainPage('<li><a href="/1">x</a></li>', { url, selectors: { list } })).toMatchObject({
      how: 'selectors',
      matched: 0,
      problems: ['the list selector matches nothing'],
    });
  });
});
