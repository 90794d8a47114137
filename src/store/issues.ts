import { and, asc, desc, eq, isNull, max } from 'drizzle-orm';
import type { Instant, IssueLang } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import type { Span } from './schema.ts';
import { NIGHT } from './text-state.ts';
import { trailOf } from './trail.ts';
import { textsInForce, type Wording } from './wordings.ts';
import { write } from './write.ts';

export type Issue = typeof schema.issue.$inferSelect;
export type SlotRow = typeof schema.slot.$inferSelect;

/** A slot with the text in force for every field and language. */
export interface Slot extends SlotRow {
  texts: readonly Wording[];
}

export interface MachineText {
  field: string;
  lang: IssueLang;
  value: string;
  spans: readonly Span[];
}

/** A slot as a night would fill it. */
export interface OfferedSlot {
  story: number;
  item: number;
  reason: string;
  texts: readonly MachineText[];
}

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

  /** Returns the open issue, or opens the next one: its number follows every issue known, also the imported ones. */
  async ensureOpen(options: {
    template: string;
    windowFrom: Instant;
    now: Instant;
    langs: readonly IssueLang[];
  }): Promise<Issue> {
    const open = await this.open();
    if (open !== null) return open;
    return write(this.#db, () => openNext(this.#db, options));
  }

  /** The slots of an issue in reading order within each section, with the texts in force. */
  async lineup(issue: number): Promise<Slot[]> {
    const slots = this.#db
      .select()
      .from(schema.slot)
      .where(and(eq(schema.slot.issue, issue), isNull(schema.slot.removedAt)))
      .orderBy(asc(schema.slot.section), asc(schema.slot.position), asc(schema.slot.id))
      .all();
    const texts = this.#textsInForce(slots);
    return slots.map((slot) => ({ ...slot, texts: texts.filter(({ owner }) => owner === ownerOf(slot.id)) }));
  }

  /**
   * Fills a section of the open issue as the night would have it. A section in which a person has done anything is left
   * alone. A story that stays keeps its slot; a text is written anew only when it differs. An editor's finds stay
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
      if (standing.some((slot) => slot.touchedBy !== null) || this.#wasEdited(issue, section)) return null;
      const finds = standing.filter((slot) => slot.origin === 'editor' && slot.removedAt === null);
      const byStory = new Map(standing.filter((slot) => !finds.includes(slot)).map((slot) => [slot.story, slot]));
      const texts = this.#textsInForce(standing);
      let added = 0;
      for (const [position, offer] of offered.entries()) {
        const old = byStory.get(offer.story);
        const { story, item, reason } = offer;
        const values = { issue, section, position, story, item, reason, origin: NIGHT, removedAt: null } as const;
        if (old === undefined || old.removedAt !== null) added++;
        const id = old?.id ?? Number(this.#db.insert(schema.slot).values(values).run().lastInsertRowid);
        if (old !== undefined) this.#db.update(schema.slot).set(values).where(eq(schema.slot.id, id)).run();
        this.#writeMachineTexts(issue, id, offer.texts, texts, now);
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
   * editor's from now on. Returns its id, its place, counted from 1, and whether it stood there.
   */
  async addFind(
    issue: number,
    section: string,
    find: OfferedSlot,
    now: Instant,
  ): Promise<{ id: number; place: number; stood: boolean }> {
    return write(this.#db, () => {
      const { story, item, reason, texts } = find;
      const here = and(eq(schema.slot.issue, issue), eq(schema.slot.section, section));
      const slots = this.#db.select().from(schema.slot).where(here).orderBy(asc(schema.slot.position)).all();
      const shown = slots.filter((slot) => slot.removedAt === null);
      const old = slots.find((slot) => slot.story === story);
      if (old?.removedAt === null) {
        this.#db.update(schema.slot).set({ origin: 'editor' }).where(eq(schema.slot.id, old.id)).run();
        return { id: old.id, place: shown.indexOf(old) + 1, stood: true };
      }
      const position = (shown.at(-1)?.position ?? -1) + 1;
      const values = { issue, section, position, story, item, reason, origin: 'editor', removedAt: null } as const;
      const id = old?.id ?? Number(this.#db.insert(schema.slot).values(values).run().lastInsertRowid);
      if (old !== undefined) this.#db.update(schema.slot).set(values).where(eq(schema.slot.id, id)).run();
      this.#writeMachineTexts(issue, id, texts, this.#textsInForce([{ id, issue }]), now);
      return { id, place: shown.length + 1, stood: false };
    });
  }

  /** Whether an editor has done anything to a section, even if it left no slot behind. */
  #wasEdited(issue: number, section: string): boolean {
    return trailOf(this.#db, issue).some(
      ({ owner, before, after }) =>
        owner.startsWith('slot:') && (before?.['section'] === section || after?.['section'] === section),
    );
  }

  /** A text that a person has written stands, whatever a night would say. */
  #writeMachineTexts(
    issue: number,
    slot: number,
    offered: readonly MachineText[],
    standing: readonly Wording[],
    at: Instant,
  ): void {
    const owner = ownerOf(slot);
    for (const text of offered) {
      const now = standing.find((row) => row.owner === owner && row.field === text.field && row.lang === text.lang);
      if (now?.value === text.value || (now !== undefined && now.author !== NIGHT)) continue;
      this.#db
        .insert(schema.wording)
        .values({ issue, owner, ...text, state: 'draft', author: NIGHT, at })
        .run();
    }
  }

  #textsInForce(slots: readonly Pick<SlotRow, 'id' | 'issue'>[]): Wording[] {
    const issue = slots[0]?.issue;
    return issue === undefined
      ? []
      : textsInForce(
          this.#db,
          issue,
          slots.map(({ id }) => ownerOf(id)),
        );
  }
}

function ownerOf(slot: number): string {
  return `slot:${slot}`;
}

/**
 * Opens the next issue, inside the caller's transaction: its number follows every issue known, also the imported ones.
 * Returns the one that is open when there is one.
 */
export function openNext(
  db: Db,
  {
    template,
    windowFrom,
    now,
    langs,
  }: { template: string; windowFrom: Instant; now: Instant; langs: readonly IssueLang[] },
): Issue {
  const { issue, printed, edition } = schema;
  const open = db.select().from(issue).where(isNull(issue.closedAt)).get();
  if (open !== undefined) return open;
  const last = db
    .select({ number: max(issue.number) })
    .from(issue)
    .get();
  const ran = db
    .select({ number: max(printed.issue) })
    .from(printed)
    .get();
  const number = Math.max(last?.number ?? 0, ran?.number ?? 0) + 1;
  const next = { number, template, windowFrom, openedAt: now, closedAt: null };
  db.insert(issue).values(next).run();
  for (const lang of langs) db.insert(edition).values({ issue: number, lang, state: 'draft' }).run();
  return next;
}
