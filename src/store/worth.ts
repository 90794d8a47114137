import type Database from 'better-sqlite3';
import type { Night } from '../model.ts';
import type { Db } from './open.ts';

/** What a source brought over some nights. */
export interface SourceRecord {
  source: string;
  /** New items a night, for the nights on which it answered. */
  nights: ReadonlyMap<Night, number>;
  /** Stories it told that stood above the line, and those of them that were kept or printed. */
  offered: number;
  kept: number;
}

/** Stories that editors kept, or that stand or stood in an issue that was sent. */
export const PICKED = `
  select d.story from decision d where d.action = 'keep'
    and not exists (select 1 from decision u where u.undoes = d.id)
    and not exists (select 1 from decision later where later.story = d.story and later.id > d.id
      and later.action in ('hold', 'spike') and not exists (select 1 from decision u where u.undoes = later.id))
  union select slot.story from slot join issue on issue.number = slot.issue
    where slot.removed_at is null and issue.closed_at is not null
  union select story from printed where story is not null`;

/** What sources are worth: what they brought, and what the team made of it. */
export class Worth {
  readonly #nights: Database.Statement;
  readonly #newest: Database.Statement;
  readonly #picks: Database.Statement;
  constructor(db: Db) {
    this.#newest = db.$client.prepare('select distinct night from fetch order by night desc limit ?').pluck();
    this.#nights = db.$client.prepare(`
      select source_id as source, night, sum(new) as count from fetch
      where night >= ? and outcome not in ('failed', 'blocked', 'gone', 'skipped') group by source_id, night`);
    // Each story once, from there to its reports: left to itself, SQLite reads every sighting there ever was.
    this.#picks = db.$client.prepare(`
      select source_id as source, count(*) as offered, coalesce(sum(story in (${PICKED})), 0) as kept
      from (
        select distinct offered.story, sighting.source_id
        from (select distinct story from candidate where below is null and night >= ?) as offered
        cross join item on item.story = offered.story and item.alias_of is null
        cross join sighting on sighting.item_id = item.id
      ) group by source_id`);
  }

  /** The newest nights that asked anything, oldest first. */
  async nights(limit: number): Promise<Night[]> {
    return (this.#newest.all(limit) as Night[]).toReversed();
  }

  /** The record of every source since a night. */
  async since(night: Night): Promise<Map<string, SourceRecord>> {
    const counts = this.#nights.all(night) as { source: string; night: Night; count: number }[];
    const picks = this.#picks.all(night) as { source: string; offered: number; kept: number }[];
    const records = new Map<string, SourceRecord & { nights: Map<Night, number> }>();
    const recordOf = (source: string): SourceRecord & { nights: Map<Night, number> } => {
      const record = records.get(source) ?? { source, nights: new Map<Night, number>(), offered: 0, kept: 0 };
      records.set(source, record);
      return record;
    };
    for (const { source, night, count } of counts) recordOf(source).nights.set(night, count);
    for (const { source, offered, kept } of picks) Object.assign(recordOf(source), { offered, kept });
    return records;
  }
}
