import type { DecisionAction, Instant, IssueLang, Lang, Night, Reason, Section, TextState } from '../../model.ts';
import type { ChangeView } from './issue.ts';
import type { Words } from './words.ts';

/** What a row says in a short word behind its title. */
export type Badge =
  /** It ran in a past issue. */
  | { is: 'ran'; issue: number }
  /** It goes on with something that a past issue told. */
  | { is: 'update'; issue: number }
  /** Its date is far older than the day on which it was first seen. */
  | { is: 'stale'; published: Instant }
  /** Readers discuss it. */
  | { is: 'points'; n: number }
  | { is: 'paywall' };

/** Why a person should look twice before printing it. */
export type Flag =
  /** A word of it that is wrong may harm somebody: minors, a court case, an accusation. */
  | 'sensitive'
  /** No text was read. */
  | 'unread'
  /** Its date is doubtful. */
  | 'date'
  /** A number, a version or a withdrawal changed after it was first seen. */
  | 'changed'
  /** Known only from places that discuss it. */
  | 'hearsay';

/** One line of the list. */
export interface StoryRow {
  story: number;
  section: Section;
  /** 1 is best; null when it is no candidate of the newest night. */
  rank: number | null;
  score: number | null;
  /** Why it stands below the line; null above it. */
  below: string | null;
  title: string;
  lang: Lang;
  /** Names, the first to tell it first. */
  outlets: readonly string[];
  published: Instant;
  badges: readonly Badge[];
  flags: readonly Flag[];
  /** Where it stands in the open issue; null when it does not. */
  slot: { section: string; place: number } | null;
  notes: number;
  votes: number;
}

/** A row of the decision log, as far as a list needs it. */
export interface DecisionEntry {
  id: number;
  /** The id of the deed that it came from, or "#ID" when it was taken by command: what an undo names. */
  key: string;
  action: DecisionAction;
  story: number;
  /** For undo: the key of what it takes back. */
  undoes: string | null;
  /** For merge and move: where to. */
  target: number | null;
  /** For split and move: the report. */
  item: number | null;
  editor: string;
  at: Instant;
}

/** GET /candidates */
export interface CandidateList {
  night: Night | null;
  issue: number | null;
  rows: readonly StoryRow[];
  /** What stands decided on these stories, oldest first. */
  log: readonly DecisionEntry[];
}

/** GET /decisions: what came after one; where stories stand in the issue now, and which are talked about. */
export interface DecisionNews {
  entries: readonly DecisionEntry[];
  talk: readonly { story: number; notes: number; votes: number }[];
  slots: readonly { story: number; section: string; place: number }[];
}

/** POST /decisions; `id` and `at` come with every deed. */
export type DecisionDeed = { id: string; at: Instant; why?: string | undefined } & (
  | { action: 'keep' | 'hold' | 'spike'; story: number; night?: Night | undefined }
  | { action: 'merge'; story: number; target: number }
  | { action: 'split'; story: number; item: number }
  | { action: 'undo'; undoes: string }
);

/** One report of a story. */
export interface Report {
  item: number;
  title: string;
  outlet: string;
  /** http or https; null when the source gave another. */
  url: string | null;
  authors: readonly string[];
  published: Instant;
  lang: Lang;
  /** Plain paragraphs; empty when no text was read, with the reason. */
  paragraphs: readonly string[];
  /** What the feed said, when there is no text. */
  summary: string;
  /** Why there is no text, or less than the page had. */
  missing: Words | null;
  paywalled: boolean;
  /** Never loaded by itself. */
  image: string | null;
  discussions: readonly { url: string; points: number | null }[];
  /** Why it was put into this story. */
  joined: readonly Words[];
}

/** What arXiv says of a paper. */
export interface PaperFacts {
  id: string;
  version: number | null;
  announce: Words | null;
  categories: readonly string[];
  authors: readonly string[];
  abstract: string;
  comment: string | null;
  license: string | null;
  links: readonly { to: 'abs' | 'pdf' | 'html' | 'code' | 'doi'; url: string }[];
}

export interface StoryText {
  field: string;
  lang: IssueLang;
  value: string;
  state: TextState;
  /** The version, which an edit names as what it was made on. */
  version: number;
}

/** GET /stories/ID: everything that an editor decides by. */
export interface StoryPage {
  story: number;
  section: Section;
  lead: Report;
  others: readonly Report[];
  score: number | null;
  rank: number | null;
  below: Words | null;
  reasons: readonly (Pick<Reason, 'name' | 'weight'> & { value: Words })[];
  paper: PaperFacts | null;
  /** Where it stood in past issues, newest first. */
  before: readonly { issue: number; title: string; url: string | null; kind: string; why: Words }[];
  /** What changed in its reports since they were first seen, newest first. */
  changes: readonly ChangeView[];
  history: readonly (DecisionEntry & { why: string })[];
  notes: readonly { id: number; editor: string; at: Instant; text: string }[];
  voters: readonly string[];
  slot: { id: number; issue: number; section: string; place: number } | null;
  texts: readonly StoryText[];
}
