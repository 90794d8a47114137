import { asc, eq } from 'drizzle-orm';
import type { Night } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type WriterCall = typeof schema.writerCall.$inferSelect;

/** What the writer was asked for, and what it cost. */
export class WriterCalls {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async add(call: Omit<WriterCall, 'id'>): Promise<void> {
    await write(this.#db, () => this.#db.insert(schema.writerCall).values(call).run());
  }

  /** The calls of a night, the desk's too, oldest first. */
  async of(night: Night): Promise<WriterCall[]> {
    const { writerCall } = schema;
    return this.#db.select().from(writerCall).where(eq(writerCall.night, night)).orderBy(asc(writerCall.id)).all();
  }
}
