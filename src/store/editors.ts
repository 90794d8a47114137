import { asc, eq, isNull } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type EditorRow = typeof schema.editor.$inferSelect;

/** Who may use the desk. A removed editor is kept, without a way in, because decisions name them. */
export class Editors {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Those who may log in, by name. */
  async list(): Promise<EditorRow[]> {
    const { editor } = schema;
    return this.#db.select().from(editor).where(isNull(editor.removedAt)).orderBy(asc(editor.name)).all();
  }

  async get(name: string): Promise<EditorRow | null> {
    return (await this.list()).find((row) => row.name === name) ?? null;
  }

  /** Whether the desk asks for a login at all. */
  async any(): Promise<boolean> {
    const { editor } = schema;
    return this.#db.select().from(editor).where(isNull(editor.removedAt)).limit(1).get() !== undefined;
  }

  /** Gives an editor this password (its hash); one that was removed comes back. All their sessions end. */
  async put(name: string, password: string, at: Instant): Promise<void> {
    const { editor, session } = schema;
    await write(this.#db, () => {
      this.#db
        .insert(editor)
        .values({ name, password, addedAt: at })
        .onConflictDoUpdate({ target: editor.name, set: { password, removedAt: null } })
        .run();
      this.#db.delete(session).where(eq(session.editor, name)).run();
    });
  }

  /** Takes the way in from an editor; their sessions end at once. Returns whether there was one. */
  async remove(name: string, at: Instant): Promise<boolean> {
    const { editor, session } = schema;
    return write(this.#db, () => {
      this.#db.delete(session).where(eq(session.editor, name)).run();
      const standing = this.#db.select().from(editor).where(eq(editor.name, name)).get();
      if (standing === undefined || standing.removedAt !== null) return false;
      this.#db.update(editor).set({ removedAt: at, password: '' }).where(eq(editor.name, name)).run();
      return true;
    });
  }
}
