import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/** Up to which item the index of search has been made; what changed below is in search_due. */
export const searchState = sqliteTable('search_state', {
  id: integer().primaryKey(),
  indexedTo: integer().notNull(),
});

/** Items whose words changed after they were indexed. Filled by triggers, emptied by search-index.ts. */
export const searchDue = sqliteTable('search_due', { itemId: integer().primaryKey() });
