import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Reason, Section } from '../../model.ts';

/** Tonight's shortlist and what stands below the line, kept for every night. */
export const candidate = sqliteTable(
  'candidate',
  {
    night: text().notNull(),
    story: integer().notNull(),
    section: text().$type<Section>().notNull(),
    rank: integer().notNull(),
    score: real().notNull(),
    reasons: text({ mode: 'json' }).$type<readonly Reason[]>().notNull(),
    /** How little the ranker knew of its like, 0 to 1. */
    newness: real().notNull().default(0),
    /** Why it stands below the line; null for the shortlist. */
    below: text(),
  },
  (table) => [
    primaryKey({ columns: [table.night, table.section, table.story] }),
    // Where a story stood over the nights, without reading the reasons of any.
    index('candidate_story').on(table.story, table.night, table.below),
    index('candidate_above')
      .on(table.night)
      .where(sql`below is null`),
  ],
);

export const MEMORY_KINDS = ['link', 'paper', 'story', 'update'] as const;
/** How a story stands to a past issue: the same address, the same paper, the same story, or what came of it later. */
export type MemoryKind = (typeof MEMORY_KINDS)[number];

/** Where stories of the last nights stood in past issues; every night, and every import, makes it anew. */
export const memory = sqliteTable(
  'memory',
  {
    story: integer().notNull(),
    issue: integer().notNull(),
    kind: text().$type<MemoryKind>().notNull(),
    /** When that issue was sent. */
    date: integer().notNull(),
    /** As that issue printed it. */
    title: text().notNull(),
    url: text().notNull(),
    /** What both have in common, in words and figures. */
    why: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.story, table.issue] })],
);

/** Learned state (word statistics, rankers) as versioned rows. */
export const model = sqliteTable(
  'model',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    name: text().notNull(),
    at: integer().notNull(),
    data: text().notNull(),
  },
  (table) => [index('model_name').on(table.name, table.id)],
);
