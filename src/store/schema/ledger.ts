import { index, integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { IssueLang, Outcome } from '../../model.ts';

export const run = sqliteTable(
  'run',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    night: text().notNull(),
    kind: text().$type<'night' | 'late' | 'collect' | 'import'>().notNull(),
    startedAt: integer().notNull(),
    endedAt: integer(),
    /** The last stage that finished: a run that was killed is taken up behind it. */
    stage: text(),
    /** The stage that goes on, and how far it is; what is shown while it runs. */
    doing: text(),
    done: integer(),
    total: integer(),
    verdict: text(),
  },
  (table) => [index('run_night').on(table.night)],
);

/** The ledger: one source on one run. */
export const fetch = sqliteTable(
  'fetch',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    runId: integer()
      .notNull()
      .references(() => run.id),
    night: text().notNull(),
    sourceId: text().notNull(),
    askedAt: integer().notNull(),
    outcome: text().$type<Outcome>().notNull(),
    status: integer(),
    ms: integer().notNull(),
    bytes: integer().notNull(),
    cached: integer({ mode: 'boolean' }).notNull(),
    attempts: integer().notNull(),
    /** Items the source's own history lets expect; null while it has none. */
    expected: real(),
    got: integer().notNull(),
    new: integer().notNull(),
    updated: integer().notNull(),
    /** Entries that were mended or dropped. */
    odd: integer().notNull(),
    diagnosis: text().notNull(),
  },
  (table) => [index('fetch_night').on(table.night), index('fetch_source').on(table.sourceId, table.id)],
);

/** What the network last said of an address that an issue prints. */
export const linkCheck = sqliteTable('link_check', {
  url: text().primaryKey(),
  /** HTTP status; null when there was no answer. */
  status: integer(),
  /** Why there was no answer, in words. */
  error: text(),
  askedAt: integer().notNull(),
});

/** One text that the writer was asked for, and what it cost: the budget of a night is counted from these rows. */
export const writerCall = sqliteTable(
  'writer_call',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    night: text().notNull(),
    issue: integer().notNull(),
    owner: text().notNull(),
    field: text().notNull(),
    lang: text().$type<IssueLang>().notNull(),
    at: integer().notNull(),
    inputTokens: integer().notNull(),
    outputTokens: integer().notNull(),
    ms: integer().notNull(),
    /** Whether its text passed the checks; else the text made without it stands. */
    taken: integer({ mode: 'boolean' }).notNull(),
    /** Why it was not taken, in words. */
    problems: text({ mode: 'json' }).$type<readonly string[]>().notNull(),
  },
  (table) => [index('writer_call_night').on(table.night)],
);

/** Who runs the night: held by a process, not by a time. */
export const lock = sqliteTable('lock', {
  name: text().primaryKey(),
  pid: integer().notNull(),
  /** The boot and the process start, so that a reused process id does not hold it. */
  boot: text().notNull(),
  at: integer().notNull(),
});
