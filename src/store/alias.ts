import { and, eq, isNull } from 'drizzle-orm';
import type { ItemRow } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

/** The item that stands for an id today: itself, or what it turned out to be. */
export function standingItem(db: Db, id: number): ItemRow | undefined {
  const row = db.select().from(schema.item).where(eq(schema.item.id, id)).get();
  return row === undefined || row.aliasOf === null ? row : standingItem(db, row.aliasOf);
}

/**
 * Makes one stored item the alias of another; its sightings and, where the other has none, its story go over. What was
 * only discussed so far takes its facts from the report. Runs inside the caller's transaction.
 */
export function makeAlias(db: Db, younger: number, older: number): void {
  if (younger === older) return;
  const { item, sighting } = schema;
  const [from, to] = [standingItem(db, younger), standingItem(db, older)];
  if (from === undefined || to === undefined || from.id === to.id) return;
  db.update(item).set({ aliasOf: to.id }).where(eq(item.id, from.id)).run();
  db.update(sighting).set({ itemId: to.id }).where(eq(sighting.itemId, from.id)).run();
  if (to.onlyDiscussed && !from.onlyDiscussed) db.update(item).set(factsOf(from)).where(eq(item.id, to.id)).run();
  const { story, joinReasons } = from;
  if (story !== null)
    db.update(item)
      .set({ story, joinReasons })
      .where(and(eq(item.id, to.id), isNull(item.story)))
      .run();
}

function factsOf(item: ItemRow): Partial<ItemRow> {
  const { url, canonicalUrl, title, authors, published, language, outlet, summary, image, toldBy } = item;
  return {
    url,
    canonicalUrl,
    title,
    authors,
    published,
    language,
    outlet,
    summary,
    image,
    toldBy,
    onlyDiscussed: false,
  };
}
