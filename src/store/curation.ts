import {
  and,
  asc,
  desc,
  eq,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Candidate, Instant, Night, Reason, Section } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type ItemRow = typeof schema.item.$inferSelect;
export type ArticleRow = typeof schema.article.$inferSelect;

/** An item with everything that grouping, ranking and drafting may read of it. */
export interface ReadItem extends ItemRow {
  /** The article's text from the page or the feed; "" when there is none. */
  text: string;
  /** Addresses that the paragraphs of its page link to. */
  cites: readonly string[];
  /** The publisher of its page reserves it from machines. */
  reserved: boolean;
  sightings: readonly (typeof schema.sighting.$inferSelect)[];
}

/** Where an item was put, and why. */
export interface Joined {
  item: number;
  story: number;
  reasons: readonly Reason[];
}

/** A report that tells something new of a story that somebody decided about. */
export interface Development {
  item: number;
  at: Instant;
  /** What is new, in words. */
  after: string;
}

export interface StoredCandidate extends Candidate {
  night: Night;
  /** How little the ranker knew of its like, 0 to 1; 0 when not said. */
  newness?: number;
  /** Why it stands below the line; null for the shortlist. */
  below: string | null;
}

/** A candidate without the reasons for its place, as a list of ten thousand shows it. */
export type RankedStory = Pick<StoredCandidate, 'night' | 'story' | 'rank' | 'score' | 'below'>;

/** A paper as a listing gave it. */
export interface ListedPaper {
  story: number;
  title: string;
  abstract: string;
  authors: readonly string[];
  /** First is the primary one. */
  categories: readonly string[];
  published: Instant;
  comment: string | null;
}

/** Stories and candidates: facts that every night may make anew. */
export class Curation {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Items that no night has grouped yet, in order of arrival. */
  async ungrouped(): Promise<ReadItem[]> {
    return this.#read(and(isNull(schema.item.story), isNull(schema.item.aliasOf)));
  }

  /**
   * Items whose page is to be asked for: ungrouped ones that no night has asked for, and those first seen since `since`
   * whose page failed in a passing way.
   */
  async unread(since: Instant): Promise<ReadItem[]> {
    const { item, article } = schema;
    const pagesWhere = (what: SQL | undefined) => this.#db.select({ id: article.itemId }).from(article).where(what);
    const asked = pagesWhere(isNotNull(article.status));
    const inVain = pagesWhere(and(isNull(article.status), isNotNull(article.reason)));
    const again = and(gt(item.firstSeen, since), inArray(item.id, inVain));
    return this.#read(and(or(isNull(item.story), again), isNull(item.aliasOf), notInArray(item.id, asked)));
  }

  /** Grouped items first seen since `since`: the stories that may still take new reports. */
  async groupedSince(since: Instant): Promise<ReadItem[]> {
    return this.#read(and(isNotNull(schema.item.story), isNull(schema.item.aliasOf), gt(schema.item.firstSeen, since)));
  }

  /** The titles of items first seen in a stretch of time: what word weights are learned from. */
  async titlesBetween(from: Instant, to: Instant): Promise<string[]> {
    const rows = this.#db
      .select({ title: schema.item.title })
      .from(schema.item)
      .where(and(gte(schema.item.firstSeen, from), lt(schema.item.firstSeen, to)))
      .orderBy(asc(schema.item.id))
      .all();
    return rows.map(({ title }) => title);
  }

  /** All items of the given stories, in order of arrival. */
  async itemsOf(stories: readonly number[]): Promise<ReadItem[]> {
    return this.#read(and(inJson(schema.item.story, stories), isNull(schema.item.aliasOf)));
  }

  /** Papers published since `since` that no newer version replaced, by what a ranker reads of them; no texts. */
  async papersSince(since: Instant): Promise<ListedPaper[]> {
    const { story, title, summary, authors, published, arxiv } = schema.item;
    const rows = this.#db
      .select({ story, title, abstract: summary, authors, published, arxiv })
      .from(schema.item)
      .where(
        and(eq(schema.item.section, 'papers'), gte(published, since), isNotNull(story), isNull(schema.item.aliasOf)),
      )
      .orderBy(asc(schema.item.id))
      .all();
    return rows.flatMap(({ arxiv: facts, story: id, ...paper }) =>
      id === null || facts?.announce?.startsWith('replace')
        ? []
        : [{ ...paper, story: id, categories: facts?.categories ?? [], comment: facts?.comment ?? null }],
    );
  }

