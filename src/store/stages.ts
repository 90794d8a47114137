import type Database from 'better-sqlite3';
import type { Instant, Night } from '../model.ts';
import type { Db } from './open.ts';

/** A night in figures: how many of what it read came how far. */
export interface NightFigures {
  night: Night;
  startedAt: Instant;
  /** null while it runs. */
  endedAt: Instant | null;
  verdict: string | null;
  /** The last stage that finished. */
  stage: string | null;
  runs: number;
  asked: number;
  fine: number;
  /** Entries that sources showed, items that were new, stories that were ranked, stories above the line. */
  read: number;
  fresh: number;
  ranked: number;
  shortlisted: number;
}

/** The nights as the desk lists them. */
export class Stages {
  readonly #list: Database.Statement;
  constructor(db: Db) {
    // The ledger is read twice in all, not for every night and figure.
    this.#list = db.$client.prepare(`
      with newest as (select night, min(started_at) as startedAt, max(id) as last, count(*) as runs
        from run group by night order by night desc limit ?),
      answer as materialized (
        select night, sum(outcome <> 'skipped') as asked, sum(outcome in ('new', 'same', 'empty', 'moved')) as fine,
          sum(got) as read
        from fetch where id in (
          select max(id) from fetch where night in (select night from newest) group by night, source_id)
        group by night),
      stored as materialized (
        select night, sum(new) as fresh from fetch where night in (select night from newest) group by night)
      select newest.night, newest.startedAt, run.ended_at as endedAt, run.verdict, run.stage, newest.runs,
        coalesce(answer.asked, 0) as asked, coalesce(answer.fine, 0) as fine, coalesce(answer.read, 0) as read,
        coalesce(stored.fresh, 0) as fresh,
        (select count(*) from candidate where night = newest.night) as ranked,
        (select count(*) from candidate where night = newest.night and below is null) as shortlisted
      from newest join run on run.id = newest.last
        left join answer on answer.night = newest.night left join stored on stored.night = newest.night
      order by newest.night desc`);
  }

  /** The newest nights, newest first. */
  async list(limit: number): Promise<NightFigures[]> {
    return this.#list.all(limit) as NightFigures[];
  }
}
