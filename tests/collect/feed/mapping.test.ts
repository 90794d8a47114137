import { readFileSync } from 'node:fs';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { FEED_CAPS } from '../../../src/collect/caps.ts';
import { mapFeed } from '../../../src/collect/feed/mapping.ts';
import { TreeBuilder } from '../../../src/collect/xml/builder.ts';
import { decodedSource } from '../../../src/text/source.ts';
import type { Sentence } from '../../../src/model.ts';

interface Package {
  version: string;
  dependencies: Record<string, string>;
}
const readPackage = (path: string): Package => JSON.parse(readFileSync(path, 'utf8')) as Package;

describe('rss-parser', () => {
  it('is the very version whose inside is known', () => {
    expect(readPackage('package.json').dependencies['rss-parser']).toBe('3.13.0');
    expect(readPackage('node_modules/rss-parser/package.json').version).toBe('3.13.0');
  });

  it('asks an exchangeable parser for a tree and maps that', async () => {
    const parser = new Parser();
    let asked = '';
    Object.assign(parser, {
      xmlParser: {
        parseString(text: string, done: (error: null, tree: unknown) => void) {
          asked = text;
          done(null, {
            rss: { $: { version: '2.0' }, channel: [{ title: ['From the tree'], item: [{ title: ['One'] }] }] },
          });
        },
      },
    });
    const { title, items } = await parser.parseString('the text');
    expect({ asked, title, items: items.map((item) => item.title) }).toEqual({
      asked: 'the text',
      title: 'From the tree',
      items: ['One'],
    });
  });

  it('still has the methods and options that are exchanged', () => {
    const parser = new Parser() as unknown as Record<string, unknown>;
    expect(parser).toMatchObject({ options: { customFields: { feed: [], item: [] } } });
    expect(parser['setISODate']).toBeTypeOf('function');
  });
});

describe('mapFeed', () => {
  const map = async (source: string) => {
    const tree = new TreeBuilder(
      decodedSource(source),
      { base: { href: '' }, lang: '' },
      FEED_CAPS,
      new Set<Sentence>(),
    ).build();
    if (!tree.root) throw new Error('no root');
    const { feed, entries } = await mapFeed({ ...tree, root: tree.root });
    return {
      title: feed['title[]']?.[0]?.$text,
      titles: entries.map((entry) => entry['title[]']?.map((title) => title.$text)),
    };
  };

  it.each([
    [
      'RSS',
      '<rss version="2.0"><channel><title>T</title><item><title>1</title><title>2</title></item></channel></rss>',
    ],
    [
      'RSS of any version',
      '<rss version="9"><channel><title>T</title><item><title>1</title><title>2</title></item></channel></rss>',
    ],
    [
      'RSS with items beside the channel',
      '<rss><channel><title>T</title></channel><item><title>1</title><title>2</title></item></rss>',
    ],
    ['a channel without rss', '<channel><title>T</title><item><title>1</title><title>2</title></item></channel>'],
    ['RDF', '<rdf:RDF><channel><title>T</title></channel><item><title>1</title><title>2</title></item></rdf:RDF>'],
    ['Atom', '<feed><title>T</title><entry><title>1</title><title>2</title></entry></feed>'],
  ])('hands over every element of %s', async (_, source) => {
    expect(await map(source)).toEqual({ title: 'T', titles: [['1', '2']] });
  });

  it('joins several channels and does without one', async () => {
    const two =
      '<rss><channel><title>T</title><item><title>1</title></item></channel><channel><item><title>2</title></item></channel></rss>';
    expect((await map(two)).titles).toEqual([['1'], ['2']]);
    expect((await map('<rss><item><title>1</title></item></rss>')).titles).toEqual([['1']]);
  });

  it('keeps documents apart that are mapped at once', async () => {
    const titles = await Promise.all(
      ['a', 'b', 'c'].map((name) => map(`<feed><entry><title>${name}</title></entry></feed>`)),
    );
    expect(titles.map((one) => one.titles)).toEqual([[['a']], [['b']], [['c']]]);
  });
});
