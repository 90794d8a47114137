import { describe, expect, it } from 'vitest';
import { FEED_CAPS, type FeedCaps } from '../../../src/collect/caps.ts';
import { TreeBuilder, type XmlTree } from '../../../src/collect/xml/builder.ts';
import { decodedSource } from '../../../src/text/source.ts';
import { child, children, type XmlElement } from '../../../src/collect/xml/element.ts';
import type { Sentence } from '../../../src/model.ts';

function build(source: string, caps: Partial<FeedCaps> = {}): { tree: XmlTree; repairs: readonly string[] } {
  const repairs = new Set<Sentence>();
  const base = { base: { href: 'https://lab.example/feed' }, lang: '' };
  const tree = new TreeBuilder(decodedSource(source), base, { ...FEED_CAPS, ...caps }, repairs).build();
  return { tree, repairs: [...repairs] };
}

/** The element at a path from the root; fails when it is missing. */
function at({ root }: XmlTree, ...path: string[]): XmlElement {
  let element = root;
  for (const name of path) element = (element && child(element, name)) ?? null;
  if (!element) throw new Error(`nothing at ${path.join('/')}`);
  return element;
}

const titleOf = (items: string): string =>
  at(build(`<rss><channel>${items}</channel></rss>`).tree, 'channel', 'item', 'title').$text;

