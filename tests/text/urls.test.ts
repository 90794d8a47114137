import { existsSync, readFileSync } from 'node:fs';
import { assert, property, webUrl } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressKey, canonicalUrl, plausibleCanonical, sameAddress, unwrap } from '../../src/text/urls.ts';
import { TRACKING } from '../../src/text/urls/params.ts';

const ARTICLE = 'news/model-card-7';

describe('tracking parameters', () => {
  const rows = TRACKING.flatMap(({ platform, sites, names }) =>
    names.split(' ').map((name) => ({ platform, name: name.replace('*', 'x'), site: sites[0] ?? '*' })),
  );

  it.each(rows)('$platform: $name on $site says nothing about the article', ({ name, site }) => {
    const host = site === '*' ? 'paper.example' : site;
    expect(sameAddress(`https://${host}/${ARTICLE}?${name}=a1b2&id=4`, `https://${host}/${ARTICLE}?id=4`)).toBe(true);
  });

  it('are kept on other sites than their own', () => {
    expect(sameAddress('https://paper.example/a?mod=1', 'https://paper.example/a?mod=2')).toBe(false);
  });
});

describe('canonicalUrl', () => {
  it.each([
    ['https://m.example.com/news/1?utm_source=x', 'https://www.example.com/news/1'],
    ['http://example.com/a/?b=1&amp;utm_medium=rss#top', 'https://example.com/a/?b=1'],
    ['https://arxiv.org/pdf/2408.11039v2.pdf', 'https://arxiv.org/abs/2408.11039'],
    ['http://127.0.0.1:8080/a?utm_source=x', 'http://127.0.0.1:8080/a'],
    ['http://a.example??', 'https://a.example/??'],
    ['not an address', 'not an address'],
  ])('%s -> %s', (address, canonical) => {
    expect(canonicalUrl(address)).toBe(canonical);
  });

  it('is settled after one pass, and keeps what the address means', () => {
    assert(
      property(webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
        const canonical = canonicalUrl(address);
        expect(canonicalUrl(canonical)).toBe(canonical);
        expect(addressKey(canonical)).toBe(addressKey(address));
      }),
    );
  });
});

it('unwraps a wrapper inside a wrapper', () => {
  const inner = encodeURIComponent('https://www.google.com/url?url=https://example.com/a');
  expect(unwrap(`https://l.facebook.com/l.php?u=${inner}&h=AT0`)).toBe('https://example.com/a');
});

describe('plausibleCanonical', () => {
  const page = 'https://www.paper.example/2026/04/story-7?utm_source=rss';
  it.each([
    ['/2026/04/story-7', 'https://www.paper.example/2026/04/story-7'],
    ['https://paper.example/tech/story-7', 'https://paper.example/tech/story-7'],
    ['https://www.paper.example/', null],
    ['https://www.paper.example/2026/04', null],
    ['https://other.example/2026/04/story-7', null],
    ['', null],
  ])('%s', (claimed, expected) => {
    expect(plausibleCanonical(page, claimed)).toBe(expected);
  });
});

