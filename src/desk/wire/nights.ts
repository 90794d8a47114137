import type { Instant, Night, Outcome } from '../../model.ts';
import type { Words } from './words.ts';

/** One night in the column of nights. */
export interface NightRow {
  night: Night;
  startedAt: Instant;
  endedAt: Instant | null;
  running: boolean;
  verdict: Words;
  /** The last stage that finished. */
  stage: string | null;
  runs: number;
  asked: number;
  fine: number;
  read: number;
  fresh: number;
  ranked: number;
  shortlisted: number;
}

/** GET /nights, newest first. */
export interface NightList {
  nights: readonly NightRow[];
}

/** POST /nights/run: a night was begun, one was under way already, or why none began. */
export type NightStart = { is: 'begun' | 'busy' } | { is: 'failed'; why: Words };

/** What one source answered on a night. */
export interface AnswerRow {
  source: string;
  title: string;
  outcome: Outcome;
  status: number | null;
  ms: number;
  bytes: number;
  expected: number | null;
  got: number;
  fresh: number;
  updated: number;
  odd: number;
  diagnosis: Words;
}

/** GET /nights/NIGHT: the ledger of a night, odd answers first. */
export interface NightPage {
  night: Night;
  answers: readonly AnswerRow[];
}
