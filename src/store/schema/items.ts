import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ArxivFacts, Article, Lang, PublishingHints, Reason, Section } from '../../model.ts';

/** What Nightdesk knows of a source beyond feeds.yaml: validators, health, and what it was called when last asked. */
export const source = sqliteTable('source', {
  id: text().primaryKey(),
  url: text().notNull(),
  title: text().notNull(),
  outlet: text().notNull(),
  etag: text(),
  lastModified: text(),
  /** Validators are dropped some days after this, so that a server that lies cannot silence a source for ever. */
  validatorsSince: integer(),
  /** Hash of the last body read whole. */
  bodyHash: text(),
  hints: text({ mode: 'json' }).$type<PublishingHints>(),
  /** The newest batch of an arXiv listing, when it was first seen, and until when no batch is missing (see collect/arxiv/). */
  batch: text({ mode: 'json' }).$type<{
    mark: { ids: string; highest: string; entries: number };
    seenAt: number;
    wholeUntil?: number;
  }>(),
  /** When the source last answered (200 or 304): the last sighting of everything that it still shows. */
  answeredAt: integer(),
  /** When it last brought an item that was new. */
  newAt: integer(),
  /** Not to be asked before this moment. */
  dueAt: integer(),
  failures: integer().notNull().default(0),
  /** Set by 410 Gone: the reason, shown; an editor switches it on again. */
  disabledReason: text(),
  /** Where a permanent redirect led, and the nights on which it did. */
  movedTo: text(),
  movedNights: text({ mode: 'json' }).$type<string[]>(),
});

export const item = sqliteTable(
  'item',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    url: text().notNull(),
    canonicalUrl: text().notNull(),
    title: text().notNull(),
    authors: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
    published: integer().notNull(),
    firstSeen: integer().notNull(),
    updated: integer(),
    language: text().$type<Lang>().notNull(),
    section: text().$type<Section>().notNull(),
    outlet: text().notNull(),
    summary: text().notNull(),
    image: text(),
    arxivId: text(),
    arxiv: text({ mode: 'json' }).$type<ArxivFacts>(),
    /** The source in whose words the item stands; other sources only add sightings. */
    toldBy: text().notNull(),
    /** Known only from places that discuss it: the first sighting by an outlet fills in its facts. */
    onlyDiscussed: integer({ mode: 'boolean' }).notNull().default(false),
    /** The item this one turned out to be; its own facts stay for the record. */
    aliasOf: integer(),
    /** Id of the founding item of its story; null until a night has grouped it. */
    story: integer(),
    joinReasons: text({ mode: 'json' }).$type<readonly Reason[]>(),
  },
  (table) => [
    index('item_story')
      .on(table.story)
      .where(sql`story is not null`),
    index('item_ungrouped')
      .on(table.id)
      .where(sql`story is null`),
    index('item_first_seen').on(table.firstSeen),
  ],
);

/** What an item can be found by: its addresses, its paper, its title on its day (see dedupe/keys.ts). */
export const itemKey = sqliteTable(
  'item_key',
  {
    key: text().notNull(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
  },
  (table) => [primaryKey({ columns: [table.key, table.itemId] }), index('item_key_item').on(table.itemId)],
);

/** One source showing one item. */
export const sighting = sqliteTable(
  'sighting',
  {
    sourceId: text().notNull(),
    entryId: text().notNull(),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    firstSeen: integer().notNull(),
    /** null while the source still shows it: its last sighting is then the source's last answer. */
    lastSeen: integer(),
    title: text().notNull(),
    claimedPublished: integer(),
    claimedUpdated: integer(),
    discussionUrl: text(),
    points: integer(),
    /** Why it was taken for this item: "same address", "not seen before". */
    why: text().notNull(),
    /** Hash of what the entry said, its dates aside: no item is made anew of an entry that says nothing new. */
    digest: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.sourceId, table.entryId] }), index('sighting_item').on(table.itemId)],
);

export const CHANGED_FIELDS = [
  'title',
  'published',
  'updated',
  'version',
  'withdrawn',
  'gone',
  'numbers',
  'corrected',
  'development',
  'forgotten',
] as const;
export type ChangedField = (typeof CHANGED_FIELDS)[number];

/** What changed in an item after it was first seen: the older value is kept. */
export const change = sqliteTable(
  'change',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    itemId: integer()
      .notNull()
      .references(() => item.id),
    sourceId: text(),
    at: integer().notNull(),
    field: text().$type<ChangedField>().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [index('change_item').on(table.itemId)],
);

/** The text of the article behind an item: from the feed when it gave it whole, or from the page. */
export const article = sqliteTable(
  'article',
  {
    itemId: integer()
      .primaryKey()
      .references(() => item.id),
    origin: text().$type<'feed' | 'page'>().notNull(),
    text: text().notNull(),
    fetchedAt: integer().notNull(),
    /** null: not asked for yet, or, where there is a reason, in vain so far. */
    status: integer(),
    etag: text(),
    lastModified: text(),
    /** Title, authors, dates, image, flags as read from the page, each with where it came from. */
    facts: text({ mode: 'json' }).$type<Omit<Article, 'text' | 'reason'>>(),
    /** Why there is no text, or less than the page had. */
    reason: text(),
  },
  // A list asks of ten thousand articles whether there is a text: told without reading any.
  (table) => [
    index('article_with_text')
      .on(table.itemId)
      .where(sql`text <> ''`),
    index('article_paywalled')
      .on(table.itemId)
      .where(sql`json_extract(facts, '$.paywalled')`),
  ],
);
