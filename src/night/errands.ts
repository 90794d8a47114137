import { arxivCategories, arxivRequests, entriesFor } from '../collect/arxiv/requests.ts';
import type { Entry, Source } from '../model.ts';

/** One request of a night and the sources it serves. */
export interface Errand {
  url: string;
  /** At least one; several only for arXiv, whose categories are asked for together. */
  sources: readonly [Source, ...Source[]];
  /** The entries of the answer that belong to one of the sources. */
  entriesOf(source: Source, entries: readonly Entry[]): readonly Entry[];
}

/**
 * The requests that a list of sources needs; arXiv's come last, because they alone are paced by the second.
 *
 * @param fullest entries of the fullest answer of a source, as far as one is known
 */
export function errandsOf(sources: readonly Source[], fullest: ReadonlyMap<string, number>): Errand[] {
  const listings = sources.filter(({ kind }) => kind === 'arxiv');
  const others = sources.filter(({ kind }) => kind !== 'arxiv');
  return [
    ...others.map((source): Errand => ({ url: source.url, sources: [source], entriesOf: (_, entries) => entries })),
    ...arxivRequests(listings, volumeOf(listings, fullest)).flatMap(({ url, sources: served }): Errand[] => {
      const [first, ...rest] = served;
      if (first === undefined) return [];
      return [{ url, sources: [first, ...rest], entriesOf: (source, entries) => entriesFor(source.url, entries) }];
    }),
  ];
}

/** Entries to expect of a category: as many as the fullest answer of its source held; undefined while nothing is known. */
function volumeOf(
  listings: readonly Source[],
  fullest: ReadonlyMap<string, number>,
): (category: string) => number | undefined {
  const most = new Map<string, number>();
  for (const { id, url } of listings) {
    const categories = arxivCategories(url);
    const known = fullest.get(id) ?? 0;
    if (known > 0) for (const category of categories) most.set(category, known / categories.length);
  }
  return (category) => most.get(category);
}
