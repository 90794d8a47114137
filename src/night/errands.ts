import type { Entry, Source } from '../model.ts';

/** One request of a night and the sources it serves. */
export interface Errand {
  url: string;
  /** At least one; several only for arXiv, whose categories are asked for together. */
  sources: readonly Source[];
  /** The entries of the answer that belong to one of the sources. */
  entriesOf(source: Source, entries: readonly Entry[]): readonly Entry[];
}

/** The requests that a list of sources needs, in the order of the list. */
export function errandsOf(sources: readonly Source[]): Errand[] {
  return sources.map((source) => ({ url: source.url, sources: [source], entriesOf: (_, entries) => entries }));
}
