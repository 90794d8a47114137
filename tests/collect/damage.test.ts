import { describe, expect, it } from 'vitest';
import { readFeed } from '../../src/collect/feed.ts';

const WHOLE: Record<string, string> = {
  rss: `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
<title>The Lab</title>
<link>https://lab.example/</link>
<item>
<title>Weights and biases</title>
<link>https://lab.example/a?x=1&amp;y=2</link>
<guid isPermaLink="false">tag:lab.example,2024:a</guid>
<pubDate>Wed, 21 Aug 2024 09:00:00 +0000</pubDate>
<dc:creator>Ada Example</dc:creator>
<description>&lt;p&gt;First words.&lt;/p&gt;</description>
</item>
<item>
<title>Second story</title>
<link>https://lab.example/b</link>
<guid isPermaLink="false">tag:lab.example,2024:b</guid>
<pubDate>Tue, 20 Aug 2024 09:00:00 +0000</pubDate>
<dc:creator>Bo Example</dc:creator>
<description>&lt;p&gt;Second words.&lt;/p&gt;</description>
</item>
</channel>
</rss>
`,
  atom: `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<title>The Lab</title>
<link href="https://lab.example/"/>
<entry>
<title>Weights and biases</title>
<link href="https://lab.example/a?x=1&amp;y=2"/>
<id>tag:lab.example,2024:a</id>
<updated>2024-08-21T09:00:00Z</updated>
<author><name>Ada Example</name></author>
<summary type="html">&lt;p&gt;First words.&lt;/p&gt;</summary>
</entry>
<entry>
<title>Second story</title>
<link href="https://lab.example/b"/>
<id>tag:lab.example,2024:b</id>
<updated>2024-08-20T09:00:00Z</updated>
<author><name>Bo Example</name></author>
<summary type="html">&lt;p&gt;Second words.&lt;/p&gt;</summary>
</entry>
</feed>
`,
  rdf: `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://lab.example/">
<title>The Lab</title>
<link>https://lab.example/</link>
</channel>
<item rdf:about="tag:lab.example,2024:a">
<title>Weights and biases</title>
<link>https://lab.example/a?x=1&amp;y=2</link>
<dc:date>2024-08-21T09:00:00Z</dc:date>
<dc:creator>Ada Example</dc:creator>
<description>&lt;p&gt;First words.&lt;/p&gt;</description>
</item>
<item rdf:about="tag:lab.example,2024:b">
<title>Second story</title>
<link>https://lab.example/b</link>
<dc:date>2024-08-20T09:00:00Z</dc:date>
<dc:creator>Bo Example</dc:creator>
<description>&lt;p&gt;Second words.&lt;/p&gt;</description>
</item>
</rdf:RDF>
`,
};

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** Damage that costs nothing: the feed reads as if it were whole. */
const DAMAGE: Record<string, (feed: string) => string> = {
  none: (feed) => feed,
  'no declaration': (feed) => feed.replace(DECLARATION, ''),
  'two declarations': (feed) => DECLARATION + feed,
  'a declaration that is not closed': (feed) => feed.replace('"UTF-8"?>', '"UTF-8"'),
  'a declaration in single quotes, of XML 1.1': (feed) =>
    feed.replace(DECLARATION, "<?xml version='1.1' encoding='utf8'?>"),
  'an unknown charset in the declaration': (feed) => feed.replace('UTF-8', 'x-none'),
  'a declaration of UTF-16': (feed) => feed.replace('UTF-8', 'utf-16'),
  'leading blanks and byte order marks': (feed) => `\ufeff\ufeff \n${feed}`,
  'leading words': (feed) => `Warning: mysql_connect(): 3 < 4 in /x.php\n${feed}`,
  'leading HTML': (feed) => `<br />\n<b>Notice</b>: Undefined index<br />${feed}`,
  'trailing HTML': (feed) => `${feed}<script src="x">if (a < b) {}</script></html>`,
  'trailing words': (feed) => `${feed}\n<!-- cached -->\nDone & dusted <`,
  'a DOCTYPE': (feed) => feed.replace(DECLARATION, `${DECLARATION}<!doctype rss [<!ENTITY nbsp "&#160;">]>`),
  'a stylesheet': (feed) => feed.replace(DECLARATION, `${DECLARATION}<?xml-stylesheet href="x.xsl"?>`),
  'line ends of old Macs': (feed) => feed.replaceAll('\n', '\r'),
  'ampersands not escaped': (feed) => feed.replaceAll('&amp;y', '&y'),
  'HTML not escaped': (feed) => feed.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
  'HTML not escaped nor closed': (feed) => feed.replaceAll('&lt;p&gt;', '<p><br>').replaceAll('&lt;/p&gt;', ''),
  'HTML in CDATA': (feed) => feed.replaceAll(/&lt;p&gt;(.*?)&lt;\/p&gt;/g, '<![CDATA[<p>$1</p>]]>'),
  'attributes without quotes': (feed) => feed.replaceAll('/>', ' />').replaceAll(/="([^"&\s]*)"/g, '=$1'),
  'links that are not closed': (feed) => feed.replaceAll(/(<link [^>]*)\/>/g, '$1>'),
  'attributes twice': (feed) => feed.replaceAll(/ (\w+)="([^"]*)"(?=[ >/])/g, ' $1="$2" $1="other"'),
  'tags in capitals': (feed) =>
    feed.replaceAll(/<(\/?)([\w:]+)/g, (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`),
  'end tags in another case': (feed) => feed.replaceAll(/<\/([\w:]+)/g, (_, name: string) => `</${name.toUpperCase()}`),
  'entries that are not closed': (feed) => feed.replaceAll(/<\/(?:item|entry)>/g, ''),
  'titles of entries that are not closed': (feed) => feed.replaceAll(/(s|y)<\/title>/g, '$1'),
  'titles of entries closed by another name': (feed) => feed.replaceAll(/(s|y)<\/title>/g, '$1</titel>'),
  'ids, dates and names that are not closed': (feed) =>
    feed.replaceAll(/(?<=:[ab]|0000|00Z|Example)<\/(?:guid|id|pubDate|updated|dc:date|dc:creator)>/g, ''),
  'a root that is not closed': (feed) => feed.replace(/<\/(?:rss|feed|rdf:RDF)>\s*$/, ''),
  'no root and no channel closed': (feed) => feed.replace(/(?:<\/channel>\s*)?<\/(?:rss|feed|rdf:RDF)>\s*$/, ''),
  'end tags of nothing': (feed) => feed.replaceAll('<title>', '</b></p><title>'),
  'prefixes that are not declared': (feed) => feed.replaceAll(/ xmlns:dc="[^"]*"/g, ''),
  'namespaces of other versions': (feed) =>
    feed
      .replace('http://www.w3.org/2005/Atom', 'https://www.w3.org/2005/atom/')
      .replace('rss/1.0/', 'rss/2.0/')
      .replace('elements/1.1/', 'elements/1.0'),
  'an odd version': (feed) => feed.replace('version="2.0"', 'version="3.14159"'),
  'no version': (feed) => feed.replace(' version="2.0"', ''),
  'control characters': (feed) => feed.replaceAll('Example', 'Exa\u0007mple').replaceAll('words', 'wo\u0000rds'),
  'letters as references': (feed) => feed.replaceAll('Second', '&#83;&#x65;cond'),
  'elements nobody knows': (feed) => feed.replaceAll('<title>', '<x:a y="1"><b>c</b><title2/></x:a><title>'),
};

const read = async (text: string) => {
  const { title, link, entries, cut } = await readFeed(Buffer.from(text), { url: 'https://lab.example/feed' });
  const kept = entries.map(({ id, url, title: name, authors, published, updated, summary }) => ({
    id,
    url,
    title: name,
    authors,
    date: published ?? updated,
    words: summary.replaceAll(/<[^>]*>/g, '').trim(),
  }));
  return { title, link, entries: kept, cut };
};

const ENTRIES = [
  {
    id: 'tag:lab.example,2024:a',
    url: 'https://lab.example/a?x=1&y=2',
    title: 'Weights and biases',
    authors: ['Ada Example'],
    date: Date.UTC(2024, 7, 21, 9),
    words: 'First words.',
  },
  {
    id: 'tag:lab.example,2024:b',
    url: 'https://lab.example/b',
    title: 'Second story',
    authors: ['Bo Example'],
    date: Date.UTC(2024, 7, 20, 9),
    words: 'Second words.',
  },
];

describe.each(Object.entries(WHOLE))('damaged %s', (_, whole) => {
  it.each(Object.entries(DAMAGE))('reads as if whole: %s', async (_name, damage) => {
    expect(await read(damage(whole))).toMatchObject({
      title: 'The Lab',
      link: 'https://lab.example/',
      entries: ENTRIES,
    });
  });

  it.each([
    ['in a text', 'Second words'],
    ['in a tag', '<link href="https://lab.example/b'],
    ['in a name', '<lin'],
    ['in a reference', '&lt'],
    ['in an end tag', '</titl'],
  ])('keeps the entries before the end: cut %s', async (_where, before) => {
    const end = whole.lastIndexOf(before.slice(0, 5)) + Math.min(before.length, 12);
    const { entries, cut } = await read(whole.slice(0, end));
    expect(entries[0]).toEqual(ENTRIES[0]);
    expect(entries).toHaveLength(2);
    expect(cut).toBe(true);
  });
});
