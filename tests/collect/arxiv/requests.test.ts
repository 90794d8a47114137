import { describe, expect, it } from 'vitest';
import { arxivRequests, entriesFor } from '../../../src/collect/arxiv/requests.ts';

const RSS = 'https://rss.arxiv.org/rss/';

describe('arxivRequests', () => {
  it('joins categories, each asked for once', () => {
    const sources = [
      { url: `${RSS}cs.AI` },
      { url: `${RSS}cs.CL+cs.AI` },
      { url: 'https://rss.arxiv.org/atom/stat.ML' },
    ];
    expect(arxivRequests(sources)).toEqual([
      { url: `${RSS}cs.AI+cs.CL`, categories: ['cs.AI', 'cs.CL'], sources: sources.slice(0, 2) },
      { url: 'https://rss.arxiv.org/atom/stat.ML', categories: ['stat.ML'], sources: sources.slice(2) },
    ]);
  });

  it('keeps hosts apart and leaves other addresses alone', () => {
    const sources = [
      { url: `${RSS}cs.AI` },
      { url: 'http://127.0.0.1:8080/rss/cs.AI' },
      { url: 'https://arxiv.org/list/cs.AI/new' },
    ];
    expect(
      arxivRequests(sources)
        .map(({ url }) => url)
        .toSorted(),
    ).toEqual(sources.map(({ url }) => url).toSorted());
  });

  it('splits before the limit of an answer', () => {
    const sources = ['cs.AI', 'cs.LG', 'cs.CL', 'cs.CV'].map((category) => ({ url: RSS + category }));
    const requests = arxivRequests(sources, (category) => (category === 'cs.LG' ? 1200 : 500));
    expect(requests.map(({ categories }) => categories)).toEqual([
      ['cs.AI', 'cs.LG'],
      ['cs.CL', 'cs.CV'],
    ]);
  });
});

describe('entriesFor', () => {
  const entry = (...categories: string[]) => ({ categories, arxiv: null });

  it('gives each source the entries of its categories, cross-lists too', () => {
    const entries = [entry('cs.AI'), entry('stat.ML', 'cs.CL'), entry('math.OC')];
    expect(entriesFor(`${RSS}cs.AI+cs.CL`, entries)).toEqual(entries.slice(0, 2));
    expect(entriesFor(`${RSS}cs`, entries)).toEqual(entries.slice(0, 2));
    expect(entriesFor('https://arxiv.org/list/cs.AI/new', entries)).toEqual(entries);
  });
});
