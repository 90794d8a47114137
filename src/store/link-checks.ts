import { sql } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import { inJson } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type LinkCheck = typeof schema.linkCheck.$inferSelect;

/** What the network said of addresses that issues print, so that none is asked twice within a while. */
export class LinkChecks {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** What is known of the addresses from `since` on. */
  async known(urls: readonly string[], since: Instant): Promise<LinkCheck[]> {
    const rows = this.#db.select().from(schema.linkCheck).where(inJson(schema.linkCheck.url, urls)).all();
    return rows.filter(({ askedAt }) => askedAt >= since);
  }

  async save(checks: readonly LinkCheck[]): Promise<void> {
    const { linkCheck } = schema;
    await write(this.#db, () => {
      for (const check of checks)
        this.#db
          .insert(linkCheck)
          .values(check)
          .onConflictDoUpdate({
            target: linkCheck.url,
            set: { status: sql`excluded.status`, error: sql`excluded.error`, askedAt: sql`excluded.asked_at` },
          })
          .run();
    });
  }
}
