import { and, asc, desc, eq, gte, inArray, isNotNull, max } from 'drizzle-orm';
import type { Instant, Night, Section } from '../model.ts';
import type { Decisions } from './decisions.ts';
import type { PrintedRow } from './memory.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

/** What became of a story that was offered; the newest word of an editor counts, and an issue that was sent counts most. */
export interface StoryEnd {
  story: number;
  became: 'printed' | 'keep' | 'hold' | 'edited-away' | 'spike';
  at: Instant;
  /** What an editor saw when deciding; empty for what only an issue tells. */
  takenOn: Readonly<Record<string, unknown>>;
  /** The issue that printed it; null while none has. */
  issue: number | null;
}

/** Where a story stood on one night. */
export type Standing = Pick<
  typeof schema.candidate.$inferSelect,
  'night' | 'story' | 'section' | 'rank' | 'score' | 'below'
>;

const { night, story, section, rank, score, below } = schema.candidate;
const STANDING = { night, story, section, rank, score, below };

/** What the team's past says: what became of the stories that nights offered. Nothing here writes. */
export class Outcomes {
  readonly #db: Db;
  readonly #decisions: Decisions;
  constructor(db: Db, decisions: Decisions) {
    this.#db = db;
    this.#decisions = decisions;
  }

  /** The end of every story that has one, by the moment it came, oldest first. */
  async ends(): Promise<StoryEnd[]> {
    const ends = new Map<number, StoryEnd>();
    for (const { action, story, at, takenOn } of await this.#decisions.inForce())
      if (action === 'keep' || action === 'hold' || action === 'spike')
        ends.set(story, { story, became: action, at, takenOn, issue: null });
    for (const { story, number, removedAt, touchedBy, closedAt } of this.#slots()) {
      const takenOn = ends.get(story)?.takenOn ?? {};
      if (removedAt === null && closedAt !== null)
        ends.set(story, { story, became: 'printed', at: closedAt, takenOn, issue: number });
      const kept = ends.get(story);
      if (removedAt !== null && touchedBy !== null && (kept === undefined || isKeptUntil(kept, removedAt)))
        ends.set(story, { story, became: 'edited-away', at: removedAt, takenOn, issue: null });
    }
    for (const { story, date, issue } of this.#printedStories())
      if (ends.get(story)?.became !== 'printed')
        ends.set(story, { story, became: 'printed', at: date, takenOn: ends.get(story)?.takenOn ?? {}, issue });
    return [...ends.values()].sort((a, b) => a.at - b.at || a.story - b.story);
  }

  /** The last `limit` nights that have candidates, oldest first. */
  async nights(limit: number): Promise<Night[]> {
    const { candidate } = schema;
    const rows = this.#db
      .selectDistinct({ night: candidate.night })
      .from(candidate)
      .orderBy(desc(candidate.night))
      .limit(limit)
      .all();
    return rows.map(({ night }) => night).reverse();
  }

  /** Where the stories of a section stood on these nights, night by night, best first. */
  async standings(nights: readonly Night[], section: Section): Promise<Standing[]> {
    const { candidate } = schema;
    return this.#db
      .select(STANDING)
      .from(candidate)
      .where(and(inArray(candidate.night, [...nights]), eq(candidate.section, section)))
      .orderBy(asc(candidate.night), asc(candidate.rank))
      .all();
  }

  /** When the newest entry of a past issue was printed; null when none is known. */
  async lastPrinted(): Promise<Instant | null> {
    return (
      this.#db
        .select({ date: max(schema.printed.date) })
        .from(schema.printed)
        .get()?.date ?? null
    );
  }

  /** Entries of past issues printed since a moment, imported or sent, oldest first. */
  async printed(since: Instant): Promise<PrintedRow[]> {
    const { printed } = schema;
    return this.#db.select().from(printed).where(gte(printed.date, since)).orderBy(asc(printed.id)).all();
  }

  #slots() {
    const { slot, issue } = schema;
    const { removedAt, touchedBy } = slot;
    return this.#db
      .select({ story: slot.story, number: issue.number, removedAt, touchedBy, closedAt: issue.closedAt })
      .from(slot)
      .innerJoin(issue, eq(issue.number, slot.issue))
      .where(isNotNull(slot.story))
      .orderBy(asc(issue.number), asc(slot.id))
      .all()
      .flatMap((row) => (row.story === null ? [] : [{ ...row, story: row.story }]));
  }

  #printedStories() {
    const { story, date, issue } = schema.printed;
    return this.#db
      .select({ story, date, issue })
      .from(schema.printed)
      .where(isNotNull(story))
      .orderBy(asc(schema.printed.id))
      .all()
      .flatMap((row) => (row.story === null ? [] : [{ ...row, story: row.story }]));
  }
}

/** A story that is held or spiked leaves its slot as well, but that says more than the empty slot. */
function isKeptUntil({ became, at }: StoryEnd, removedAt: Instant): boolean {
  return became === 'keep' && at <= removedAt;
}
