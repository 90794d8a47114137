/**
 * What the desk and its client say to each other: types and closed tables only, read by both sides. A screen's own
 * types stand in `wire/`, one file a screen.
 */
import type { Instant, IssueLang, Night } from '../model.ts';
import type { Words } from './wire/words.ts';

/** The screens, in the order of the side navigation; the first part of an address. */
export const SCREENS = ['candidates', 'issue', 'features', 'sources', 'nights', 'search', 'insight', 'add'] as const;
export type Screen = (typeof SCREENS)[number];

/** What waited in a browser names the database it was done on. */
export const DATABASE_HEADER = 'nightdesk-database';

/**
 * How far each kind of record has come. A client that holds an older mark asks again for what it shows of that kind.
 * `version` moves with every write of any process.
 */
export interface Marks {
  version: number;
  /** The newest decision. */
  decision: number;
  /** The newest run with the stage it reached: "12:rank:". */
  run: string;
  /** The newest row of the ledger. */
  fetch: number;
  /** The newest version of a printed text. */
  text: number;
  /** The newest change of a lineup. */
  trail: number;
  /** Notes and votes so far. */
  talk: number;
  /** The stage of the night that runs now, and how far it is: "pages", 30 of 120; null while none runs. */
  running: { doing: string; done: number; total: number } | null;
}

/** Who has what open. */
export interface Presence {
  /** One window of one browser. */
  desk: string;
  editor: string;
  /** "story 812", "slot:40", or the name of a screen. */
  place: string;
}

/** What the desk pushes to every open browser. */
export type DeskEvent = { type: 'marks'; marks: Marks } | { type: 'presence'; presence: readonly Presence[] };

/** What the frame shows around every screen. */
export interface Frame {
  editor: string;
  /** Several people share this desk, and each logs in. */
  team: boolean;
  /** Names the database: what waits in a browser is for one of them. */
  database: string;
  /** The desk's clock: ages are told by it. */
  now: Instant;
  languages: readonly IssueLang[];
  timezone: string;
  /** The open issue; null before the first night. */
  issue: { number: number } | null;
  /** The newest run; null before the first night. */
  lastNight: { night: Night; verdict: Words | null; running: boolean } | null;
  /** When the schedule calls for the next one. */
  nextNight: Instant;
}

/** Every error of the API: what happened, for a person. */
export interface ApiError {
  error: string;
  /** The same in Korean. */
  ko?: string;
}
