import type { Instant } from '../../model.ts';
import type { Words } from './words.ts';

/** One thing that a person did. */
export interface DeedRow {
  kind: 'decision' | 'text' | 'issue' | 'note' | 'vote' | 'setting';
  id: number;
  at: Instant;
  editor: string;
  story: number | null;
  title: string | null;
  /** "keep", "undo", "blurb ko", "source-paused". */
  what: string;
  /** The same for a person: "kept". */
  name: Words;
  /** The reason, the text, the source: whatever belongs to it. */
  detail: string;
  undone: boolean;
  /** Whether the desk can take it back from here. */
  reversible: boolean;
}

/** GET /history, newest first. */
export interface DeedList {
  deeds: readonly DeedRow[];
  /** Where the next page goes on: `before` of its query; null at the end. */
  before: Instant | null;
  editors: readonly string[];
}

/** POST /history/undo */
export interface UndoneDeed {
  kind: DeedRow['kind'];
  id: number;
}
