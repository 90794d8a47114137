import type { Instant, PageSelectors } from '../../model.ts';

/** One article as a list page shows it. */
export interface Row {
  title: string;
  url: string | null;
  date: Instant | null;
  /** HTML. */
  summary: string;
  image: string | null;
}

export interface PageContext {
  url: string;
  timezone: string | null;
  selectors: PageSelectors;
}

/** A row that can become an item. */
export function isComplete(row: Row): boolean {
  return row.title !== '' && row.url !== null;
}
