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
    this.#list = db.$client.prepare(`
      with newest as (select night, min(started_at) as startedAt, max(id) as last, count(*) as runs
        from run group by night order by night desc limit ?),
      answer as (select max(id) as id from fetch where night in (select night from newest) group by night, source_id)
      select newest.night, newest.startedAt, run.ended_at as endedAt, run.verdict, run.stage, newest.runs,
        (select count(*) from fetch where id in answer and night = newest.night and outcome <> 'skipped') as asked,
        (select count(*) from fetch where id in answer and night = newest.night
          and outcome in ('new', 'same', 'empty', 'moved')) as fine,
        (select coalesce(sum(got), 0) from fetch where id in answer and night = newest.night) as read,
        (select coalesce(sum(new), 0) from fetch where night = newest.night) as fresh,
        (select count(*) from candidate where night = newest.night) as ranked,
        (select count(*) from candidate where night = newest.night and below is null) as shortlisted
      from newest join run on run.id = newest.last order by newest.night desc`);
  }

  /** The newest nights, newest first. */
  async list(limit: number): Promise<NightFigures[]> {
    return this.#list.all(limit) as NightFigures[];
  }
}
