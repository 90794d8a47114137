import type { IssueLang } from '../model.ts';
import type { Spot } from './tree.ts';
import type { Sentence } from '../text/said.ts';

/** Where in an issue something was noticed: what a list of findings jumps to. Fields are "" where they say nothing. */
export interface Place extends Spot {
  lang: IssueLang;
}

export const FINDING_RULES = [
  'untranslated',
  'stale',
  'empty',
  'left-out',
  'unknown-person',
  'unknown-figure',
  'figure-address',
  'figure-alt',
  'figure-credit',
  'length',
  'todo',
  'dead-link',
  'relative-link',
  'tracking-link',
  'short-link',
  'bare-link',
  'unsourced-link',
  'unsourced-number',
  'unedited',
  'repeat',
  'printed-before',
  'sensitive',
  'emphasis',
  'rendering',
  'register',
  'particle',
  'quotes',
  'date-form',
  'unit-form',
  'size',
] as const;
export type FindingRule = (typeof FINDING_RULES)[number];

/** Something an editor should look at before an issue goes out. */
export interface Finding {
  rule: FindingRule;
  place: Place;
  /** A sentence: what it is and what to do. */
  message: Sentence;
}