  async itemsById(ids: readonly number[]): Promise<ReadItem[]> {
    return this.#read(inJson(schema.item.id, ids));
  }

  /** Puts items into stories, and with it records what is new by it: a night may be killed at any moment. */
  async join(joins: readonly Joined[], developments: readonly Development[] = []): Promise<void> {
    await write(this.#db, () => {
      for (const { item, story, reasons } of joins)
        this.#db.update(schema.item).set({ story, joinReasons: reasons }).where(eq(schema.item.id, item)).run();
      for (const { item, at, after } of developments)
        this.#db.insert(schema.change).values({ itemId: item, at, field: 'development', after }).run();
    });
  }

  /** Replaces the candidates of a night. */
  async saveCandidates(night: Night, candidates: readonly StoredCandidate[]): Promise<void> {
    await write(this.#db, () => {
      this.#db.delete(schema.candidate).where(eq(schema.candidate.night, night)).run();
      for (const candidate of candidates) this.#db.insert(schema.candidate).values(candidate).run();
    });
  }

  /** The candidates of a night (the newest one when none is named), best first. */
  async candidates(options: { night?: Night; section?: Section } = {}): Promise<StoredCandidate[]> {
    const night = options.night ?? this.#newestNight();
    if (night === null) return [];
    return this.#db
      .select()
      .from(schema.candidate)
      .where(
        and(
          eq(schema.candidate.night, night),
          options.section === undefined ? undefined : eq(schema.candidate.section, options.section),
        ),
      )
      .orderBy(asc(schema.candidate.section), asc(schema.candidate.rank))
      .all();
  }

  /** The candidates of the newest night, best first, without their reasons. */
  async ranked(): Promise<RankedStory[]> {
    const { night, story, rank, score, below, section } = schema.candidate;
    return this.#db
      .select({ night, story, rank, score, below })
      .from(schema.candidate)
      .where(eq(night, this.#newestNight() ?? ''))
      .orderBy(asc(section), asc(rank))
      .all();
  }

  /** A story as a night (the newest one when none is named) ranked it; null when it did not. */
  async candidateOf(story: number, night = this.#newestNight()): Promise<StoredCandidate | null> {
    const { candidate } = schema;
    const where = and(eq(candidate.night, night ?? ''), eq(candidate.story, story));
    return this.#db.select().from(candidate).where(where).get() ?? null;
  }

  #newestNight(): Night | null {
    const { night } = schema.candidate;
    return this.#db.select({ night }).from(schema.candidate).orderBy(desc(night)).limit(1).get()?.night ?? null;
  }

  #read(where: ReturnType<typeof and>): ReadItem[] {
    const rows = this.#db
      .select({ item: schema.item, text: schema.article.text, facts: schema.article.facts })
      .from(schema.item)
      .leftJoin(schema.article, eq(schema.article.itemId, schema.item.id))
      .where(where)
      .orderBy(asc(schema.item.id))
      .all();
    const ids = rows.map((row) => row.item.id);
    const sightings = new Map<number, ReadItem['sightings'][number][]>();
    const shown = this.#db
      .select()
      .from(schema.sighting)
      .where(inJson(schema.sighting.itemId, ids))
      .orderBy(asc(schema.sighting.firstSeen), asc(schema.sighting.sourceId))
      .all();
    for (const row of shown) {
      const list = sightings.get(row.itemId);
      if (list === undefined) sightings.set(row.itemId, [row]);
      else list.push(row);
    }
    return rows.map(({ item, text, facts }) => ({
      ...item,
      text: text ?? '',
      cites: facts?.cites ?? [],
      reserved: facts?.rights.noai === true || facts?.rights.tdmReserved === true,
      sightings: sightings.get(item.id) ?? [],
    }));
  }
}

/** `column in (...)` for any number of values: one bound JSON array instead of a parameter a value. */
export function inJson(
  column: Parameters<typeof inArray>[0],
  values: readonly (number | string)[],
): ReturnType<typeof and> {
  return sql`${column} in (select value from json_each(${JSON.stringify(values)}))`;
}
