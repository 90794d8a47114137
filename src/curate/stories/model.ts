import type { Instant, Lang, Reason } from '../../model.ts';

/** What grouping needs to know of an item. */
export interface GroupItem {
  id: number;
  title: string;
  /** Plain text that opens the article (the feed's summary or the first paragraph); "" when there is none. */
  lead: string;
  outlet: string;
  /** null when unknown. */
  published: Instant | null;
  language: Lang;
  /** Its address keys (see `keysOf` in dedupe/keys.ts), the paper first when it is one; empty when it has no address. */
  addresses: readonly string[];
  /** Address keys that its text links to. */
  cites: readonly string[];
}

/** An item of an earlier night that stands in a story still open. */
export interface KnownStoryItem extends GroupItem {
  /** The id of the story's founding item. */
  story: number;
}

/** What editors decided about pairs of items: it outweighs every score. */
export interface Links {
  together: readonly (readonly [number, number])[];
  apart: readonly (readonly [number, number])[];
}

/** Where an item went. */
export interface Join {
  item: number;
  /** The id of the story's founding item: the item's own id when it founds one. */
  story: number;
  /** Why it was joined; empty for a founding item. */
  reasons: readonly Reason[];
}
