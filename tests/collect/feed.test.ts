import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/model.ts';
import { type FeedContext, FeedError, readFeed } from '../../src/collect/feed.ts';

const read = (text: string, context: Partial<FeedContext> = {}) =>
  readFeed(Buffer.from(text), { url: 'https://lab.example/feed.xml', ...context });

/** The only entry of an RSS feed with these elements in its item. */
async function rssItem(elements: string, context: Partial<FeedContext> = {}): Promise<Entry> {
  const { entries } = await read(
    `<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:media="http://search.yahoo.com/mrss/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom"
      xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0"><channel><item>${elements}</item></channel></rss>`,
    context,
  );
  return only(entries);
}

async function atomEntry(elements: string): Promise<Entry> {
  const { entries } = await read(
    `<feed xmlns="http://www.w3.org/2005/Atom"><author><name>The Lab</name></author><entry>${elements}</entry></feed>`,
  );
  return only(entries);
}

async function jsonItem(item: object): Promise<Entry> {
  const { entries } = await read(
    JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', title: 'Lab', items: [item] }),
  );
  return only(entries);
}

function only(entries: readonly Entry[]): Entry {
  const [entry] = entries;
  if (!entry || entries.length > 1) throw new Error(`${entries.length} entries`);
  return entry;
}

describe('readFeed: formats', () => {
  it('reads RSS 2.0', async () => {
    const feed =
      await read(`<?xml version="1.0"?><rss version="2.0"><channel><title>Lab &amp;amp; Co</title><link>/</link><language>en_US</language>
      <ttl>90</ttl><skipHours><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
      <item><title>Weights &amp;amp; biases</title><link>/post/1</link><guid isPermaLink="false">p1</guid><author>ada@lab.example (Ada Lovelace)</author>
      <pubDate>Mon, 04 Mar 2024 09:05:00 +0900</pubDate><comments>https://lab.example/post/1#talk</comments></item></channel></rss>`);
    expect(feed).toMatchObject({
      format: 'rss',
      title: 'Lab & Co',
      link: 'https://lab.example/',
      language: 'en-US',
      hints: { ttlMinutes: 90, skipHours: [0, 3], skipDays: [0] },
      repairs: [],
      cut: false,
    });
    expect(only(feed.entries)).toMatchObject({
      id: 'p1',
      url: 'https://lab.example/post/1',
      title: 'Weights & biases',
      authors: ['Ada Lovelace'],
      published: Date.UTC(2024, 2, 4, 0, 5),
      comments: 'https://lab.example/post/1#talk',
    });
  });

  it('reads Atom', async () => {
    const entry = await atomEntry(`<id>tag:lab.example,2024:1</id><title type="html">A &lt;em&gt;b&lt;/em&gt;</title>
      <link rel="self" href="/x.atom"/><link rel="http://www.iana.org/assignments/relation/alternate" href="/1"/><link rel="replies" href="/1#r"/>
      <link rel="enclosure" href="/a.mp3" type="audio/mpeg" length="12"/><category term="ai" label="AI"/>
      <published>2024-03-04T00:00:00Z</published><updated>2024-03-05T00:00:00Z</updated>
      <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><a href="2">two</a><br/></div></content>`);
    expect(entry).toMatchObject({
      id: 'tag:lab.example,2024:1',
      url: 'https://lab.example/1',
      title: 'A b',
      authors: ['The Lab'],
      published: Date.UTC(2024, 2, 4),
      updated: Date.UTC(2024, 2, 5),
      comments: 'https://lab.example/1#r',
      categories: ['ai'],
      enclosures: [{ url: 'https://lab.example/a.mp3', type: 'audio/mpeg', length: 12 }],
    });
    expect(entry.content).toContain('<a href="https://lab.example/2">two</a><br/>');
  });

  it('reads RDF and CDF', async () => {
    const rdf =
      await read(`<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
      <channel><title>T</title><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency></channel>
      <item rdf:about="https://lab.example/1"><title>One</title></item></rdf:RDF>`);
    expect(rdf).toMatchObject({ format: 'rdf', hints: { ttlMinutes: 360 } });
    expect(only(rdf.entries)).toMatchObject({ id: 'https://lab.example/1', url: 'https://lab.example/1' });
    const cdf = await read(
      '<CHANNEL HREF="https://lab.example/"><TITLE>T</TITLE><ITEM HREF="https://lab.example/1" LASTMOD="2024-03-04T00:00Z"><TITLE>One</TITLE></ITEM></CHANNEL>',
    );
    expect(cdf).toMatchObject({ format: 'cdf', link: 'https://lab.example/' });
    expect(only(cdf.entries)).toMatchObject({ url: 'https://lab.example/1', updated: Date.UTC(2024, 2, 4) });
  });

  it('reads JSON Feed, a wrong field as good as none', async () => {
    const entry = await jsonItem({
      id: 7,
      url: '/1',
      title: 'A &amp; <b>b</b>',
      content_text: 'a < b',
      date_published: '2024-03-04T00:00:00Z',
      date_modified: { not: 'a date' },
      authors: [{ name: 'Ada' }, null, 5],
      tags: ['ai', null, 3],
      image: 'javascript:alert(1)',
      attachments: [{ url: '/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: -1 }, {}],
    });
    expect(entry).toMatchObject({
      id: '7',
      url: 'https://lab.example/1',
      title: 'A & b',
      content: 'a &lt; b',
      published: Date.UTC(2024, 2, 4),
      updated: null,
      authors: ['Ada'],
      categories: ['ai', '3'],
      image: null,
      enclosures: [{ url: 'https://lab.example/a.mp3', type: 'audio/mpeg', length: null }],
    });
  });

  it('leaves out items of JSON that are none, with a reason', async () => {
    const feed = await read('{"version":"https://jsonfeed.org/version/1","title":"T","items":[null,{"id":"1"},"x"]}');
    expect(feed.entries.map(({ id }) => id)).toEqual(['1']);
    expect(feed.repairs).toEqual(['an item that is no object was left out']);
  });

  it('reads RSS written as JSON', async () => {
    const feed = await read(
      '{"rss":{"version":"2.0","channel":{"title":"T","item":[{"title":"One","link":"/1","pubDate":"Mon, 04 Mar 2024 00:00:00 GMT","guid":{"isPermaLink":"false","#value":"g"},"enclosure":{"url":"/a.mp3","type":"audio/mpeg"}}]}}}',
    );
    expect(only(feed.entries)).toMatchObject({
      id: 'g',
      url: 'https://lab.example/1',
      title: 'One',
      enclosures: [{ url: 'https://lab.example/a.mp3' }],
    });
  });

  it.each([
    ['', 'empty', /empty/],
    [' \n ', 'empty', /empty/],
    ['<!doctype html><html><body>Hello</body></html>', 'html', /web page.*kind "page"/],
    ['<opml version="2.0"><body/></opml>', 'not-a-feed', /<opml>/],
    [
      '<svg><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata></svg>',
      'not-a-feed',
      /<svg>/,
    ],
    ['Just words.', 'not-a-feed', /no element/],
    ['{"items":[{"name":"x"}]}', 'not-a-feed', /no JSON Feed/],
    ['[1,2]', 'not-a-feed', /no JSON Feed/],
    ['{"version":', 'bad-json', /broken/],
  ])('says what %j is instead', async (text, code, message) => {
    const error: unknown = await read(text).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(FeedError);
    expect(error).toMatchObject({ code, message: expect.stringMatching(message) as unknown });
  });
});

describe('readFeed: entries', () => {
  it.each([
    ['<title>AT&amp;T &lt;b&gt;bold&lt;/b&gt; &amp;#8217;</title>', 'AT&T bold ’'],
    ['<title><![CDATA[Vec<T> &amp; <i>more</i>]]></title>', 'Vec<T> & more'],
    ['<title>  two\n\tlines </title>', 'two lines'],
    ['<title/><dc:title>From Dublin</dc:title>', 'From Dublin'],
    ['<media:title>From media</media:title>', 'From media'],
  ])('makes plain titles: %s', async (elements, title) => {
    expect((await rssItem(elements)).title).toBe(title);
  });

  it('takes a title that says it is text by its word', async () => {
    expect((await atomEntry('<title type="text">The &lt;b&gt; tag</title>')).title).toBe('The <b> tag');
  });

  it.each([
    ['<link>https://a.example/x?a=1&amp;b=2</link>', 'https://a.example/x?a=1&b=2'],
    ['<link>https://a.example/x?a=1&b=2</link>', 'https://a.example/x?a=1&b=2'],
    ['<link> /x </link>', 'https://lab.example/x'],
    ['<link href="/x"/>', 'https://lab.example/x'],
    ['<atom:link rel="self" href="/feed"/><atom:link rel="alternate" href="/x"/>', 'https://lab.example/x'],
    ['<guid>https://a.example/x</guid>', 'https://a.example/x'],
    ['<guid isPermaLink="false">https://a.example/x</guid>', null],
    ['<guid isPermaLink="true">x</guid>', null],
    [
      '<link>https://feedproxy.example/~r/1</link><feedburner:origLink>https://a.example/x</feedburner:origLink>',
      'https://a.example/x',
    ],
    ['<link>javascript:alert(1)</link>', null],
    ['<link>data:text/html,x</link>', null],
    ['<link>file:///etc/passwd</link>', null],
    ['<link>mailto:a@b.example</link>', null],
    ['<link>https://</link>', null],
    ['<link>HTTPS://A.example/x y</link>', 'https://a.example/x%20y'],
    ['<title>none</title>', null],
  ])('reads the address of %s', async (elements, url) => {
    expect((await rssItem(elements)).url).toBe(url);
  });

  it('resolves references without xml:base against the page of the feed', async () => {
    const feed = await read(
      '<rss><channel><link>https://site.example/blog/</link><item><link>1</link><description>&lt;a href="2"&gt;&lt;img src=\'/3\'&gt;&lt;a href="#n"&gt;</description></item></channel></rss>',
    );
    expect(only(feed.entries)).toMatchObject({
      url: 'https://site.example/blog/1',
      summary: '<a href="https://site.example/blog/2"><img src="https://site.example/3"><a href="#n">',
    });
  });

  it.each([
    ['<author>ada@lab.example (Ada Lovelace)</author>', ['Ada Lovelace']],
    ['<author>Ada Lovelace &lt;ada@lab.example&gt;</author>', ['Ada Lovelace']],
    ['<author>ada@lab.example</author>', ['ada@lab.example']],
    ['<dc:creator>Ada Lovelace, Alan Turing and Kim Poe</dc:creator>', ['Ada Lovelace', 'Alan Turing', 'Kim Poe']],
    ['<dc:creator>Lovelace, Ada</dc:creator>', ['Lovelace, Ada']],
    ['<dc:creator>김철수, 이영희</dc:creator>', ['김철수', '이영희']],
    ['<author>ADA</author><dc:creator>Ada</dc:creator><dc:creator>Alan</dc:creator>', ['ADA', 'Alan']],
    ['<author><name>Ada</name><email>a@b.example</email></author>', ['Ada']],
    ['<itunes:author>The Podcast</itunes:author>', ['The Podcast']],
    ['<dc:creator>Ada</dc:creator><itunes:author>The Podcast</itunes:author>', ['Ada']],
  ])('reads the authors of %s', async (elements, authors) => {
    expect((await rssItem(elements)).authors).toEqual(authors);
  });

  it('reads categories, files and pictures from wherever they stand', async () => {
    expect(
      await rssItem(`<category>AI</category><category domain="x">AI</category><dc:subject>ML</dc:subject><itunes:keywords>a, b</itunes:keywords>
        <enclosure url="/a.mp3" type="audio/mpeg" length="x"/><media:group><media:content url="/v.mp4" type="video/mp4" fileSize="5"/></media:group>
        <media:thumbnail url="/t.jpg"/>`),
    ).toMatchObject({
      categories: ['AI', 'ML', 'a', 'b'],
      enclosures: [
        { url: 'https://lab.example/a.mp3', type: 'audio/mpeg', length: null },
        { url: 'https://lab.example/v.mp4', type: 'video/mp4', length: 5 },
      ],
      image: 'https://lab.example/t.jpg',
    });
  });

  it('keeps short and long form apart', async () => {
    expect(
      await rssItem(
        '<description>Short &lt;br&gt;</description><content:encoded><![CDATA[<p>Long</p>]]></content:encoded>',
      ),
    ).toMatchObject({
      summary: 'Short <br>',
      content: '<p>Long</p>',
    });
  });

  it('keeps dates as claimed, in the zone and with the repair of their source', async () => {
    const date = '<pubDate>2099-08-21 09:00</pubDate>';
    expect((await rssItem(date)).published).toBe(Date.UTC(2099, 7, 21, 9));
    expect((await rssItem(date, { timezone: 'Asia/Seoul' })).published).toBe(Date.UTC(2099, 7, 21));
    expect((await rssItem(date, { dateOffset: -540 })).published).toBe(Date.UTC(2099, 7, 21));
    expect((await rssItem('<pubDate>soon</pubDate><dc:date>1980-01-01</dc:date>')).published).toBe(
      Date.UTC(1980, 0, 1),
    );
  });

  it('gives entries without id an identity that lasts', async () => {
    const words = '<title>One</title><description>Words</description>';
    const [first, again, other] = [
      await rssItem(words),
      await rssItem(words),
      await rssItem('<title>One</title><description>Others</description>'),
    ];
    expect(again.id).toBe(first.id);
    expect(other.id).not.toBe(first.id);
    expect((await rssItem('<title>One</title><link>/1</link>')).id).toBe('https://lab.example/1');
    expect((await rssItem('')).id).not.toBe('');
  });

  it('tells entries with one id apart', async () => {
    const item = (link: string): string => `<item><guid isPermaLink="false">same</guid><link>${link}</link></item>`;
    const feed = await read(`<rss><channel>${item('/1')}${item('/2')}${item('/2')}${item('/1')}</channel></rss>`);
    const ids = feed.entries.map(({ id }) => id);
    expect(ids[0]).toBe('same');
    expect(new Set(ids).size).toBe(4);
    expect(feed.repairs).toEqual(['an id was used for several entries']);
  });

  it('does not lose a feed by one bad entry', async () => {
    const feed = await read(
      `<feed xmlns="http://www.w3.org/2005/Atom"><entry><published>never</published><link/><author/><content src="x"/></entry><entry><title>Good</title></entry></feed>`,
    );
    expect(feed.entries.map(({ title }) => title)).toEqual(['', 'Good']);
  });

  it('drops control characters, says so, and reads on', async () => {
    const feed = await read(
      '<rss><channel><title>A\u0000B\u0007C</title><item><title>\ufffeOne&#0;</title></item></channel></rss>',
    );
    expect(feed.title).toBe('ABC');
    expect(only(feed.entries).title).toMatch(/^One/);
    expect(feed.repairs).toContain('control characters were dropped');
    expect(feed.cut).toBe(false);
  });
});
