import { asc, eq, getTableColumns, gt } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';
import { say } from '../text/said.ts';

export type Decision = typeof schema.decision.$inferSelect;
export type NewDecision = Omit<typeof schema.decision.$inferInsert, 'id' | 'undoes' | 'action'> & {
  action: Exclude<Decision['action'], 'undo'>;
};
/** A decision without the text and features it was taken on. */
export type BriefDecision = Omit<Decision, 'takenOn'>;

/** What editors decided. Rows are only added; a decision is in force until a later row undoes it. */
export class Decisions {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Keeps a decision and returns its id. A deed that is known already is not kept twice. */
  async add(decision: NewDecision): Promise<number> {
    return write(this.#db, () => {
      const known = this.#ofDeed(decision.deed ?? null);
      if (known !== undefined) return known.id;
      return Number(this.#db.insert(schema.decision).values(decision).run().lastInsertRowid);
    });
  }

  /** Undoes one decision, or nothing when it is undone already. Throws when there is none of that id. */
  async undo(id: number, editor: string, at: Instant, deed: string | null = null): Promise<void> {
    await write(this.#db, () => {
      const row = this.#db.select().from(schema.decision).where(eq(schema.decision.id, id)).get();
      if (row === undefined || row.action === 'undo') throw new Error(say('store.noDecision', { id }));
      const undone = this.#db.select().from(schema.decision).where(eq(schema.decision.undoes, id)).get();
      if (undone !== undefined) return;
      const { story, takenOn } = row;
      this.#db
        .insert(schema.decision)
        .values({ story, action: 'undo', undoes: id, editor, at, why: '', takenOn, deed })
        .run();
    });
  }

  async get(id: number): Promise<Decision | null> {
    return this.#db.select().from(schema.decision).where(eq(schema.decision.id, id)).get() ?? null;
  }

  /** The decision that a deed of the desk's client became; null when it has not arrived. */
  async ofDeed(deed: string): Promise<Decision | null> {
    return this.#ofDeed(deed) ?? null;
  }

  /** Every row after one, oldest first, also the undone ones and the undos. */
  async after(id: number): Promise<Decision[]> {
    return this.#db
      .select()
      .from(schema.decision)
      .where(gt(schema.decision.id, id))
      .orderBy(asc(schema.decision.id))
      .all();
  }

  /** Everything that was ever decided about a story, oldest first. */
  async of(story: number): Promise<Decision[]> {
    return this.#db
      .select()
      .from(schema.decision)
      .where(eq(schema.decision.story, story))
      .orderBy(asc(schema.decision.id))
      .all();
  }

  /** The same, those that stand. */
  async inForceOf(story: number): Promise<Decision[]> {
    return standing(await this.of(story));
  }

  /** One decision while it stands; null when it is undone, is an undo itself, or there is none of that id. */
  async ifInForce(id: number): Promise<Decision | null> {
    const row = await this.get(id);
    return row === null ? null : ((await this.inForceOf(row.story)).find((each) => each.id === id) ?? null);
  }

  /** Every decision that stands, oldest first. */
  async inForce(): Promise<Decision[]> {
    return standing(this.#db.select().from(schema.decision).orderBy(asc(schema.decision.id)).all());
  }

  /** The same for lists, without what each was taken on, which is most of it. */
  async briefInForce(): Promise<BriefDecision[]> {
    const { takenOn: _takenOn, ...columns } = getTableColumns(schema.decision);
    return standing(this.#db.select(columns).from(schema.decision).orderBy(asc(schema.decision.id)).all());
  }

  #ofDeed(deed: string | null): Decision | undefined {
    if (deed === null) return undefined;
    return this.#db.select().from(schema.decision).where(eq(schema.decision.deed, deed)).get();
  }
}

function standing<Row extends BriefDecision>(all: readonly Row[]): Row[] {
  const undone = new Set(all.map((row) => row.undoes));
  return all.filter((row) => row.action !== 'undo' && !undone.has(row.id));
}
