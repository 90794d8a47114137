import type Database from 'better-sqlite3';
import type { Instant, Night } from '../model.ts';
import type { Db } from './open.ts';
import { PICKED } from './worth.ts';

/** A story that stood above the line. */
export interface OfferedStory {
  story: number;
  /** The first night that offered it. */
  night: Night;
  title: string;
  summary: string;
  kept: boolean;
}

/** How many stories that stood above the line an outlet told, and how many of those were picked. */
export interface OutletShare {
  name: string;
  offered: number;
  kept: number;
}

/** A story that other newsletters told. */
export interface ToldElsewhere {
  story: number;
  title: string;
  /** Ids of the sources, the first to tell it first. */
  sources: readonly string[];
  at: Instant;
  picked: boolean;
  /** The newest of keep, hold and spike that stands; null for none. */
  decision: 'keep' | 'hold' | 'spike' | null;
  /** Where it stood on the newest night that ranked it. */
  rank: number | null;
  below: string | null;
}

/** The decision on a story that stands: the newest of keep, hold and spike that nothing undoes. */
const standing = (story: string): string => `
  (select d.action from decision d where d.story = ${story} and d.action in ('keep', 'hold', 'spike')
    and not exists (select 1 from decision u where u.undoes = d.id) order by d.id desc limit 1)`;

/** Stories that stood above the line since a night, with the first night that offered them. */
const OFFERED = `(select story, min(night) as night from candidate where below is null and night >= ? group by story)`;

/** What pictures of the team's work are drawn from. Nothing here writes. */
export class Insights {
  readonly #offered: Database.Statement;
  readonly #shares: Database.Statement;
  readonly #issues: Database.Statement;
  readonly #elsewhere: Database.Statement;
  constructor(db: Db) {
    const prepare = (sql: string): Database.Statement => db.$client.prepare(sql);
    this.#offered = prepare(`
      select first.story, first.night, lead.title, lead.summary, first.story in (${PICKED}) as kept
      from ${OFFERED} as first join item lead on lead.id = first.story order by first.night, first.story`);
    this.#shares = prepare(`
      select name, count(*) as offered, sum(story in (${PICKED})) as kept
      from (
        select distinct item.outlet as name, first.story
        from ${OFFERED} as first join item lead on lead.id = first.story join item on item.story = first.story
      ) group by name`);
    this.#issues = prepare(`
      select slot.issue as number, item.outlet as name, count(distinct slot.story) as stories
      from slot join item on item.id = slot.item
      where slot.removed_at is null and slot.issue in (select number from issue order by number desc limit ?)
      group by slot.issue, item.outlet order by slot.issue desc, stories desc, name`);
    this.#elsewhere = prepare(`
      with told as (
        select item.story, min(sighting.first_seen) as at, json_group_array(distinct sighting.source_id) as sources
        from sighting join item on item.id = sighting.item_id
        where sighting.source_id in (select value from json_each(?)) and sighting.first_seen >= ? and item.story is not null
        group by item.story)
      select told.*, item.title, told.story in (${PICKED}) as picked, ${standing('told.story')} as decision,
        (select rank from candidate where candidate.story = told.story order by night desc limit 1) as rank,
        (select below from candidate where candidate.story = told.story order by night desc limit 1) as below
      from told join item on item.id = told.story order by told.at desc, told.story desc limit 200`);
  }

  /** Stories above the line since a night, in the order in which they came there. */
  async offeredSince(night: Night): Promise<OfferedStory[]> {
    const rows = this.#offered.all(night) as (Omit<OfferedStory, 'kept'> & { kept: number })[];
    return rows.map((row) => ({ ...row, kept: row.kept === 1 }));
  }

  /** What each outlet told of them, in no order. */
  async outletsSince(night: Night): Promise<OutletShare[]> {
    return this.#shares.all(night) as OutletShare[];
  }

  /** Where the stories of the newest issues came from; the newest issue first, its commonest outlet first. */
  async outletsOfIssues(limit: number): Promise<{ number: number; name: string; stories: number }[]> {
    return this.#issues.all(limit) as { number: number; name: string; stories: number }[];
  }

  /** What these sources told since a moment, newest first. */
  async toldBy(sources: readonly string[], since: Instant): Promise<ToldElsewhere[]> {
    type Row = Omit<ToldElsewhere, 'picked' | 'sources'> & { picked: number; sources: string };
    const rows = this.#elsewhere.all(JSON.stringify(sources), since) as Row[];
    return rows.map((row) => ({ ...row, picked: row.picked === 1, sources: JSON.parse(row.sources) as string[] }));
  }
}
