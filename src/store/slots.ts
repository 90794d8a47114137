import { and, asc, eq, isNull } from 'drizzle-orm';
import type { IssueLang } from '../model.ts';
import type { Issues, OfferedSlot } from './issues.ts';
import type { Db } from './open.ts';
import { withAt } from './order.ts';
import * as schema from './schema.ts';
import { signOff } from './sign-off.ts';
import { dropSignOff, isClosed, leaveTrail, refused, type Changed, type EditorAct } from './trail.ts';
import { write } from './write.ts';

type Row = typeof schema.slot.$inferSelect;

/** Where a slot stands, and whether: what the trail keeps, and what undo puts back. */
export interface SlotPlace {
  section: string;
  /** Counted from 0 among the slots that are shown. */
  place: number;
  isRemoved: boolean;
  sensitive: string | null;
}

/** What editors do to the lineup of an open issue. Every change touches the section: no night fills it any more. */
export class Slots {
  readonly #db: Db;
  readonly #issues: Pick<Issues, 'addFind'>;
  constructor(db: Db, issues: Pick<Issues, 'addFind'>) {
    this.#db = db;
    this.#issues = issues;
  }

  /** Puts a story into a section, behind the last slot or at a place; one that was removed comes back with its texts. */
  async add(
    issue: number,
    section: string,
    { place, ...offered }: OfferedSlot & { place?: number },
    act: EditorAct,
  ): Promise<Changed> {
    if (isClosed(this.#db, issue)) return refused('sent');
    const { id, stood } = await this.#issues.addFind(issue, section, offered, act.at);
    return this.#change(id, 'add', (now) => ({ ...now, place: place ?? now.place }), act, { isNew: !stood });
  }

  /** Moves a slot to a place, also of another section of the template. */
  async move(id: number, to: { section?: string; place: number }, act: EditorAct): Promise<Changed> {
    return this.#change(id, 'move', (now) => ({ ...now, ...to }), act);
  }

  async remove(id: number, act: EditorAct): Promise<Changed> {
    return this.#change(id, 'remove', (now) => ({ ...now, isRemoved: true }), act);
  }

  /** Says why a slot needs a second pair of eyes; "" = it needs none, whatever its words look like. */
  async flag(id: number, sensitive: string | null, act: EditorAct): Promise<Changed> {
    return this.#change(id, 'flag', (now) => ({ ...now, sensitive }), act);
  }

  /** The second pair of eyes on a sensitive slot, in one language. Falls with the next change of its texts. */
  async sign(id: number, lang: IssueLang, act: EditorAct): Promise<Changed> {
    return write(this.#db, () => {
      const row = this.#db.select().from(schema.slot).where(eq(schema.slot.id, id)).get();
      if (row === undefined) return refused('unknown');
      return signOff(this.#db, { ...row, lang, owners: [`slot:${id}`] }, act);
    });
  }

  /** Puts a slot back to where the trail says it stood; for undo. */
  async putBack(id: number, before: SlotPlace, undoes: number, act: EditorAct): Promise<Changed> {
    return this.#change(id, 'undo', () => before, act, { undoes });
  }

  async #change(
    id: number,
    action: 'add' | 'move' | 'remove' | 'flag' | 'undo',
    next: (now: SlotPlace) => SlotPlace,
    act: EditorAct,
    { undoes, isNew = false }: { undoes?: number; isNew?: boolean } = {},
  ): Promise<Changed> {
    return write(this.#db, () => {
      const row = this.#db.select().from(schema.slot).where(eq(schema.slot.id, id)).get();
      if (row === undefined) return refused('unknown');
      if (isClosed(this.#db, row.issue)) return refused('sent');
      const now = this.#placeOf(row);
      const after = next(now);
      const before = isNew ? { ...now, isRemoved: true } : now;
      this.#put(row, after, act);
      dropSignOff(this.#db, row.issue, null, act);
      const step = { issue: row.issue, owner: `slot:${id}`, action, before: { ...before }, after: { ...after } };
      const trail = leaveTrail(this.#db, undoes === undefined ? step : { ...step, undoes }, act);
      return { is: 'done', id, trail };
    });
  }

  #put(row: Row, { section, place, isRemoved, sensitive }: SlotPlace, { editor, at }: EditorAct): void {
    const touchedBy = row.touchedBy ?? editor;
    const removedAt = isRemoved ? (row.removedAt ?? at) : null;
    // Where an editor put it, no night takes it away.
    const origin = section === row.section && removedAt === row.removedAt ? row.origin : 'editor';
    this.#db
      .update(schema.slot)
      .set({ section, removedAt, sensitive, touchedBy, origin })
      .where(eq(schema.slot.id, row.id))
      .run();
    const shown = this.#shown(row.issue, section).map(({ id }) => id);
    const order = isRemoved ? shown : withAt(shown, row.id, place);
    for (const [position, id] of order.entries())
      this.#db.update(schema.slot).set({ position }).where(eq(schema.slot.id, id)).run();
  }

  #placeOf(row: Row): SlotPlace {
    const place = this.#shown(row.issue, row.section).findIndex(({ id }) => id === row.id);
    const { section, sensitive, removedAt } = row;
    return { section, place: place < 0 ? row.position : place, isRemoved: removedAt !== null, sensitive };
  }

  #shown(issue: number, section: string): Row[] {
    const { slot } = schema;
    return this.#db
      .select()
      .from(slot)
      .where(and(eq(slot.issue, issue), eq(slot.section, section), isNull(slot.removedAt)))
      .orderBy(asc(slot.position), asc(slot.id))
      .all();
  }
}
