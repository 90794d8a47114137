import type { Instant, Night } from '../../model.ts';

/** How much of something fell to a name. */
export interface Share {
  name: string;
  offered: number;
  kept: number;
}

/** A subject over the weeks. */
export interface TopicLine {
  name: string;
  counts: readonly number[];
}

/** A story that another newsletter told. */
export interface RivalStory {
  story: number;
  title: string;
  rivals: readonly string[];
  at: Instant;
  /** What we did with it. */
  ours: 'ran' | 'kept' | 'held' | 'spiked' | 'below' | 'passed' | 'unseen';
  /** Its best rank on our lists; null when it was never ranked. */
  rank: number | null;
}

/** A pick and where it stood on the list that its editors had; null when no list held it. */
export interface PickRank {
  story: number;
  title: string;
  rank: number | null;
  at: Instant;
}

/** GET /insight */
export interface InsightPage {
  /** Where the stories of the newest issues came from, newest issue first. */
  issues: readonly { number: number; outlets: readonly { name: string; stories: number }[] }[];
  /** Mondays, oldest first. */
  weeks: readonly Night[];
  topics: readonly TopicLine[];
  outlets: readonly Share[];
  labs: readonly Share[];
  /** The newest picks, newest first. */
  picks: readonly PickRank[];
  /** Whether these were printed, or kept only because nothing has been printed yet. */
  picksAre: 'printed' | 'kept';
  rivals: readonly RivalStory[];
  /** Names of the sources marked as rivals. */
  rivalSources: readonly string[];
}
