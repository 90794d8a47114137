import { and, eq, getTableColumns, isNull, sql, type Placeholder, type SQL, type Table } from 'drizzle-orm';
import { compile } from './compile.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

const bound = sql.placeholder;

/** A value for every column but some, by its name. */
function everyColumn<T extends Table>(
  table: T,
  but: readonly string[] = [],
): Record<keyof T['_']['columns'], Placeholder> {
  const names = Object.keys(getTableColumns(table)).filter((name) => !but.includes(name));
  return Object.fromEntries(names.map((name) => [name, bound(name)])) as Record<keyof T['_']['columns'], Placeholder>;
}

/** Values by name for some columns, in an update. */
function given<T extends Table, Name extends keyof T['_']['columns'] & string>(
  table: T,
  names: readonly Name[],
): Record<Name, SQL> {
  const columns = getTableColumns(table);
  const values = names.map((name) => [name, sql`${sql.param(bound(name), columns[name])}`]);
  return Object.fromEntries(values) as Record<Name, SQL>;
}

/** On a conflict, every column takes the new value. Columns are named in snake case (see open.ts). */
function takenOver(table: Table): Record<string, SQL> {
  const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const names = Object.keys(getTableColumns(table));
  return Object.fromEntries(names.map((name) => [name, sql`excluded.${sql.identifier(snake(name))}`]));
}

export type Statements = ReturnType<typeof prepareRecording>;

/** The statements of a recording, built once for a database: building them anew costs five times their running. */
export function prepareRecording(db: Db) {
  const { source, item, change, itemKey, sighting, article, fetch } = schema;
  const thisSighting = and(eq(sighting.sourceId, bound('sourceId')), eq(sighting.entryId, bound('entryId')));
  const seen = {
    itemId: bound('itemId'),
    title: bound('title'),
    claimedPublished: bound('claimedPublished'),
    claimedUpdated: bound('claimedUpdated'),
    discussionUrl: bound('discussionUrl'),
    points: bound('points'),
    digest: bound('digest'),
    why: bound('why'),
  };
  const shownColumns = {
    entryId: sighting.entryId,
    itemId: sighting.itemId,
    digest: sighting.digest,
    lastSeen: sighting.lastSeen,
    claimedPublished: sighting.claimedPublished,
    claimedUpdated: sighting.claimedUpdated,
  };
  return {
    shown: db
      .select(shownColumns)
      .from(sighting)
      .where(and(eq(sighting.sourceId, bound('sourceId')), isNull(sighting.lastSeen)))
      .prepare(),
    /** Those of the given entries that were shown before and have fallen off since. */
    returned: db
      .select(shownColumns)
      .from(sighting)
      .where(
        and(
          eq(sighting.sourceId, bound('sourceId')),
          sql`${sighting.entryId} in (select value from json_each(${bound('entries')}))`,
        ),
      )
      .prepare(),
    shownAgain: compile(db, db.update(sighting).set({ lastSeen: null }).where(thisSighting)),
    fellOff: compile(
      db,
      db
        .update(sighting)
        .set({ lastSeen: sql`${bound('lastSeen')}` })
        .where(thisSighting),
    ),
    /** When a source answered last. */
    answered: db
      .select({ at: source.answeredAt })
      .from(source)
      .where(eq(source.id, bound('sourceId')))
      .prepare(),
    saveSource: compile(
      db,
      db
        .insert(source)
        .values(everyColumn(source))
        .onConflictDoUpdate({ target: source.id, set: takenOver(source) }),
    ),
    byId: db
      .select()
      .from(item)
      .where(eq(item.id, bound('id')))
      .prepare(),
    byIds: db
      .select()
      .from(item)
      .where(sql`${item.id} in (select value from json_each(${bound('ids')}))`)
      .prepare(),
    /** Those of the given items that stand in the words of a source, and what their dates matter for. */
    told: db
      .select({
        id: item.id,
        url: item.url,
        canonicalUrl: item.canonicalUrl,
        title: item.title,
        published: item.published,
        firstSeen: item.firstSeen,
        arxiv: item.arxiv,
      })
      .from(item)
      .where(
        and(
          sql`${item.id} in (select value from json_each(${bound('ids')}))`,
          eq(item.toldBy, bound('sourceId')),
          isNull(item.aliasOf),
        ),
      )
      .prepare(),
    redate: compile(
      db,
      db
        .update(item)
        .set(given(item, ['published', 'updated']))
        .where(eq(item.id, bound('id'))),
    ),
    redateSighting: compile(
      db,
      db
        .update(sighting)
        .set({ lastSeen: null, ...given(sighting, ['claimedPublished', 'claimedUpdated']) })
        .where(thisSighting),
    ),
    addChange: compile(db, db.insert(change).values(everyColumn(change, ['id']))),
    /** Names no column that is indexed or referred to: SQLite rewrites and checks those even when they stay as they are. */
    refresh: compile(
      db,
      db
        .update(item)
        .set(
          given(item, [
            'title',
            'authors',
            'summary',
            'language',
            'outlet',
            'image',
            'arxiv',
            'toldBy',
            'onlyDiscussed',
            'published',
            'updated',
          ]),
        )
        .where(eq(item.id, bound('id'))),
    ),
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
    addKey: compile(
      db,
      db
        .insert(itemKey)
        .values({ key: bound('key'), itemId: bound('itemId') })
        .onConflictDoNothing(),
    ),
    addItem: compile(
      db,
      db.insert(item).values({
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
      }),
    ),
    /** A sighting that stays with its item. */
    seeAgain: compile(
      db,
      db
        .update(sighting)
        .set({
          lastSeen: null,
          ...given(sighting, ['title', 'claimedPublished', 'claimedUpdated', 'points', 'digest', 'why']),
        })
        .where(and(thisSighting, eq(sighting.itemId, bound('itemId')))),
    ),
    see: compile(
      db,
      db
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
            why: sql`excluded.why`,
          },
        }),
    ),
    addArticle: compile(
      db,
      db
        .insert(article)
        .values({ itemId: bound('itemId'), origin: 'feed', text: bound('text'), fetchedAt: bound('fetchedAt') })
        .onConflictDoNothing(),
    ),
    addLedger: compile(
      db,
      db.insert(fetch).values({
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
      }),
    ),
  };
}
