import { asc, eq } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type Decision = typeof schema.decision.$inferSelect;
export type NewDecision = Omit<typeof schema.decision.$inferInsert, 'id' | 'undoes' | 'action'> & {
  action: Exclude<Decision['action'], 'undo'>;
};

/** What editors decided. Rows are only added; a decision is in force until a later row undoes it. */
export class Decisions {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async add(decision: NewDecision): Promise<number> {
    return write(this.#db, () => Number(this.#db.insert(schema.decision).values(decision).run().lastInsertRowid));
  }

  /** Undoes one decision, or nothing when it is undone already. Throws when there is none of that id. */
  async undo(id: number, editor: string, at: Instant): Promise<void> {
    await write(this.#db, () => {
      const row = this.#db.select().from(schema.decision).where(eq(schema.decision.id, id)).get();
      if (row === undefined || row.action === 'undo') throw new Error(`there is no decision ${id}`);
      const undone = this.#db.select().from(schema.decision).where(eq(schema.decision.undoes, id)).get();
      if (undone !== undefined) return;
      const { story, takenOn } = row;
      this.#db
        .insert(schema.decision)
        .values({ story, action: 'undo', undoes: id, editor, at, why: '', takenOn })
        .run();
    });
  }

  /** Every decision that stands, oldest first. */
  async inForce(): Promise<Decision[]> {
    const all = this.#db.select().from(schema.decision).orderBy(asc(schema.decision.id)).all();
    const undone = new Set(all.map((row) => row.undoes));
    return all.filter((row) => row.action !== 'undo' && !undone.has(row.id));
  }
}
