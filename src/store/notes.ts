import { asc, eq } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import { inJson } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';
import { say } from '../text/said.ts';

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
      if (row === undefined || row.undoes !== null) throw new Error(say('store.noNote', { id }));
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
    return standing(this.#db.select().from(note).where(inJson(note.story, stories)).orderBy(asc(note.id)).all());
  }

  /** How many notes stand on each story; stories without one are left out. */
  async counts(): Promise<Map<number, number>> {
    const { id, story, undoes } = schema.note;
    return countStories(standing(this.#db.select({ id, story, undoes }).from(schema.note).all()));
  }
}

function standing<Row extends Pick<Note, 'id' | 'undoes'>>(rows: readonly Row[]): Row[] {
  const times = new Map<number | null, number>();
  for (const { undoes } of rows) times.set(undoes, (times.get(undoes) ?? 0) + 1);
  return rows.filter(({ id, undoes }) => undoes === null && (times.get(id) ?? 0) % 2 === 0);
}

export function countStories(rows: readonly { story: number }[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { story } of rows) counts.set(story, (counts.get(story) ?? 0) + 1);
  return counts;
}
