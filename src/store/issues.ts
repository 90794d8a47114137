import { and, asc, desc, eq, inArray, isNotNull, isNull, max, or, sql } from 'drizzle-orm';
import type { Instant, IssueLang, TextState } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import type { Span } from './schema.ts';
import { write } from './write.ts';

export type Issue = typeof schema.issue.$inferSelect;
export type Edition = typeof schema.edition.$inferSelect;
export type SlotRow = typeof schema.slot.$inferSelect;
export type SlotText = typeof schema.slotText.$inferSelect;

/** A slot with the text in force for every field and language. */
export interface Slot extends SlotRow {
  texts: readonly SlotText[];
}

export interface MachineText {
  field: string;
  lang: IssueLang;
  value: string;
  state: TextState;
  spans: readonly Span[];
}

/** A slot as a night would fill it. */
export interface OfferedSlot {
  story: number;
  item: number;
  reason: string;
  texts: readonly MachineText[];
}

/** The author of texts that no person wrote. */
export const NIGHT = 'night';

/** Issues, their slots and texts. A night may write only where no person has. */
export class Issues {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** The one open issue; null before the first night. */
  async open(): Promise<Issue | null> {
    const row = this.#db
      .select()
      .from(schema.issue)
      .where(isNull(schema.issue.closedAt))
      .orderBy(asc(schema.issue.number))
      .limit(1)
      .get();
    return row ?? null;
  }

  async get(number: number): Promise<Issue | null> {
    return this.#db.select().from(schema.issue).where(eq(schema.issue.number, number)).get() ?? null;
  }

  async list(): Promise<Issue[]> {
    return this.#db.select().from(schema.issue).orderBy(desc(schema.issue.number)).all();
  }

  /** The issue in each of its languages, with how far it is. */
  async editions(issue: number): Promise<Edition[]> {
    const { edition } = schema;
    return this.#db.select().from(edition).where(eq(edition.issue, issue)).orderBy(asc(edition.lang)).all();
  }

