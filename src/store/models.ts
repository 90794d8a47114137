import { and, desc, eq, lt, notInArray } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export interface StoredModel {
  /** The version: later rows are newer. */
  id: number;
  at: Instant;
  data: string;
}

/** So many versions of a name are kept. */
const KEPT = 10;

/** Learned state, versioned: the newest row of a name is in force. */
export class Models {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async newest(name: string): Promise<StoredModel | null> {
    const row = this.#db
      .select()
      .from(schema.model)
      .where(eq(schema.model.name, name))
      .orderBy(desc(schema.model.id))
      .limit(1)
      .get();
    return row ?? null;
  }

  /** Stores a new version, unless the newest one says the same. */
  async save(name: string, data: string, now: Instant): Promise<void> {
    const newest = await this.newest(name);
    if (newest?.data === data) return;
    await write(this.#db, () => {
      const { id } = this.#db.insert(schema.model).values({ name, data, at: now }).returning().get();
      this.#prune(name, id);
    });
  }

  #prune(name: string, newest: number): void {
    const { model } = schema;
    const kept = this.#db
      .select({ id: model.id })
      .from(model)
      .where(eq(model.name, name))
      .orderBy(desc(model.id))
      .limit(KEPT);
    this.#db
      .delete(model)
      .where(and(eq(model.name, name), lt(model.id, newest), notInArray(model.id, kept)))
      .run();
  }
}
