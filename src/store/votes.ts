import { and, asc, desc, eq, lt } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import { inJson } from './curation.ts';
import { countStories } from './notes.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';
import { say } from '../text/said.ts';

export type Vote = typeof schema.vote.$inferSelect;

/** Votes on stories. Every change is a row; an editor's newest one is in force. */
export class Votes {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Keeps a vote; a deed that arrived before is not kept twice. */
  async add(vote: Omit<Vote, 'id' | 'deed'> & { deed?: string }): Promise<void> {
    await write(this.#db, () => this.#db.insert(schema.vote).values(vote).onConflictDoNothing().run());
  }

  /** Puts the vote that an editor had before one of theirs in force again. Throws when it is not theirs. */
  async takeBack(id: number, editor: string, at: Instant): Promise<void> {
    const { vote } = schema;
    await write(this.#db, () => {
      const row = this.#db.select().from(vote).where(eq(vote.id, id)).get();
      if (row?.editor !== editor) throw new Error(say('store.noVote', { id, editor }));
      const mine = and(eq(vote.story, row.story), eq(vote.editor, editor), lt(vote.id, id));
      const before = this.#db.select().from(vote).where(mine).orderBy(desc(vote.id)).limit(1).get();
      this.#db
        .insert(vote)
        .values({ story: row.story, editor, at, value: before?.value ?? 0 })
        .run();
    });
  }

  /** The votes in force on these stories, oldest first; those taken back are left out. */
  async of(stories: readonly number[]): Promise<Vote[]> {
    const { vote } = schema;
    return standing(this.#db.select().from(vote).where(inJson(vote.story, stories)).orderBy(asc(vote.id)).all());
  }

  /** How many votes are in force on each story; stories without one are left out. */
  async counts(): Promise<Map<number, number>> {
    return countStories(standing(this.#db.select().from(schema.vote).orderBy(asc(schema.vote.id)).all()));
  }
}

/** The newest of each editor on each story, without those taken back; `rows` oldest first, and so is what is left. */
function standing(rows: readonly Vote[]): Vote[] {
  const newest = new Map(rows.map((row) => [`${row.story} ${row.editor}`, row]));
  return [...newest.values()].filter(({ value }) => value !== 0).toSorted((a, b) => a.id - b.id);
}
