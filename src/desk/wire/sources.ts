import type { Instant, Night, Outcome, Section, SourceKind } from '../../model.ts';
import type { Words } from './words.ts';

/** How a source stands, from what needs an editor first to what needs none. */
export const SOURCE_STATES = ['broken', 'moved', 'stale', 'late', 'unknown', 'fine', 'paused'] as const;
export type SourceHealth = (typeof SOURCE_STATES)[number];

/** One source of feeds.yaml with what the nights know of it. */
export interface SourceRow {
  id: string;
  title: string;
  outlet: string;
  url: string;
  kind: SourceKind;
  section: Section;
  enabled: boolean;
  weight: number;
  rival: boolean;
  health: SourceHealth;
  /** Of the newest night that asked it. */
  outcome: Outcome | null;
  diagnosis: Words;
  answeredAt: Instant | null;
  newAt: Instant | null;
  /** Set when it asked to be left alone. */
  switchedOff: Words | null;
  /** A permanent redirect, and on how many nights it was seen. */
  moved: { to: string; nights: number } | null;
  /** New items a night, in the order of `nights` of the list; null where it gave no answer. */
  brought: readonly (number | null)[];
  /** Stories of these nights that it told and that stood above the line, and those that were picked. */
  offered: number;
  kept: number;
}

/** GET /sources */
export interface SourceList {
  /** Oldest first. */
  nights: readonly Night[];
  sources: readonly SourceRow[];
}

/** What stands at an address. */
export type SourceProbe =
  | {
      is: 'found';
      url: string;
      kind: SourceKind;
      title: string;
      format: string;
      language: string;
      entries: number;
      /** The newest of them. */
      newest: readonly { title: string; published: Instant | null }[];
      /** How it was found; null when the address was a feed itself. */
      why: Words | null;
      /** It stands in feeds.yaml already. */
      known: boolean;
    }
  | { is: 'nothing'; why: Words };

/** POST /sources/change: what to set of a source. */
export interface SourceChange {
  source: string;
  enabled?: boolean | undefined;
  weight?: number | undefined;
  /** Take the address that it moved to. */
  move?: true | undefined;
}

/** POST /sources/add */
export interface NewSource {
  url: string;
  kind: SourceKind;
  title: string;
  outlet?: string | undefined;
  section?: Section | undefined;
  rival?: boolean | undefined;
}
