import { expect, it } from 'vitest';
import { serviceOf } from '../../src/net/service.ts';

it.each([
  ['https://www.theverge.com/rss/index.xml', 'theverge.com'],
  ['https://feeds.bbci.co.uk/news/rss.xml', 'bbci.co.uk'],
  ['https://rss.arxiv.org/rss/cs.AI', 'arxiv.org'],
  ['https://export.arxiv.org/oai2', 'arxiv.org'],
  ['http://arxiv.org/abs/1', 'arxiv.org'],
  ['https://somebody.github.io/feed.xml', 'somebody.github.io'],
  ['https://github.com/a/b/releases.atom', 'github.com'],
  ['https://x.blogspot.com/feeds/posts/default', 'x.blogspot.com'],
  ['https://news.hada.io/rss/news', 'hada.io'],
  ['https://www.한국.kr/rss', 'xn--3e0b707e.kr'],
  ['http://127.0.0.1:8080/feed', '127.0.0.1:8080'],
  ['http://127.0.0.1:8081/feed', '127.0.0.1:8081'],
  ['http://[::1]:8080/feed', '[::1]:8080'],
  ['http://localhost:3000/feed', 'localhost:3000'],
  ['http://intranet/feed', 'intranet'],
])('%s is a matter of %s', async (url, service) => {
  expect(await serviceOf(new URL(url))).toBe(service);
});
