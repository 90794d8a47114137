import { and, asc, desc, eq, gt, inArray, isNotNull, notInArray, sql } from 'drizzle-orm';
import type { Instant, Night, Outcome } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type Run = typeof schema.run.$inferSelect;
export type RunKind = Run['kind'];
export type LedgerRow = typeof schema.fetch.$inferSelect;
export type NewLedgerRow = Omit<typeof schema.fetch.$inferInsert, 'id'>;

/** Outcomes of a source that answered with its feed. */
const ANSWERED: Outcome[] = ['new', 'same', 'empty', 'stale', 'moved'];

/** What a source's own past lets expect of it. */
export interface SourceHistory {
  sourceId: string;
  /** Nights with an answer, of those looked at. */
  answered: number;
  /** Items it brought new on an average answered night. */
  perNight: number;
}

/** Runs and the ledger: what every night asked, and what was answered. */
export class Nights {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async begin(night: Night, kind: RunKind, now: Instant): Promise<number> {
    return write(this.#db, () => {
      const { lastInsertRowid } = this.#db.insert(schema.run).values({ night, kind, startedAt: now }).run();
      return Number(lastInsertRowid);
    });
  }

  /** Marks a stage as finished. */
  async reached(run: number, stage: string): Promise<void> {
    await write(this.#db, () => {
      this.#db.update(schema.run).set({ stage }).where(eq(schema.run.id, run)).run();
    });
  }

  /** `endedAt` null: the run was ended early, and the next one goes on from there. */
  async end(run: number, verdict: string, endedAt: Instant | null): Promise<void> {
    await write(this.#db, () => {
      this.#db.update(schema.run).set({ verdict, endedAt }).where(eq(schema.run.id, run)).run();
    });
  }

  /** The runs of a night, oldest first; the newest night when none is named. */
  async runs(night?: Night): Promise<Run[]> {
    const name = night ?? this.#db.select().from(schema.run).orderBy(desc(schema.run.id)).limit(1).get()?.night;
    if (name === undefined) return [];
    return this.#db.select().from(schema.run).where(eq(schema.run.night, name)).orderBy(asc(schema.run.id)).all();
  }

  /** When the newest runs of a kind that came to their end began, newest first. */
  async finished(kind: RunKind, limit = 10): Promise<Instant[]> {
    const rows = this.#db
      .select({ at: schema.run.startedAt })
      .from(schema.run)
      .where(and(eq(schema.run.kind, kind), isNotNull(schema.run.endedAt)))
      .orderBy(desc(schema.run.id))
      .limit(limit)
      .all();
    return rows.map(({ at }) => at);
  }

  /** The ledger rows of a night, the newest of each source, in the order in which the sources were first asked. */
  async ledger(night: Night, source?: string): Promise<LedgerRow[]> {
    const newest = this.#db
      .select({ id: sql<number>`max(${schema.fetch.id})` })
      .from(schema.fetch)
      .where(and(eq(schema.fetch.night, night), source === undefined ? undefined : eq(schema.fetch.sourceId, source)))
      .groupBy(schema.fetch.sourceId);
    return this.#db
      .select()
      .from(schema.fetch)
      .where(inArray(schema.fetch.id, newest))
      .orderBy(asc(schema.fetch.id))
      .all();
  }

  /** One source over the newest nights, newest first. */
  async historyOf(source: string, limit = 30): Promise<LedgerRow[]> {
    return this.#db
      .select()
      .from(schema.fetch)
      .where(eq(schema.fetch.sourceId, source))
      .orderBy(desc(schema.fetch.id))
      .limit(limit)
      .all();
  }

  /**
   * What every source usually brings, from its answers since `since`. Its very first answer is left out: it brought
   * everything that the source had in store.
   */
  async histories(since: Instant): Promise<Map<string, SourceHistory>> {
    const { fetch } = schema;
    const first = this.#db
      .select({ id: sql<number>`min(${fetch.id})` })
      .from(fetch)
      .where(inArray(fetch.outcome, ANSWERED))
      .groupBy(fetch.sourceId);
    const rows = this.#db
      .select({
        sourceId: fetch.sourceId,
        answered: sql<number>`count(distinct ${fetch.night})`,
        new: sql<number>`sum(${fetch.new})`,
      })
      .from(fetch)
      .where(and(gt(fetch.askedAt, since), inArray(fetch.outcome, ANSWERED), notInArray(fetch.id, first)))
      .groupBy(fetch.sourceId)
      .all();
    return new Map(
      rows.map((row) => [
        row.sourceId,
        { sourceId: row.sourceId, answered: row.answered, perNight: row.new / Math.max(1, row.answered) },
      ]),
    );
  }
}
