import { describe, expect, it } from 'vitest';
import { discoverFeeds } from '../../src/collect/discover.ts';

const urls = (html: string, url: string): string[] => discoverFeeds(html, url).map((candidate) => candidate.url);

describe('discoverFeeds', () => {
  it('puts what the page declares first, then what it links, then common paths', () => {
    const found = discoverFeeds(
      `<head><title>The Lab</title><link rel="alternate" type="application/atom+xml" title="All posts" href="atom.xml">
       <link rel="alternate" type="application/feed+json" href="/feed.json"><link rel="alternate" hreflang="ko" href="/ko">
       <link rel="alternate" type="application/json+oembed" href="/oembed"><link rel="alternate" type="application/json" href="/wp-json/1"></head>
       <a href="/rss/">Subscribe</a><a href="/about">About</a>`,
      'https://lab.example/blog/',
    );
    expect(found.slice(0, 4)).toEqual([
      { url: 'https://lab.example/blog/atom.xml', title: 'All posts', why: 'the page declares it' },
      { url: 'https://lab.example/feed.json', title: 'The Lab', why: 'the page declares it' },
      { url: 'https://lab.example/rss/', title: 'Subscribe', why: 'the page links it' },
      { url: 'https://lab.example/blog/feed', title: 'The Lab', why: 'a common path' },
    ]);
    expect(new Set(found.map(({ url }) => url)).size).toBe(found.length);
  });

  it.each([
    ['https://github.com/nodejs/node', '', 'https://github.com/nodejs/node/releases.atom'],
    ['https://www.reddit.com/r/MachineLearning/', '', 'https://www.reddit.com/r/MachineLearning/.rss'],
    ['https://medium.com/@ada/a-story', '', 'https://medium.com/feed/@ada'],
    ['https://lab.substack.com/p/a-story', '', 'https://lab.substack.com/feed'],
    ['https://arxiv.org/list/cs.AI/recent', '', 'https://rss.arxiv.org/rss/cs.AI'],
    [
      'https://www.youtube.com/@lab',
      '{"externalId":"UCabcdefghijklmnopqrstuv"}',
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    ],
    [
      'https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv',
      '',
      'https://www.youtube.com/feeds/videos.xml?channel_id=UCabcdefghijklmnopqrstuv',
    ],
    ['https://www.youtube.com/playlist?list=PLabc', '', 'https://www.youtube.com/feeds/videos.xml?playlist_id=PLabc'],
    ['https://www.youtube.com/user/lab', '', 'https://www.youtube.com/feeds/videos.xml?user=lab'],
    [
      'https://lab.example/blog/',
      '<base href="/en/"><link rel="alternate" type="application/rss+xml" href="rss">',
      'https://lab.example/en/rss',
    ],
    ['https://social.example/@ada', '<script>mastodon</script>', 'https://social.example/@ada.rss'],
    ['https://bsky.app/profile/ada.example', '', 'https://bsky.app/profile/ada.example/rss'],
    ['https://lab.example/blog/post.html', '', 'https://lab.example/blog/feed'],
  ])('knows the feed of %s', (url, html, feed) => {
    expect(urls(html, url)[0]).toBe(feed);
  });

  it('goes by the address alone where the page could not be read', () => {
    expect(discoverFeeds(null, 'https://www.reddit.com/r/LocalLLaMA').map(({ url }) => url)).toEqual([
      'https://www.reddit.com/r/LocalLLaMA/.rss',
    ]);
    expect(discoverFeeds(null, 'https://lab.example/')).toEqual([]);
  });

  it('never names what is no web address', () => {
    expect(
      urls(
        '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
        'https://lab.example/',
      ).every((url) => url.startsWith('https://lab.example/')),
    ).toBe(true);
  });
});
