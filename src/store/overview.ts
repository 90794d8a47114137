import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { inJson, type ItemRow } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

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

/** Changes that make an item worth another look; a corrected date or title is shown with the item itself. */
const WEIGHTY = ['version', 'withdrawn', 'numbers'] as const;

/** Reads for lists: many rows, few columns. */
export class Overview {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** The items of stories, in order of arrival. */
  async itemsOf(stories: readonly number[]): Promise<BriefItem[]> {
    const { item, article, change } = schema;
    const { id, story, title, outlet, language, section, published, firstSeen, onlyDiscussed, arxivId } = item;
    const paywalled = sql<number>`coalesce(json_extract(${article.facts}, '$.paywalled'), 0)`;
    const hasText = sql<number>`coalesce(${article.text}, '') <> ''`;
    const rows = this.#db
      .select({
        id,
        story,
        title,
        outlet,
        language,
        section,
        published,
        firstSeen,
        onlyDiscussed,
        arxivId,
        paywalled,
        hasText,
      })
      .from(item)
      .leftJoin(article, eq(article.itemId, id))
      .where(and(inJson(story, stories), isNull(item.aliasOf)))
      .orderBy(asc(id))
      .all();
    const ids = rows.map((row) => row.id);
    const changed = this.#db
      .selectDistinct({ itemId: change.itemId })
      .from(change)
      .where(and(inJson(change.itemId, ids), inJson(change.field, WEIGHTY)))
      .all();
    const changedIds = new Set(changed.map(({ itemId }) => itemId));
    const sightings = this.#sightingsOf(ids);
    return rows.map((row) => ({
      ...row,
      paywalled: row.paywalled === 1,
      hasText: row.hasText === 1,
      changed: changedIds.has(row.id),
      sightings: sightings.get(row.id) ?? [],
    }));
  }

  /** Which of these items stand behind a paywall. */
  async paywalled(items: readonly number[]): Promise<Set<number>> {
    const { itemId, facts } = schema.article;
    const rows = this.#db.select({ itemId, facts }).from(schema.article).where(inJson(itemId, items)).all();
    return new Set(rows.flatMap((row) => (row.facts?.paywalled === true ? [row.itemId] : [])));
  }

  #sightingsOf(ids: readonly number[]): Map<number, BriefItem['sightings'][number][]> {
    const { itemId, sourceId, points } = schema.sighting;
    const rows = this.#db
      .select({ itemId, sourceId, points })
      .from(schema.sighting)
      .where(inJson(itemId, ids))
      .orderBy(asc(itemId))
      .all();
    const byItem = new Map<number, BriefItem['sightings'][number][]>();
    for (const { itemId: id, ...sighting } of rows) {
      const list = byItem.get(id);
      if (list === undefined) byItem.set(id, [sighting]);
      else list.push(sighting);
    }
    return byItem;
  }
}
