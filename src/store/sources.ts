import { eq } from 'drizzle-orm';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

/** What is remembered of a source between nights. */
export type SourceState = typeof schema.source.$inferSelect;

/** The memory of sources: validators, health, moves. feeds.yaml alone says which sources there are. */
export class Sources {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async states(): Promise<Map<string, SourceState>> {
    return new Map(
      this.#db
        .select()
        .from(schema.source)
        .all()
        .map((row) => [row.id, row]),
    );
  }

  /** Switches a source on again that had asked to be left alone (410) or is backing off. */
  async forgive(id: string): Promise<void> {
    await write(this.#db, () => {
      this.#db
        .update(schema.source)
        .set({ disabledReason: null, failures: 0, dueAt: null })
        .where(eq(schema.source.id, id))
        .run();
    });
  }
}
