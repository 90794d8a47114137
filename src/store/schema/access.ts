import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Who may use the desk. A removed editor keeps the row: decisions name it. */
export const editor = sqliteTable('editor', {
  name: text().primaryKey(),
  /** argon2id, with its parameters and salt. */
  password: text().notNull(),
  addedAt: integer().notNull(),
  removedAt: integer(),
});

export const session = sqliteTable('session', {
  /** SHA-256 of the cookie: whoever reads the database cannot log in with it. */
  tokenHash: text().primaryKey(),
  editor: text()
    .notNull()
    .references(() => editor.name),
  startedAt: integer().notNull(),
  seenAt: integer().notNull(),
});

/** Failed logins by name and by address; the pause grows with their number. */
export const loginFailure = sqliteTable('login_failure', {
  /** "name maria" or "address 192.0.2.7". */
  who: text().primaryKey(),
  count: integer().notNull(),
  at: integer().notNull(),
});

/** Who has what open on a desk, until a little after the desk last said so: a soft claim, never a lock. */
export const presence = sqliteTable(
  'presence',
  {
    /** One window of one browser. */
    desk: text().primaryKey(),
    editor: text().notNull(),
    /** What is open there: "story 812", "slot 40". */
    place: text().notNull(),
    seenAt: integer().notNull(),
  },
  (table) => [index('presence_place').on(table.place)],
);
