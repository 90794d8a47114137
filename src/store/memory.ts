import { and, asc, desc, eq, gte, isNotNull, isNull, or, sql } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import { addressKey, canonicalUrl } from '../text/urls.ts';
import { inJson } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

export type PrintedRow = typeof schema.printed.$inferSelect;
/** One printed entry, as it is handed in: its issue, language and date are given once for all. */
export type NewPrinted = Pick<PrintedRow, 'section' | 'title' | 'url' | 'text'>;
/** Where a story stood in a past issue. */
export type Recollection = typeof schema.memory.$inferSelect;

/** A past issue as a list shows it. */
export interface PastIssue {
  issue: number;
  lang: string;
  date: Instant;
  entries: number;
}

/** What an import made of an issue that was handed in. */
export type Remembered = 'new' | 'same' | 'replaced';

/** An exact meeting of a story and a printed entry: they share an address key, or the story itself was printed. */
export interface Met extends PrintedRow {
  of: number;
  by: 'key' | 'story';
}

/** What past issues printed, and where tonight's stories stood in them. */
export class Memory {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Past issues that are remembered, newest first, one row a language. */
  async issues(): Promise<PastIssue[]> {
    const { printed } = schema;
    const date = sql<number>`max(${printed.date})`;
    return this.#db
      .select({ issue: printed.issue, lang: printed.lang, date, entries: sql<number>`count(*)` })
      .from(printed)
      .groupBy(printed.issue, printed.lang)
      .orderBy(desc(printed.issue), asc(printed.lang))
      .all();
  }

  /**
   * Keeps what one issue printed in one language. Handed in again it changes nothing; handed in with other entries it
   * takes the place of what was remembered of it.
   */
  async keep(issue: number, lang: string, date: Instant, entries: readonly NewPrinted[]): Promise<Remembered> {
    const { printed } = schema;
    return write(this.#db, () => {
      const here = and(eq(printed.issue, issue), eq(printed.lang, lang));
      const before = this.#db.select().from(printed).where(here).orderBy(asc(printed.id)).all();
      const rows = entries.map((entry) => ({ ...entry, issue, lang, date }));
      if (JSON.stringify(before.map(said)) === JSON.stringify(rows.map(said))) return 'same';
      this.#db.delete(printed).where(here).run();
      for (const row of rows)
        this.#db
          .insert(printed)
          .values({ ...row, canonicalUrl: canonicalUrl(row.url), key: addressKey(row.url) })
          .run();
      return before.length === 0 ? 'new' : 'replaced';
    });
  }

  /** Entries printed since a moment: what tonight's stories are compared with by their words. */
  async printedSince(since: Instant): Promise<PrintedRow[]> {
    const { printed } = schema;
    return this.#db.select().from(printed).where(gte(printed.date, since)).orderBy(asc(printed.id)).all();
  }

  /** What was printed without a key, by a sent issue of our own, is given it once. */
  async #giveKeys(): Promise<void> {
    const { printed } = schema;
    const rows = this.#db.select().from(printed).where(eq(printed.key, '')).all();
    if (rows.length === 0) return;
    await write(this.#db, () => {
      for (const { id, url } of rows)
        this.#db
          .update(printed)
          .set({ key: addressKey(url) })
          .where(eq(printed.id, id))
          .run();
    });
  }

  /** Every printed entry that shares an address or paper with a report of these stories, or that printed one of them. */
  async met(stories: readonly number[]): Promise<Met[]> {
    await this.#giveKeys();
    const { item, itemKey, printed } = schema;
    const standing = sql`coalesce(${item.aliasOf}, ${item.id})`;
    const told = this.#db
      .select({ id: item.id, story: item.story })
      .from(item)
      .where(and(inJson(item.story, stories), isNull(item.aliasOf)))
      .as('told');
    const byKey = this.#db
      .selectDistinct({ printed, of: told.story })
      .from(told)
      .innerJoin(item, or(eq(item.id, told.id), eq(item.aliasOf, told.id)))
      .innerJoin(itemKey, eq(itemKey.itemId, item.id))
      .innerJoin(printed, eq(printed.key, itemKey.key))
      .where(eq(standing, told.id))
      .orderBy(asc(printed.id))
      .all();
    const byStory = this.#db
      .select()
      .from(printed)
      .where(and(isNotNull(printed.story), inJson(printed.story, stories)))
      .orderBy(asc(printed.id))
      .all();
    return [
      ...byKey.flatMap((row) => (row.of === null ? [] : [{ ...row.printed, of: row.of, by: 'key' as const }])),
      ...byStory.flatMap((row) => (row.story === null ? [] : [{ ...row, of: row.story, by: 'story' as const }])),
    ];
  }

  /** Makes the memory of these stories anew. */
  async recall(stories: readonly number[], recollections: readonly Recollection[]): Promise<void> {
    const { memory } = schema;
    await write(this.#db, () => {
      this.#db.delete(memory).where(inJson(memory.story, stories)).run();
      for (const row of recollections) this.#db.insert(memory).values(row).run();
    });
  }

  /** Where these stories stood in past issues, each story's newest first; stories that never did are left out. */
  async of(stories: readonly number[]): Promise<Map<number, Recollection[]>> {
    const { memory } = schema;
    const rows = this.#db
      .select()
      .from(memory)
      .where(inJson(memory.story, stories))
      .orderBy(desc(memory.date), desc(memory.issue))
      .all();
    const byStory = new Map<number, Recollection[]>();
    for (const row of rows) byStory.set(row.story, [...(byStory.get(row.story) ?? []), row]);
    return byStory;
  }
}

function said({ section, title, url, text, date }: NewPrinted & { date: Instant }): unknown {
  return { section, title, url, text, date };
}
