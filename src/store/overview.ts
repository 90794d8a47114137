import type Database from 'better-sqlite3';
import type { ItemRow } from './curation.ts';
import type { Db } from './open.ts';

/** What a list shows of an item: no texts, so that ten thousand of them are read in a moment. */
export interface BriefItem extends Pick<
  ItemRow,
  'id' | 'story' | 'title' | 'outlet' | 'language' | 'section' | 'published' | 'firstSeen' | 'onlyDiscussed' | 'arxivId'
> {
  paywalled: boolean;
  /** Whether its article's text was read or came with the feed. */
  hasText: boolean;
  /** Whether it changed in what matters since it was first seen. */
  changed: boolean;
  sightings: readonly { sourceId: string; points: number | null }[];
}

type Columns = [
  id: number,
  story: number,
  title: string,
  outlet: string,
  language: BriefItem['language'],
  section: BriefItem['section'],
  published: number,
  firstSeen: number,
  onlyDiscussed: number,
  arxivId: string | null,
];

/**
 * Reads for lists: many rows, few columns, by statements of our own, since a builder's mapping takes longer than the
 * reading. Whether an article has a text is told by an index, because its row is the text.
 */
export class Overview {
  readonly #items: Database.Statement;
  readonly #sightings: Database.Statement;
  readonly #withText: Database.Statement;
  readonly #paywalled: Database.Statement;
  readonly #changed: Database.Statement;

  constructor(db: Db) {
    const prepare = (sql: string): Database.Statement => db.$client.prepare(sql);
    this.#items = prepare(`
      select id, story, title, outlet, language, section, published, first_seen, only_discussed, arxiv_id
      from item where story in (select value from json_each(?)) and alias_of is null order by id`).raw();
    const ofThese = 'item_id in (select value from json_each(?))';
    this.#sightings = prepare(`select item_id, source_id, points from sighting where ${ofThese}`).raw();
    const from = (index: string): string => `select item_id from article indexed by ${index} where ${ofThese}`;
    this.#withText = prepare(`${from('article_with_text')} and text <> ''`).pluck();
    this.#paywalled = prepare(`${from('article_paywalled')} and json_extract(facts, '$.paywalled')`).pluck();
    // A corrected date or title is shown with the item itself; these are worth another look.
    this.#changed = prepare(
      `select item_id from change where ${ofThese} and field in ('version', 'withdrawn', 'numbers')`,
    ).pluck();
  }

  /** The items of stories, in order of arrival. */
  async itemsOf(stories: readonly number[]): Promise<BriefItem[]> {
    const rows = this.#items.all(JSON.stringify(stories)) as Columns[];
    const ids = JSON.stringify(rows.map(([id]) => id));
    const these = (statement: Database.Statement): Set<unknown> => new Set(statement.all(ids));
    const [withText, paywalled, changed] = [these(this.#withText), these(this.#paywalled), these(this.#changed)];
    const sightings = this.#sightingsOf(ids);
    return rows.map(
      ([id, story, title, outlet, language, section, published, firstSeen, onlyDiscussed, arxivId]): BriefItem => ({
        id,
        story,
        title,
        outlet,
        language,
        section,
        published,
        firstSeen,
        onlyDiscussed: onlyDiscussed === 1,
        arxivId,
        paywalled: paywalled.has(id),
        hasText: withText.has(id),
        changed: changed.has(id),
        sightings: sightings.get(id) ?? [],
      }),
    );
  }

  /** Which of these items stand behind a paywall. */
  async paywalled(items: readonly number[]): Promise<Set<number>> {
    return new Set(this.#paywalled.all(JSON.stringify(items)) as number[]);
  }

  #sightingsOf(ids: string): Map<number, BriefItem['sightings'][number][]> {
    const byItem = new Map<number, BriefItem['sightings'][number][]>();
    for (const [item, sourceId, points] of this.#sightings.all(ids) as [number, string, number | null][]) {
      const list = byItem.get(item);
      if (list === undefined) byItem.set(item, [{ sourceId, points }]);
      else list.push({ sourceId, points });
    }
    return byItem;
  }
}
