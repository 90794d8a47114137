import { asc, eq, gte, lt } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type Presence = typeof schema.presence.$inferSelect;

/** A desk says every half minute what is open on it; after this long without a word nobody is there. */
export const PRESENT_FOR = 75_000;

/** Who has what open. Nothing is locked by it. */
export class Presences {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async say(presence: Presence): Promise<void> {
    const { presence: table } = schema;
    await write(this.#db, () => {
      this.#db
        .delete(table)
        .where(lt(table.seenAt, presence.seenAt - PRESENT_FOR))
        .run();
      this.#db.insert(table).values(presence).onConflictDoUpdate({ target: table.desk, set: presence }).run();
    });
  }

  async leave(desk: string): Promise<void> {
    const { presence: table } = schema;
    await write(this.#db, () => this.#db.delete(table).where(eq(table.desk, desk)).run());
  }

  /** Everybody who is there now, by who came first to where they are. */
  async now(at: Instant): Promise<Presence[]> {
    const { presence: table } = schema;
    return this.#db
      .select()
      .from(table)
      .where(gte(table.seenAt, at - PRESENT_FOR))
      .orderBy(asc(table.editor), asc(table.desk))
      .all();
  }
}
