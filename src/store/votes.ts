import { asc } from 'drizzle-orm';
import { inJson } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type Vote = typeof schema.vote.$inferSelect;

/** Votes on stories. Every change is a row; an editor's newest one is in force. */
export class Votes {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async add(vote: Omit<Vote, 'id'>): Promise<number> {
    return write(this.#db, () => Number(this.#db.insert(schema.vote).values(vote).run().lastInsertRowid));
  }

  /** The votes in force on these stories, oldest first; those taken back are left out. */
  async of(stories: readonly number[]): Promise<Vote[]> {
    const { vote } = schema;
    const rows = this.#db.select().from(vote).where(inJson(vote.story, stories)).orderBy(asc(vote.id)).all();
    const newest = new Map(rows.map((row) => [`${row.story} ${row.editor}`, row]));
    return [...newest.values()].filter(({ value }) => value !== 0).toSorted((a, b) => a.id - b.id);
  }
}
