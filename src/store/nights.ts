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
  /** Nights with an answer. */
  answered: number;
  /** Items it brought new on an average answered night, while it was bringing any. */
  perNight: number;
}

/** How far a stage of a night is: "pages", 30 of 120. */
export interface HowFar {
  doing: string;
  done: number;
  total: number;
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

  /** Tells how far the stage is that goes on. */
  async tell(run: number, far: HowFar): Promise<void> {
    await write(this.#db, () => {
      this.#db.update(schema.run).set(far).where(eq(schema.run.id, run)).run();
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

  /** What every source said when it was last asked, whatever night that was. */
  async newestAnswers(): Promise<Map<string, LedgerRow>> {
    const { fetch, source } = schema;
    const newest = sql`(select max(id) from fetch asked where asked.source_id = ${source.id} and asked.outcome <> 'skipped')`;
    const rows = this.#db.select({ answer: fetch }).from(source).innerJoin(fetch, eq(fetch.id, newest)).all();
    return new Map(rows.map(({ answer }) => [answer.sourceId, answer]));
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
   * What every source usually brings: from its answers in the `window` (milliseconds) before it last brought something,
   * so that a long silence does not become what is usual. Its very first answer is left out: it brought everything that
   * the source had in store.
   */
  async histories(window: number): Promise<Map<string, SourceHistory>> {
    const { fetch, source } = schema;
    const first = this.#db
      .select({ id: sql<number>`min(${fetch.id})` })
      .from(fetch)
      .where(inArray(fetch.outcome, ANSWERED))
      .groupBy(fetch.sourceId);
    const usual = sql`${fetch.askedAt} between ${source.newAt} - ${window} and ${source.newAt}`;
    const rows = this.#db
      .select({
        sourceId: fetch.sourceId,
        answered: sql<number>`count(distinct ${fetch.night})`,
        usual: sql<number>`count(distinct case when ${usual} then ${fetch.night} end)`,
        new: sql<number>`sum(case when ${usual} then ${fetch.new} else 0 end)`,
      })
      .from(fetch)
      .innerJoin(source, eq(source.id, fetch.sourceId))
      .where(and(inArray(fetch.outcome, ANSWERED), notInArray(fetch.id, first)))
      .groupBy(fetch.sourceId)
      .all();
    return new Map(
      rows.map(({ sourceId, answered, usual: nights, new: fresh }) => [
        sourceId,
        { sourceId, answered, perNight: fresh / Math.max(1, nights) },
      ]),
    );
  }

  /** Entries of the fullest answer that sources gave since a moment. */
  async fullest(sources: readonly string[], since: Instant): Promise<Map<string, number>> {
    const { fetch } = schema;
    const rows = this.#db
      .select({ sourceId: fetch.sourceId, most: sql<number>`max(${fetch.got})` })
      .from(fetch)
      .where(and(inArray(fetch.sourceId, [...sources]), gt(fetch.askedAt, since)))
      .groupBy(fetch.sourceId)
      .all();
    return new Map(rows.map(({ sourceId, most }) => [sourceId, most]));
  }

  /**
   * At which hour (UTC, 0 to 24) sources usually publish: the circular mean of the dates of what they showed since a
   * moment. Only of sources with some dates that lie close enough together.
   */
  async usualHours(since: Instant): Promise<Map<string, number>> {
    const { sighting } = schema;
    const minutes = sql<number>`${sighting.claimedPublished} / 60000 % 1440`;
    const rows = this.#db
      .select({ sourceId: sighting.sourceId, minutes })
      .from(sighting)
      .where(and(gt(sighting.claimedPublished, since)))
      .all();
    const sums = new Map<string, { x: number; y: number; count: number }>();
    for (const row of rows) {
      const sum = sums.get(row.sourceId) ?? { x: 0, y: 0, count: 0 };
      const angle = (row.minutes / 1440) * 2 * Math.PI;
      sums.set(row.sourceId, { x: sum.x + Math.cos(angle), y: sum.y + Math.sin(angle), count: sum.count + 1 });
    }
    return new Map(
      [...sums].flatMap(([sourceId, { x, y, count }]) => {
        if (count < LEAST_DATES || Math.hypot(x, y) / count < LEAST_CONCENTRATION) return [];
        return [[sourceId, ((Math.atan2(y, x) / (2 * Math.PI)) * 24 + 24) % 24] as const];
      }),
    );
  }
}

/** Fewer dates, or dates more scattered over the day (length of their mean vector), say nothing of an hour. */
const LEAST_DATES = 5;
const LEAST_CONCENTRATION = 0.5;
