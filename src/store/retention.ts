import { and, inArray, isNull, lt, notInArray, or, sql } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

/** Ages in days after which facts are let go. Decisions, slots, printed texts and what they rest on stay for ever. */
export interface Retention {
  /** Full texts of articles: working material. */
  texts: number;
  /** Rows of the ledger. */
  ledger: number;
  /** Items that nobody picked. */
  items: number;
}

export interface Pruned {
  texts: number;
  ledger: number;
  items: number;
}

const DAY = 86_400_000;

/** What may be let go now, without doing it or (with `apply`) doing it in one transaction. */
export async function prune(db: Db, retention: Retention, now: Instant, apply: boolean): Promise<Pruned> {
  return write(db, () => {
    const { item, article, fetch } = schema;
    const kept = keptItems(db);
    const oldTexts = and(lt(article.fetchedAt, now - retention.texts * DAY), notInArray(article.itemId, kept));
    const oldRows = lt(fetch.askedAt, now - retention.ledger * DAY);
    const oldItems = db
      .select({ id: item.id })
      .from(item)
      .where(and(lt(item.firstSeen, now - retention.items * DAY), notInArray(item.id, kept), notShown(db)))
      .all()
      .map(({ id }) => id);
    const pruned = {
      texts: db.select({ id: article.itemId }).from(article).where(oldTexts).all().length,
      ledger: db.select({ id: fetch.id }).from(fetch).where(oldRows).all().length,
      items: oldItems.length,
    };
    if (!apply) return pruned;
    db.delete(article).where(oldTexts).run();
    db.delete(fetch).where(oldRows).run();
    for (let from = 0; from < oldItems.length; from += 500) removeItems(db, oldItems.slice(from, from + 500));
    return pruned;
  });
}

/**
 * Bytes that letting go of rows makes free for new ones, from what the rows of each table take on average, indexes
 * included (SQLite's dbstat). It reads the whole file: for a person who asks, not for every night.
 */
export function savedBy(db: Db, pruned: Pruned): number {
  const bytesOf = db.$client
    .prepare<[string], number>(
      `select sum(pgsize) from dbstat where name in (select name from sqlite_master where tbl_name = ?)`,
    )
    .pluck();
  const rowsOf = (table: string): number =>
    Number(db.$client.prepare(`select count(*) from ${table}`).pluck().get()) || 1;
  const each = (table: string, per = table): number => (bytesOf.get(table) ?? 0) / rowsOf(per);
  const item = each('item') + each('item_key', 'item') + each('sighting', 'item');
  return Math.round(pruned.texts * each('article') + pruned.ledger * each('fetch') + pruned.items * item);
}

/** Items of stories that somebody decided about, that stand or stood in an issue, or that were printed. */
function keptItems(db: Db) {
  const { item, decision, slot, piece, printed } = schema;
  const stories = sql`select ${decision.story} from ${decision} union select ${slot.story} from ${slot} where ${slot.story} is not null union select ${piece.facts} ->> '$.story' from ${piece} where ${piece.kind} = 'feature' and ${piece.facts} ->> '$.story' is not null union select ${printed.story} from ${printed} where ${printed.story} is not null`;
  return db
    .select({ id: item.id })
    .from(item)
    .where(or(sql`${item.story} in (${stories})`, sql`${item.id} in (${stories})`));
}

/** An entry that its source still shows would come back as new the next night. */
function notShown(db: Db) {
  const { item, sighting } = schema;
  const shown = db.select({ id: sighting.itemId }).from(sighting).where(isNull(sighting.lastSeen));
  return notInArray(item.id, shown);
}

function removeItems(db: Db, ids: readonly number[]): void {
  const list = [...ids];
  for (const table of [schema.article, schema.change, schema.sighting, schema.itemKey])
    db.delete(table).where(inArray(table.itemId, list)).run();
  db.delete(schema.item).where(inArray(schema.item.id, list)).run();
  db.delete(schema.candidate).where(inArray(schema.candidate.story, list)).run();
  db.delete(schema.memory).where(inArray(schema.memory.story, list)).run();
}

/** Bytes of the file, and how many items it holds: what a forecast of its size rests on. */
export function size(db: Db): { bytes: number; items: number; firstSeen: Instant | null } {
  const pages = Number(db.$client.pragma('page_count', { simple: true }));
  const bytes = pages * Number(db.$client.pragma('page_size', { simple: true }));
  const row = db
    .select({ items: sql<number>`count(*)`, firstSeen: sql<number | null>`min(${schema.item.firstSeen})` })
    .from(schema.item)
    .get();
  return { bytes, items: row?.items ?? 0, firstSeen: row?.firstSeen ?? null };
}
