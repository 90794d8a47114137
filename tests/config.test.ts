import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configReader, parseConfig } from '../src/config.ts';
import { YamlError } from '../src/text/checked-yaml.ts';

function problems(text: string): readonly string[] {
  try {
    parseConfig(text);
  } catch (error) {
    if (error instanceof YamlError) return error.problems;
    throw error;
  }
  return [];
}

describe('feeds.yaml', () => {
  it('is read anew by one who keeps asking, as soon as it says something else', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'nightdesk-config-')), 'feeds.yaml');
    writeFileSync(file, 'sources: []\n');
    const read = configReader(file);
    const first = read();
    expect(read()).toBe(first);
    writeFileSync(file, 'timezone: Asia/Seoul\nsources: []\n');
    expect(read().timezone).toBe('Asia/Seoul');
    writeFileSync(file, 'sources: 3\n');
    expect(read).toThrow(YamlError);
  });

  it('is valid with nothing but an empty list of sources', () => {
    const config = parseConfig('sources: []\n');
    expect(config.schedule).toBe('0 5 * * *');
    expect(config.sources).toEqual([]);
  });

  it('gives a source every default from its address alone', () => {
    const [source] = parseConfig('sources:\n  - url: https://www.example.org/feed.xml\n').sources;
    expect(source).toMatchObject({
      id: 'example-org',
      outlet: 'example.org',
      kind: 'feed',
      section: 'news',
      enabled: true,
      pages: 'candidates',
    });
  });

  it('puts arXiv listings among the papers and asks robots.txt for pages', () => {
    const [listing, page] = parseConfig(
      'sources:\n  - {url: "https://rss.arxiv.org/rss/cs.AI", kind: arxiv}\n  - {url: "https://example.org/news", kind: page}\n',
    ).sources;
    expect(listing?.section).toBe('papers');
    expect(page?.robots).toBe(true);
  });

  it('keeps ids apart when one outlet has several sources, and never takes an id that is written out', () => {
    const ids = parseConfig(
      [
        'sources:',
        '  - {url: "https://a.example/one.xml", outlet: Courier}',
        '  - {url: "https://a.example/two.xml", outlet: Courier}',
        '  - {url: "https://a.example/three.xml", id: courier-two-xml}',
      ].join('\n'),
    ).sources.map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect(ids[2]).toBe('courier-two-xml');
  });

  it('names every problem at once, each with its place, its line and the mend', () => {
    const text = [
      'timezone: Mars/Olympus',
      'scedule: 0 5 * * *',
      'sources:',
      '  - url: https://a.example/feed.xml',
      '    weight: 20',
      '  - url: https://b.example/feed.xml',
      '    lnag: en',
      '    kind: fed',
    ].join('\n');
    expect(problems(text)).toEqual([
      'timezone: not an IANA time zone, such as Asia/Seoul; feeds.yaml line 1',
      'sources[0].weight: Too big: expected number to be <=10; feeds.yaml line 5',
      'sources[1].kind: must be one of feed, arxiv, page, mail; feeds.yaml line 8',
      'sources[1].lnag: unknown key; did you mean "lang"?; feeds.yaml line 7',
      'scedule: unknown key; did you mean "schedule"?; feeds.yaml line 2',
    ]);
  });

  it('refuses an address that is none, and a source that is listed twice', () => {
    const text =
      'sources:\n  - url: example.org\n  - url: https://b.example/x\n  - url: https://b.example/x\n    id: other\n';
    expect(problems(text)).toEqual([
      'sources[0].url: not a URL that starts with http:// or https://; feeds.yaml line 2',
      'sources[2].url: "https://b.example/x" stands at sources[1] already; remove one; feeds.yaml line 4',
    ]);
  });

  it('shows where a file is not YAML', () => {
    const [problem] = problems('sources:\n  - url: "unclosed\n');
    expect(problem).toMatch(/^feeds\.yaml line \d+: not YAML: /);
  });
});
