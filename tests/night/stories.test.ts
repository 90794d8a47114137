import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { sourcesOf, type Told } from '../../src/night/stories.ts';

const config = parseConfig(`sources:
  - { id: b, url: https://b.example/feed }
  - { id: a, url: https://a.example/feed }
`);

const shownBy = (...sources: string[]): Told => ({
  id: 1,
  story: 1,
  section: 'news',
  onlyDiscussed: false,
  arxivId: null,
  published: 0,
  sightings: sources.map((sourceId) => ({ sourceId })),
});

describe('the sources of an item', () => {
  it('stand in the order of feeds.yaml, each once, whichever showed the item first', () => {
    expect(sourcesOf(shownBy('a', 'b', 'a'), config).map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('are those that feeds.yaml still names', () => {
    expect(sourcesOf(shownBy('gone', 'a'), config).map(({ id }) => id)).toEqual(['a']);
    expect(sourcesOf(shownBy('gone'), config)).toEqual([]);
  });
});
