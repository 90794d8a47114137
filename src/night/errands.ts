import { arxivRequests, entriesFor } from '../collect/arxiv/requests.ts';
import type { Entry, Source } from '../model.ts';

/** One request of a night and the sources it serves. */
export interface Errand {
  url: string;
  /** At least one; several only for arXiv, whose categories are asked for together. */
  sources: readonly [Source, ...Source[]];
  /** The entries of the answer that belong to one of the sources. */
  entriesOf(source: Source, entries: readonly Entry[]): readonly Entry[];
}

/** The requests that a list of sources needs; arXiv's come last, because they alone are paced by the second. */
export function errandsOf(sources: readonly Source[]): Errand[] {
  const listings = sources.filter(({ kind }) => kind === 'arxiv');
  const others = sources.filter(({ kind }) => kind !== 'arxiv');
  return [
    ...others.map((source): Errand => ({ url: source.url, sources: [source], entriesOf: (_, entries) => entries })),
    ...arxivRequests(listings).flatMap(({ url, sources: served }): Errand[] => {
      const [first, ...rest] = served;
      if (first === undefined) return [];
      return [{ url, sources: [first, ...rest], entriesOf: (source, entries) => entriesFor(source.url, entries) }];
    }),
  ];
}
