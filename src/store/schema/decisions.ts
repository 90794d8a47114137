import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { DecisionAction } from '../../model.ts';

/** What an editor decided, with the text it was taken on. Append-only: an undo is a row that names the row it undoes. */
export const decision = sqliteTable(
  'decision',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    story: integer().notNull(),
    action: text().$type<DecisionAction>().notNull(),
    /** For merge, split and move: the item that is moved. */
    item: integer(),
    /** For merge and move: the story it goes to. */
    target: integer(),
    undoes: integer(),
    editor: text().notNull(),
    at: integer().notNull(),
    why: text().notNull(),
    /** Title, summary, outlets and features at that moment: a ranker can be rebuilt from them. */
    takenOn: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
    /** Made by the desk's client, so that one that is sent twice is taken once; null for a decision by command. */
    deed: text(),
    /** The change of the lineup that came with it, as a row of the trail: an undo takes it back too. */
    trail: integer(),
  },
  (table) => [
    index('decision_story').on(table.story),
    uniqueIndex('decision_deed').on(table.deed),
    index('decision_undoes')
      .on(table.undoes)
      .where(sql`undoes is not null`),
  ],
);

/** What publishers asked us to let go of: texts of these addresses and outlets are neither asked for nor kept. */
export const forgotten = sqliteTable(
  'forgotten',
  {
    kind: text().$type<'address' | 'outlet'>().notNull(),
    /** The key of an address (text/urls.ts), or an outlet's name in lower case. */
    name: text().notNull(),
    editor: text().notNull(),
    at: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.name] })],
);

/** What editors say of a story to each other. Append-only: a row that undoes names the row it takes back. */
export const note = sqliteTable(
  'note',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    story: integer().notNull(),
    undoes: integer(),
    editor: text().notNull(),
    at: integer().notNull(),
    text: text().notNull(),
    /** The client's id of what was done: it is taken once, however often it arrives. */
    deed: text(),
  },
  (table) => [
    index('note_story').on(table.story),
    uniqueIndex('note_deed').on(table.deed),
    index('note_undoes')
      .on(table.undoes)
      .where(sql`undoes is not null`),
  ],
);

/** For or against a story; an editor's newest row on it is in force, 0 takes the vote back. */
export const vote = sqliteTable(
  'vote',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    story: integer().notNull(),
    editor: text().notNull(),
    at: integer().notNull(),
    value: integer().$type<-1 | 0 | 1>().notNull(),
    deed: text(),
  },
  (table) => [index('vote_story').on(table.story), uniqueIndex('vote_deed').on(table.deed)],
);

/** What was set on the desk outside of stories and issues: a source paused, an editor added. Append-only. */
export const setting = sqliteTable('setting', {
  id: integer().primaryKey({ autoIncrement: true }),
  editor: text().notNull(),
  at: integer().notNull(),
  /** What was done, as a key of the desk's message table: "source-paused". */
  action: text().notNull(),
  /** The source or the editor it was done to. */
  about: text().notNull(),
  before: text(),
  after: text(),
});

/** One row: the name of this database for browsers, made by the first desk that opens it. A restored backup gets another. */
export const deskStamp = sqliteTable('desk_stamp', { id: integer().primaryKey(), value: text().notNull() });
