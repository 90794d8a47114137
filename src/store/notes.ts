import { asc, eq } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import { inJson } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type Note = typeof schema.note.$inferSelect;

/** What editors say of stories to each other. */
export class Notes {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Keeps a note; a deed that arrived before is not kept twice. */
  async add(note: Omit<Note, 'id' | 'undoes' | 'deed'> & { deed?: string }): Promise<number> {
    return write(this.#db, () => {
      const { lastInsertRowid } = this.#db.insert(schema.note).values(note).onConflictDoNothing().run();
      return Number(lastInsertRowid);
    });
  }

  /** Takes a note back, or puts one that was taken back up again. Throws when there is none of that id. */
  async undo(id: number, editor: string, at: Instant, deed: string | null = null): Promise<void> {
    const { note } = schema;
    await write(this.#db, () => {
      const row = this.#db.select().from(note).where(eq(note.id, id)).get();
      if (row === undefined || row.undoes !== null) throw new Error(`there is no note ${id}`);
      this.#db
        .insert(note)
        .values({ story: row.story, undoes: id, editor, at, text: '', deed })
        .onConflictDoNothing()
        .run();
    });
  }

  /** The notes that stand on these stories, oldest first. */
  async of(stories: readonly number[]): Promise<Note[]> {
    const { note } = schema;
    const rows = this.#db.select().from(note).where(inJson(note.story, stories)).orderBy(asc(note.id)).all();
    const times = new Map<number | null, number>();
    for (const { undoes } of rows) times.set(undoes, (times.get(undoes) ?? 0) + 1);
    return rows.filter(({ id, undoes }) => undoes === null && (times.get(id) ?? 0) % 2 === 0);
  }
}