describe('TreeBuilder', () => {
  it.each([
    ['leading blanks', '\n \n<?xml version="1.0"?><rss><channel/></rss>'],
    [
      'a PHP warning',
      '<br />\n<b>Warning</b>: mysql_connect() in <b>/x.php</b><br /><?xml version="1.0"?><rss><channel/></rss>',
    ],
    ['an unclosed declaration', '<?xml version="1.0"\n<rss><channel/></rss>'],
    ['a DOCTYPE with entities', '<!DOCTYPE rss [<!ENTITY a "b"><!ENTITY c "d">]><rss><channel/></rss>'],
    ['a comment', '<!-- <feed> --><rss><channel/></rss>'],
    ['junk behind the root', '<rss><channel/></rss><script>alert(1)</script><rss>'],
  ])('finds the root behind or before %s', (_, source) => {
    const { tree } = build(source);
    expect(tree.name).toBe('rss');
    expect(tree.cut).toBe(false);
  });

  it.each([
    ['an ampersand', '<item><title>AT&T & more</title></item>', 'AT&T & more'],
    ['a less-than sign before a blank', '<item><title>a < b</title></item>', 'a < b'],
    ['a less-than sign before a digit', '<item><title>I <3 you</title></item>', 'I <3 you'],
    ['an arrow', '<item><title>a <- b <= c</title></item>', 'a <- b <= c'],
    ['several of them', '<item><title><<<< x</title></item>', '<<<< x'],
    ['a tag that is none', '<item><title>a <b and c</title><link>x</link></item>', 'a <b and c'],
    ['HTML entities', '<item><title>caf&eacute; &mdash; &#146;</title></item>', 'café — ’'],
    ['CDATA beside text', '<item><title>a <![CDATA[<b> &amp;]]> c</title></item>', 'a <b> &amp; c'],
    ['a comment inside', '<item><title>a<!-- x --> b</title></item>', 'a b'],
    ['markup not escaped', '<item><title>a <b>bold</b> word<br></title></item>', 'a <b>bold</b> word<br>'],
    ['another case at the end', '<item><Title>One</tITLE></item>', 'One'],
    ['no end before the entry ends', '<item><title>One</item><item><title>Two</title></item>', 'One'],
  ])('keeps the text of a title with %s', (_, items, text) => {
    expect(titleOf(items)).toBe(text);
  });

  it('keeps entries apart that were not closed', () => {
    const { tree, repairs } = build('<rss><channel><item><title>1</title><item><title>2</title></channel></rss>');
    expect(children(at(tree, 'channel'), 'item').map((item) => child(item, 'title')?.$text)).toEqual(['1', '2']);
    expect(repairs).toContain('an entry that was not closed ends where the next begins');
  });

  it('drops an empty entry inside an entry', () => {
    const { tree } = build('<rss><channel><item><title>1</title><item/><link>x</link></item></channel></rss>');
    expect(at(tree, 'channel', 'item', 'link').$text).toBe('x');
    expect(children(at(tree, 'channel'), 'item')).toHaveLength(1);
  });

  it('drops end tags without start', () => {
    expect(titleOf('</b></p><item></i><title>One</title></item>')).toBe('One');
  });

  it.each([
    '<rss><channel><item><title>One</title></item><item><title>Tw',
    '<rss><channel><item><title>One</title></item><item><titl',
    '<rss><channel><item><title>One</title></item><item a="',
    '<rss><channel><item><title>One</title></item>',
  ])('marks what ends early as cut and keeps it: %s', (source) => {
    const { tree, repairs } = build(source);
    expect(tree.cut).toBe(true);
    expect(titleOf(source.slice('<rss><channel>'.length))).toBe('One');
    expect(repairs).toContain('the document ends before its root is closed');
  });

  it('reads CDATA that is not closed to the end', () => {
    expect(at(build('<rss><channel><title><![CDATA[last words').tree, 'channel', 'title').$text).toBe('last words');
  });

  it('gives every namespace one prefix, whatever a document calls it', () => {
    const { tree } =
      build(`<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
      xmlns:x="HTTP://purl.org/dc/elements/1.1" xmlns:m="http://search.yahoo.com/mrss">
      <item r:about="u"><x:Creator>Ada</x:Creator><m:group><m:content url="v"/></m:group><slash:comments>1</slash:comments></item></r:RDF>`);
    expect(tree.name).toBe('rdf:RDF');
    const item = at(tree, 'item');
    expect(item.$['rdf:about']).toBe('u');
    expect(child(item, 'dc:creator')?.$text).toBe('Ada');
    expect(at(tree, 'item', 'media:group', 'media:content').$['url']).toBe('v');
    expect(child(item, 'slash:comments')?.$text).toBe('1');
  });

  it('tells the elements of Atom inside RSS from those of RSS', () => {
    const { tree } = build(
      '<rss xmlns:a="http://www.w3.org/2005/Atom"><channel><a:link href="x"/><link>y</link></channel></rss>',
    );
    expect(at(tree, 'channel', 'atom:link').$['href']).toBe('x');
    expect(at(tree, 'channel', 'link').$text).toBe('y');
    const feed = build('<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:link href="x"/></a:feed>').tree;
    expect(at(feed, 'link').$['href']).toBe('x');
  });

  it('hands xml:base and xml:lang down', () => {
    const { tree } = build(
      '<feed xml:lang="en"><entry xml:base="/a/"><link xml:base="b/" href="c"/></entry><id/></feed>',
    );
    expect(at(tree, 'entry', 'link').$base.href).toBe('https://lab.example/a/b/');
    expect(at(tree, 'entry', 'link').$lang).toBe('en');
    expect(at(tree, 'id').$base.href).toBe('https://lab.example/feed');
  });

  it('takes the first of attributes with one name, quoted or not', () => {
    const { tree } = build('<rss><channel><link href=x HREF=\'y\' a&amp;b="1"/></channel></rss>');
    expect(at(tree, 'channel', 'link').$['href']).toBe('x');
  });

  it('takes names of JavaScript for names', () => {
    const { tree } = build(
      '<rss><channel><__proto__ x="1"><constructor>a</constructor></__proto__><item __proto__="p"/></channel></rss>',
    );
    expect(at(tree, 'channel', '__proto__', 'constructor').$text).toBe('a');
    expect(at(tree, 'channel', 'item').$['__proto__']).toBe('p');
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });

  it('replaces entities of its own DOCTYPE that are plain text', () => {
    const { tree } = build(
      '<!DOCTYPE rss [<!ENTITY hi "Hello &#33;"><!ENTITY two "&hi;&hi;">]><rss><channel><title>&hi; &two;</title></channel></rss>',
    );
    expect(at(tree, 'channel', 'title').$text).toBe('Hello ! &two;');
  });

  it('keeps its caps', () => {
    const deep = build(`<rss><channel>${'<a>'.repeat(50)}`, { depth: 10 });
    expect(deep.repairs).toContain('elements nested deeper than 10 were left out');
    const many = build(`<rss><channel>${'<item><title>x</title></item>'.repeat(9)}</channel></rss>`, { entries: 3 });
    expect(children(at(many.tree, 'channel'), 'item')).toHaveLength(3);
    expect(many.repairs).toContain('only the first 3 entries were read');
    const wide = build('<rss a="1" b="2" c="3"><channel/></rss>', { attributes: 2 });
    expect(Object.keys(wide.tree.root?.$ ?? {})).toEqual(['a', 'b']);
    const long = build('<rss><channel><title>123456789</title></channel></rss>', { text: 5 });
    expect(at(long.tree, 'channel', 'title').$text).toBe('12345');
  });

  it('goes on behind what is too deep', () => {
    const { tree } = build(
      `<rss><channel><item>${'<a>'.repeat(20)}x${'</a>'.repeat(20)}<title>One</title></item></channel></rss>`,
      { depth: 5 },
    );
    expect(at(tree, 'channel', 'item', 'title').$text).toBe('One');
  });
});
