import { and, asc, eq, gte, inArray, isNotNull, max } from 'drizzle-orm';
import type { Instant, Night, Section } from '../model.ts';
import type { BriefDecision, Decisions } from './decisions.ts';
import type { PrintedRow } from './memory.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';

/** What became of a story that was offered; the newest word of an editor counts, and an issue that was sent counts most. */
export interface BriefEnd {
  story: number;
  became: 'printed' | 'keep' | 'hold' | 'edited-away' | 'spike';
  at: Instant;
  /** The issue that printed it; null while none has. */
  issue: number | null;
}

export interface StoryEnd extends BriefEnd {
  /** What an editor saw when deciding; empty for what only an issue tells. */
  takenOn: Readonly<Record<string, unknown>>;
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
    const log = await this.#decisions.inForce();
    const takenOn = new Map(log.flatMap((row) => (isChoice(row) ? [[row.story, row.takenOn] as const] : [])));
    return this.#endsAfter(log).map((end) => ({ ...end, takenOn: takenOn.get(end.story) ?? {} }));
  }

  /** The same without what editors saw, which is most of it. */
  async briefEnds(): Promise<BriefEnd[]> {
    return this.#endsAfter(await this.#decisions.briefInForce());
  }

  /** The last `limit` nights that have candidates, oldest first. */
  async nights(limit: number): Promise<Night[]> {
    // Each is looked up before the last: to tell nights apart, SQLite would read every candidate there ever was.
    const rows = this.#db.$client.prepare(`
      with recursive newest(night) as (
        select max(night) from candidate
        union all select (select max(night) from candidate where night < newest.night) from newest where night is not null
        limit ?)
      select night from newest where night is not null`);
    return (rows.pluck().all(limit) as Night[]).toReversed();
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

  /** Where one story stood since a night, oldest first, each section's nights together. */
  async standingsOf(story: number, since: Night): Promise<Standing[]> {
    const { candidate } = schema;
    return this.#db
      .select(STANDING)
      .from(candidate)
      .where(and(eq(candidate.story, story), gte(candidate.night, since)))
      .orderBy(asc(candidate.section), asc(candidate.night))
      .all();
  }

  /** How many candidates a night had in a section. */
  async size(night: Night, section: Section): Promise<number> {
    const { candidate } = schema;
    return this.#db.$count(candidate, and(eq(candidate.night, night), eq(candidate.section, section)));
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

  /** @param log the decisions that stand, oldest first */
  #endsAfter(log: readonly BriefDecision[]): BriefEnd[] {
    const ends = new Map<number, BriefEnd>();
    for (const row of log)
      if (isChoice(row)) ends.set(row.story, { story: row.story, became: row.action, at: row.at, issue: null });
    for (const { story, number, removedAt, touchedBy, closedAt } of this.#slots()) {
      if (removedAt === null && closedAt !== null)
        ends.set(story, { story, became: 'printed', at: closedAt, issue: number });
      const kept = ends.get(story);
      if (removedAt !== null && touchedBy !== null && (kept === undefined || isKeptUntil(kept, removedAt)))
        ends.set(story, { story, became: 'edited-away', at: removedAt, issue: null });
    }
    for (const { story, date, issue } of this.#printedStories())
      if (ends.get(story)?.became !== 'printed') ends.set(story, { story, became: 'printed', at: date, issue });
    return [...ends.values()].sort((a, b) => a.at - b.at || a.story - b.story);
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

function isChoice<Row extends BriefDecision>(row: Row): row is Row & { action: 'keep' | 'hold' | 'spike' } {
  return row.action === 'keep' || row.action === 'hold' || row.action === 'spike';
}

/** A story that is held or spiked leaves its slot as well, but that says more than the empty slot. */
function isKeptUntil({ became, at }: BriefEnd, removedAt: Instant): boolean {
  return became === 'keep' && at <= removedAt;
}
