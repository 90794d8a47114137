import { describe, expect, it } from 'vitest';
import { FeedError, readFeed } from '../../src/collect/feed.ts';

const read = (text: string, url = 'https://lab.example/feed.xml') => readFeed(Buffer.from(text), { url });

describe('readFeed', () => {
  it('reads RSS 2.0', async () => {
    const feed =
      await read(`<?xml version="1.0"?><rss version="2.0"><channel><title>Lab</title><link>/</link><language>en_US</language>
      <item><title>Weights &amp;amp; biases</title><link>/post/1</link><guid isPermaLink="false">p1</guid>
      <author>ada@lab.example (Ada Lovelace)</author><pubDate>Mon, 04 Mar 2024 09:05:00 +0900</pubDate></item></channel></rss>`);
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'Lab',
      link: 'https://lab.example/',
      language: 'en-US',
      cut: false,
    });
    expect(feed.entries[0]).toMatchObject({
      id: 'p1',
      url: 'https://lab.example/post/1',
      title: 'Weights & biases',
      authors: ['Ada Lovelace'],
      published: Date.UTC(2024, 2, 4, 0, 5),
    });
  });

  it('says what a page is when it is no feed', async () => {
    await expect(read('<!doctype html><html><body>Hello</body></html>')).rejects.toThrow(FeedError);
  });
});