describe('the forms of one article', () => {
  it.each([
    ['https://amp.cnn.com/cnn/2026/02/24/tech/lab/index.html', 'https://www.cnn.com/2026/02/24/tech/lab'],
    ['https://www.google.com/amp/s/amp.cnn.com/cnn/2026/02/24/tech/lab', 'https://edition.cnn.com/2026/02/24/tech/lab'],
    ['https://www.zdnet.com/google-amp/article/a-lab-opens/', 'https://www.zdnet.com/article/a-lab-opens/'],
    ['https://www.theregister.co.uk/2026/02/24/lab/', 'https://www.theregister.com/2026/02/24/lab/'],
    ['https://www.hankyung.com/it/article/2026021571287?sid=0105', 'https://www.hankyung.com/amp/2026021571287'],
    [
      'https://www.donga.com/news/Economy/article/all/20260224/133418529/1',
      'https://www.donga.com/news/article/all/20260224/133418529',
    ],
    ['https://news.joins.com/article/24230134?cloc=rss-news', 'https://www.joongang.co.kr/amparticle/24230134'],
    ['https://m.sedaily.com/NewsView/2D5ABCDEF1', 'https://www.sedaily.com/NewsView/2D5ABCDEF1/GA01'],
    ['https://www.fnnews.com/ampNews/202602241234567890', 'https://www.fnnews.com/news/202602241234567890'],
    ['http://www.newsis.com/view/?id=NISX20260224_0003&cID=10301', 'https://www.newsis.com/view/NISX20260224_0003'],
    [
      'http://www.ablenews.co.kr/News/NewsContent.aspx?CategoryCode=0002&NewsCode=00022022',
      'https://ablenews.co.kr/News/NewsContent.aspx?NewsCode=00022022',
    ],
    ['https://www.anthropic.com/research/swe-bench-sonnet', 'https://www.anthropic.com/news/swe-bench-sonnet'],
    ['https://ui.adsabs.harvard.edu/abs/2024arXiv240811039Z/abstract', 'https://arxiv.org/abs/2408.11039'],
    ['https://raw.githubusercontent.com/lab/model/main/README.md', 'https://github.com/lab/model'],
    ['https://proceedings.mlr.press/v235/smith24a/smith24a.pdf', 'https://proceedings.mlr.press/v235/smith24a.html'],
    [
      'https://mp.weixin.qq.com/s?__biz=MzA&mid=2651&sn=abc&chksm=84e&scene=21#wechat_redirect',
      'https://mp.weixin.qq.com/s?__biz=MzA&mid=2651&sn=abc',
    ],
  ])('%s and %s are one', (a, b) => {
    expect(sameAddress(a, b)).toBe(true);
    expect(addressKey(canonicalUrl(a))).toBe(addressKey(a));
  });

  it.each([
    ['https://www.hankyung.com/article/2026021571287', 'https://www.hankyung.com/article/2026021571288'],
    ['https://www.anthropic.com/news', 'https://www.anthropic.com/research'],
    ['https://www.anthropic.com/news/a', 'https://www.anthropic.com/news/b'],
    ['https://news.joins.com/article/24230134', 'https://koreajoongangdaily.joins.com/article/24230134'],
    ['https://www.semanticscholar.org/paper/abc', 'https://www.semanticscholar.org/paper/abd'],
  ])('%s and %s are two', (a, b) => expect(sameAddress(a, b)).toBe(false));
});

const PAIRS = '../shared/data/stories/url-pairs-dev.jsonl';
describe.skipIf(!existsSync(PAIRS))('the measured pairs', () => {
  it('are all told apart or found the same', () => {
    const rows = readFileSync(PAIRS, 'utf8').trim().split('\n');
    const wrong = rows
      .map((line) => JSON.parse(line) as { id: string; a: string; b: string; same: 0 | 1 })
      .filter(({ a, b, same }) => sameAddress(a, b) !== (same === 1));
    expect(wrong).toEqual([]);
  });
});

describe('a fragment', () => {
  it.each([
    ['https://docs.example/changelog#2026-02-01', 'https://docs.example/changelog#2026-02-02'],
    ['https://docs.example/releases#v1.2.0', 'https://docs.example/releases#v1.3.0'],
    ['https://docs.example/notes#february-1-2026', 'https://docs.example/notes#february-2-2026'],
    ['https://app.example/#/post/1', 'https://app.example/#/post/2'],
  ])('that names an entry keeps %s and %s apart', (a, b) => expect(sameAddress(a, b)).toBe(false));

  it.each(['#comments', '#section-2', '#:~:text=models', '#xtor=RSS-1', '#utm_source=x'])(
    'that names none (%s) is no part of an address',
    (fragment) =>
      expect(sameAddress(`https://a.example/2026/story${fragment}`, 'https://a.example/2026/story')).toBe(true),
  );
});
