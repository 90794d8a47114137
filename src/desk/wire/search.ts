import type { Instant, Lang, Section } from '../../model.ts';

/** One item that a search found. */
export interface Hit {
  item: number;
  story: number | null;
  title: string;
  /** http or https; null when the source gave another. */
  url: string | null;
  outlet: string;
  published: Instant;
  lang: Lang;
  section: Section;
  /** The beginning of what the feed said. */
  summary: string;
  /** What stands of its story. */
  decision: 'keep' | 'hold' | 'spike' | 'none';
  /** The newest issue that its story stands or stood in. */
  issue: number | null;
}

/** GET /search, best first. */
export interface HitList {
  hits: readonly Hit[];
  more: boolean;
}
