import { and, asc, eq, gt, gte, isNotNull, isNull, or } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { ItemRow } from './curation.ts';
import { inJson } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

export interface ListedItem extends ItemRow {
  /** Ids of the sources that showed it, in order of first sighting. */
  sources: readonly string[];
}

export interface ItemFilter {
  /** First seen at or after. */
  since?: Instant | undefined;
  /** Shown by this source. */
  source?: string | undefined;
  /** Page on: items with a higher id. */
  after?: number | undefined;
  limit?: number | undefined;
}

export type Change = typeof schema.change.$inferSelect;

/** Pages of the item list are read in steps of this many rows. */
const PAGE = 500;

/** Reads stored items. */
export class Items {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Items in order of arrival, a page at a time, so that a list of any length takes little memory. */
  async *list(filter: ItemFilter = {}): AsyncGenerator<ListedItem> {
    let after = filter.after ?? 0;
    let left = filter.limit ?? Number.POSITIVE_INFINITY;
    while (left > 0) {
      const page = this.#page({ ...filter, after }, Math.min(PAGE, left));
      yield* page;
      left -= page.length;
      after = page.at(-1)?.id ?? after;
      if (page.length < PAGE) return;
    }
  }

  /** Items in the order of their ids in `ids`; those that are gone are left out. */
  async byIds(ids: readonly number[]): Promise<ListedItem[]> {
    const rows = this.#db.select().from(schema.item).where(inJson(schema.item.id, ids)).all();
    const listed = new Map(this.#withSources(rows).map((item) => [item.id, item]));
    return ids.flatMap((id) => listed.get(id) ?? []);
  }

  /** What changed in an item since it was first seen, oldest first. */
  async changes(id: number): Promise<Change[]> {
    return this.#db
      .select()
      .from(schema.change)
      .where(eq(schema.change.itemId, id))
      .orderBy(asc(schema.change.id))
      .all();
  }

  /** How many pages have been asked for since a moment, also those that gave nothing. */
  async pagesReadSince(since: Instant): Promise<number> {
    const { article } = schema;
    const asked = and(gte(article.fetchedAt, since), or(isNotNull(article.status), isNotNull(article.reason)));
    return this.#db.$count(article, asked);
  }

  #page({ since, source, after = 0 }: ItemFilter, limit: number): ListedItem[] {
    const { item, sighting } = schema;
    const shownBy = this.#db
      .select({ id: sighting.itemId })
      .from(sighting)
      .where(eq(sighting.sourceId, source ?? ''));
    const rows = this.#db
      .select()
      .from(item)
      .where(
        and(
          gt(item.id, after),
          isNull(item.aliasOf),
          since === undefined ? undefined : gte(item.firstSeen, since),
          source === undefined
            ? undefined
            : inJson(
                item.id,
                shownBy.all().map((row) => row.id),
              ),
        ),
      )
      .orderBy(asc(item.id))
      .limit(limit)
      .all();
    return this.#withSources(rows);
  }

  #withSources(rows: readonly ItemRow[]): ListedItem[] {
    const sources = this.#sourcesOf(rows.map((row) => row.id));
    return rows.map((row) => ({ ...row, sources: sources.get(row.id) ?? [] }));
  }

  #sourcesOf(ids: readonly number[]): Map<number, string[]> {
    const rows = this.#db
      .select({ itemId: schema.sighting.itemId, sourceId: schema.sighting.sourceId })
      .from(schema.sighting)
      .where(inJson(schema.sighting.itemId, ids))
      .orderBy(asc(schema.sighting.firstSeen), asc(schema.sighting.sourceId))
      .all();
    const sources = new Map<number, Set<string>>();
    for (const { itemId, sourceId } of rows) sources.set(itemId, (sources.get(itemId) ?? new Set()).add(sourceId));
    return new Map([...sources].map(([id, names]) => [id, [...names]]));
  }
}
