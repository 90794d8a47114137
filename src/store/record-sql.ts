import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

const bound = sql.placeholder;

/** The statements of a recording, built once for a database: building them anew costs five times their running. */
export function prepareRecording(db: Db) {
  const { item, itemKey, sighting, article, fetch } = schema;
  const thisSighting = and(eq(sighting.sourceId, bound('sourceId')), eq(sighting.entryId, bound('entryId')));
  const seen = {
    itemId: bound('itemId'),
    title: bound('title'),
    claimedPublished: bound('claimedPublished'),
    claimedUpdated: bound('claimedUpdated'),
    discussionUrl: bound('discussionUrl'),
    points: bound('points'),
    digest: bound('digest'),
  };
  return {
    shown: db
      .select({
        sourceId: sighting.sourceId,
        entryId: sighting.entryId,
        itemId: sighting.itemId,
        digest: sighting.digest,
        lastSeen: sighting.lastSeen,
      })
      .from(sighting)
      .where(and(eq(sighting.sourceId, bound('sourceId')), isNull(sighting.lastSeen)))
      .prepare(),
    sighting: db.select().from(sighting).where(thisSighting).prepare(),
    shownAgain: db.update(sighting).set({ lastSeen: null }).where(thisSighting).prepare(),
    fellOff: db
      .update(sighting)
      .set({ lastSeen: sql`${bound('lastSeen')}` })
      .where(thisSighting)
      .prepare(),
    byId: db
      .select()
      .from(item)
      .where(eq(item.id, bound('id')))
      .prepare(),
    byKeys: db
      .select({ key: itemKey.key, itemId: itemKey.itemId })
      .from(itemKey)
      .where(sql`${itemKey.key} in (select value from json_each(${bound('keys')}))`)
      .prepare(),
    keysOf: db
      .select({ key: itemKey.key })
      .from(itemKey)
      .where(eq(itemKey.itemId, bound('itemId')))
      .prepare(),
    sourcesOf: db
      .selectDistinct({ sourceId: sighting.sourceId })
      .from(sighting)
      .where(eq(sighting.itemId, bound('itemId')))
      .prepare(),
    addKey: db
      .insert(itemKey)
      .values({ key: bound('key'), itemId: bound('itemId') })
      .onConflictDoNothing()
      .prepare(),
    addItem: db
      .insert(item)
      .values({
        url: bound('url'),
        canonicalUrl: bound('canonicalUrl'),
        title: bound('title'),
        authors: bound('authors'),
        published: bound('published'),
        firstSeen: bound('firstSeen'),
        updated: bound('updated'),
        language: bound('language'),
        section: bound('section'),
        outlet: bound('outlet'),
        summary: bound('summary'),
        image: bound('image'),
        arxivId: bound('arxivId'),
        arxiv: bound('arxiv'),
        toldBy: bound('sourceId'),
        onlyDiscussed: bound('onlyDiscussed'),
      })
      .prepare(),
    see: db
      .insert(sighting)
      .values({ ...seen, sourceId: bound('sourceId'), entryId: bound('entryId'), firstSeen: bound('firstSeen') })
      .onConflictDoUpdate({
        target: [sighting.sourceId, sighting.entryId],
        set: {
          lastSeen: null,
          itemId: sql`excluded.item_id`,
          title: sql`excluded.title`,
          claimedPublished: sql`excluded.claimed_published`,
          claimedUpdated: sql`excluded.claimed_updated`,
          points: sql`excluded.points`,
          digest: sql`excluded.digest`,
        },
      })
      .prepare(),
    addArticle: db
      .insert(article)
      .values({ itemId: bound('itemId'), origin: 'feed', text: bound('text'), fetchedAt: bound('fetchedAt') })
      .onConflictDoNothing()
      .prepare(),
    addLedger: db
      .insert(fetch)
      .values({
        runId: bound('runId'),
        night: bound('night'),
        sourceId: bound('sourceId'),
        askedAt: bound('askedAt'),
        outcome: bound('outcome'),
        status: bound('status'),
        ms: bound('ms'),
        bytes: bound('bytes'),
        cached: bound('cached'),
        attempts: bound('attempts'),
        expected: bound('expected'),
        got: bound('got'),
        new: bound('new'),
        updated: bound('updated'),
        odd: bound('odd'),
        diagnosis: bound('diagnosis'),
      })
      .prepare(),
  };
}