  /** Returns the open issue, or opens the next one: its number follows every issue known, also the imported ones. */
  async ensureOpen(options: {
    template: string;
    windowFrom: Instant;
    now: Instant;
    langs: readonly IssueLang[];
  }): Promise<Issue> {
    const open = await this.open();
    if (open !== null) return open;
    return write(this.#db, () => {
      const last =
        this.#db
          .select({ number: max(schema.issue.number) })
          .from(schema.issue)
          .get()?.number ?? 0;
      const printed =
        this.#db
          .select({ number: max(schema.printed.issue) })
          .from(schema.printed)
          .get()?.number ?? 0;
      const { template, windowFrom, now } = options;
      const number = Math.max(last, printed) + 1;
      const issue = { number, template, windowFrom, openedAt: now, closedAt: null };
      this.#db.insert(schema.issue).values(issue).run();
      for (const lang of options.langs)
        this.#db.insert(schema.edition).values({ issue: number, lang, state: 'draft' }).run();
      return issue;
    });
  }

  /** The slots of an issue in reading order within each section, with the texts in force. */
  async lineup(issue: number): Promise<Slot[]> {
    const slots = this.#db
      .select()
      .from(schema.slot)
      .where(and(eq(schema.slot.issue, issue), isNull(schema.slot.removedAt)))
      .orderBy(asc(schema.slot.section), asc(schema.slot.position), asc(schema.slot.id))
      .all();
    const texts = this.#textsInForce(slots.map((slot) => slot.id));
    return slots.map((slot) => ({ ...slot, texts: texts.filter((text) => text.slot === slot.id) }));
  }

  /**
   * Fills a section of the open issue as the night would have it. A section in which a person has touched a slot is
   * left alone. A story that stays keeps its slot; a text is written anew only when it differs. An editor's finds stay
   * as they are, behind what the night offers.
   * Returns what changed, or null when the section was left alone.
   */
  async offer(
    issue: number,
    section: string,
    offered: readonly OfferedSlot[],
    now: Instant,
  ): Promise<{ added: number; removed: number } | null> {
    return write(this.#db, () => {
      const standing = this.#db
        .select()
        .from(schema.slot)
        .where(and(eq(schema.slot.issue, issue), eq(schema.slot.section, section)))
        .all();
      if (standing.some((slot) => slot.touchedBy !== null)) return null;
      const finds = standing.filter((slot) => slot.origin === 'editor' && slot.removedAt === null);
      const byStory = new Map(standing.filter((slot) => !finds.includes(slot)).map((slot) => [slot.story, slot]));
      const texts = this.#textsInForce(standing.map((slot) => slot.id));
      let added = 0;
      for (const [position, offer] of offered.entries()) {
        const old = byStory.get(offer.story);
        const { story, item, reason } = offer;
        const values = { issue, section, position, story, item, reason, origin: NIGHT, removedAt: null } as const;
        if (old === undefined || old.removedAt !== null) added++;
        const id = old?.id ?? Number(this.#db.insert(schema.slot).values(values).run().lastInsertRowid);
        if (old !== undefined) this.#db.update(schema.slot).set(values).where(eq(schema.slot.id, id)).run();
        this.#writeMachineTexts(id, offer.texts, texts, now);
        byStory.delete(story);
      }
      for (const [index, { id }] of finds.entries())
        this.#db
          .update(schema.slot)
          .set({ position: offered.length + index })
          .where(eq(schema.slot.id, id))
          .run();
      const gone = [...byStory.values()].filter((slot) => slot.removedAt === null);
      for (const slot of gone)
        this.#db.update(schema.slot).set({ removedAt: now }).where(eq(schema.slot.id, slot.id)).run();
      return { added, removed: gone.length };
    });
  }

  /**
   * Puts an editor's find behind the last slot of a section; a story that stands there already keeps its place and is an
   * editor's from now on. Returns its place, counted from 1, and whether it stood there.
   */
  async addFind(
    issue: number,
    section: string,
    find: OfferedSlot,
    now: Instant,
  ): Promise<{ place: number; stood: boolean }> {
    return write(this.#db, () => {
      const { story, item, reason, texts } = find;
      const here = and(eq(schema.slot.issue, issue), eq(schema.slot.section, section));
      const slots = this.#db.select().from(schema.slot).where(here).orderBy(asc(schema.slot.position)).all();
      const shown = slots.filter((slot) => slot.removedAt === null);
      const old = slots.find((slot) => slot.story === story);
      if (old?.removedAt === null) {
        this.#db.update(schema.slot).set({ origin: 'editor' }).where(eq(schema.slot.id, old.id)).run();
        return { place: shown.indexOf(old) + 1, stood: true };
      }
      const position = (shown.at(-1)?.position ?? -1) + 1;
      const values = { issue, section, position, story, item, reason, origin: 'editor', removedAt: null } as const;
      const id = old?.id ?? Number(this.#db.insert(schema.slot).values(values).run().lastInsertRowid);
      if (old !== undefined) this.#db.update(schema.slot).set(values).where(eq(schema.slot.id, id)).run();
      this.#writeMachineTexts(id, texts, this.#textsInForce([id]), now);
      return { place: shown.length + 1, stood: false };
    });
  }

  /** The newest past issue that ran a story or printed one of the addresses; null when none did. */
  async ranIn(story: number, addresses: readonly string[]): Promise<number | null> {
    const { printed, slot, issue } = schema;
    const ran = this.#db
      .select({ number: max(printed.issue) })
      .from(printed)
      .where(or(eq(printed.story, story), inArray(printed.canonicalUrl, [...addresses])))
      .get();
    const stood = this.#db
      .select({ number: max(slot.issue) })
      .from(slot)
      .innerJoin(issue, eq(issue.number, slot.issue))
      .where(and(eq(slot.story, story), isNull(slot.removedAt), isNotNull(issue.closedAt)))
      .get();
    return Math.max(ran?.number ?? 0, stood?.number ?? 0) || null;
  }

  #writeMachineTexts(slot: number, offered: readonly MachineText[], standing: readonly SlotText[], at: Instant): void {
    for (const text of offered) {
      const now = standing.find((row) => row.slot === slot && row.field === text.field && row.lang === text.lang);
      if (now?.value === text.value && now.state === text.state) continue;
      this.#db
        .insert(schema.slotText)
        .values({ slot, ...text, author: NIGHT, at })
        .run();
    }
  }

  #textsInForce(slots: readonly number[]): SlotText[] {
    const newest = this.#db
      .select({ id: sql<number>`max(${schema.slotText.id})` })
      .from(schema.slotText)
      .where(inArray(schema.slotText.slot, [...slots]))
      .groupBy(schema.slotText.slot, schema.slotText.field, schema.slotText.lang);
    return this.#db
      .select()
      .from(schema.slotText)
      .where(inArray(schema.slotText.id, newest))
      .orderBy(asc(schema.slotText.id))
      .all();
  }
}
