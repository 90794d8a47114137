import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { IssueLang } from '../model.ts';
import type { Db } from './open.ts';
import { withAt } from './order.ts';
import * as schema from './schema.ts';
import type { PieceFacts, PieceKind, PieceState } from './schema.ts';
import { signOff } from './sign-off.ts';
import { dropSignOff, isClosed, leaveTrail, refused, type Changed, type EditorAct } from './trail.ts';
import { write } from './write.ts';

type Row = typeof schema.piece.$inferSelect;

/** A piece of an issue with what it is, by its kind. Its texts are found under `piece:ID`. */
export type Piece = {
  [Kind in PieceKind]: Omit<Row, 'kind' | 'facts'> & { kind: Kind; facts: PieceFacts[Kind] };
}[PieceKind];

export type NewPiece = { [Kind in PieceKind]: { kind: Kind; facts: PieceFacts[Kind] } }[PieceKind] & {
  issue: number;
  /** The template's section; "" for the cover. A piece that belongs to another stands in its section. */
  section: string;
  parent?: number;
  /** Among its like, counted from 0; the last when missing. */
  place?: number;
};

/** What may be changed of a piece; what is missing stays. Facts are replaced key by key. */
export interface PieceChange {
  facts?: Partial<PieceFacts[PieceKind]>;
  section?: string;
  place?: number;
  assignee?: string | null;
  /** A local date "YYYY-MM-DD". */
  due?: string | null;
  state?: PieceState;
  sensitive?: string | null;
}

/** All that the trail keeps of a piece, and that undo puts back. */
export type PieceBefore = Pick<Row, 'section' | 'facts' | 'assignee' | 'due' | 'state' | 'sensitive'> & {
  place: number;
  isRemoved: boolean;
};

/** Features and their parts, links, takes and figures; prompts; letters. No night writes here. */
export class Pieces {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** The pieces of an issue that stand, each kind in its order within its section and parent. */
  async of(issue: number): Promise<Piece[]> {
    const { piece } = schema;
    return this.#db
      .select()
      .from(piece)
      .where(and(eq(piece.issue, issue), isNull(piece.removedAt)))
      .orderBy(asc(piece.position), asc(piece.id))
      .all() as Piece[];
  }

  async get(id: number): Promise<Piece | null> {
    return (this.#row(id) as Piece | undefined) ?? null;
  }

  async add({ place, parent, ...piece }: NewPiece, act: EditorAct): Promise<Changed> {
    return write(this.#db, () => {
      const { issue } = piece;
      if (isClosed(this.#db, issue)) return refused('sent');
      const above = parent === undefined ? undefined : this.#row(parent);
      if (parent !== undefined && above?.issue !== issue) return refused('unknown');
      const section = above?.section ?? piece.section;
      const values = { ...piece, section, parent: parent ?? null, position: 0, state: 'planned' } as const;
      const id = Number(this.#db.insert(schema.piece).values(values).run().lastInsertRowid);
      const row = { ...values, id, assignee: null, due: null, removedAt: null, sensitive: null };
      this.#arrange(row, place ?? Number.MAX_SAFE_INTEGER);
      return this.#trail(row, 'add', { ...this.#before(row), isRemoved: true }, act);
    });
  }

  async change(id: number, { facts, ...change }: PieceChange, act: EditorAct): Promise<Changed> {
    const merge = (now: PieceBefore): PieceBefore => ({ ...now, ...change, facts: withFacts(now.facts, facts) });
    return this.#change(id, change.place === undefined ? 'change' : 'move', merge, act);
  }

  /** Takes a piece out, and what belongs to it with it. */
  async remove(id: number, act: EditorAct): Promise<Changed> {
    return this.#change(id, 'remove', (now) => ({ ...now, isRemoved: true }), act);
  }

  /** The second pair of eyes on a feature, with everything in it, in one language. */
  async sign(id: number, lang: IssueLang, act: EditorAct): Promise<Changed> {
    return write(this.#db, () => {
      const row = this.#row(id);
      if (row === undefined) return refused('unknown');
      const owners = [id, ...this.#below(row).map((each) => each.id)].map((each) => `piece:${each}`);
      return signOff(this.#db, { id, issue: row.issue, lang, owners }, act);
    });
  }

  /** Puts a piece back to what the trail says it was; for undo. */
  async putBack(id: number, before: PieceBefore, undoes: number, act: EditorAct): Promise<Changed> {
    return this.#change(id, 'undo', () => before, act, undoes);
  }

  async #change(
    id: number,
    action: 'change' | 'move' | 'remove' | 'undo',
    next: (now: PieceBefore) => PieceBefore,
    act: EditorAct,
    undoes?: number,
  ): Promise<Changed> {
    return write(this.#db, () => {
      const row = this.#row(id);
      if (row === undefined) return refused('unknown');
      if (isClosed(this.#db, row.issue)) return refused('sent');
      const before = this.#before(row);
      const { place, isRemoved, ...after } = next(before);
      const removedAt = isRemoved ? (row.removedAt ?? act.at) : null;
      this.#db
        .update(schema.piece)
        .set({ ...after, removedAt })
        .where(eq(schema.piece.id, id))
        .run();
      const below = this.#below(row).map((each) => each.id);
      if (after.section !== row.section)
        this.#db.update(schema.piece).set({ section: after.section }).where(inArray(schema.piece.id, below)).run();
      if (!isRemoved) this.#arrange({ ...row, ...after }, place);
      return this.#trail({ ...row, ...after, removedAt }, action, before, act, undoes);
    });
  }

  #trail(
    row: Row,
    action: 'add' | 'change' | 'move' | 'remove' | 'undo',
    before: PieceBefore,
    act: EditorAct,
    undoes?: number,
  ): Changed {
    const { id, issue } = row;
    dropSignOff(this.#db, issue, null, act);
    const step = { issue, owner: `piece:${id}`, action, before: { ...before }, after: { ...this.#before(row) } };
    return { is: 'done', id, trail: leaveTrail(this.#db, undoes === undefined ? step : { ...step, undoes }, act) };
  }

  #before(row: Row): PieceBefore {
    const { section, facts, assignee, due, state, sensitive, removedAt } = row;
    const place = this.#like(row).findIndex(({ id }) => id === row.id);
    const isRemoved = removedAt !== null;
    return { section, facts, assignee, due, state, sensitive, isRemoved, place: place < 0 ? row.position : place };
  }

  #arrange(row: Row, place: number): void {
    const shown = this.#like(row).map(({ id }) => id);
    for (const [position, id] of withAt(shown, row.id, place).entries())
      this.#db.update(schema.piece).set({ position }).where(eq(schema.piece.id, id)).run();
  }

  /** The pieces that stand in one order with it. */
  #like({ issue, section, parent, kind }: Row): Row[] {
    const { piece } = schema;
    return this.#db
      .select()
      .from(piece)
      .where(
        and(
          eq(piece.issue, issue),
          eq(piece.section, section),
          eq(piece.kind, kind),
          parent === null ? isNull(piece.parent) : eq(piece.parent, parent),
          isNull(piece.removedAt),
        ),
      )
      .orderBy(asc(piece.position), asc(piece.id))
      .all();
  }

  #below({ id }: Pick<Row, 'id'>): Row[] {
    return this.#db.select().from(schema.piece).where(eq(schema.piece.parent, id)).all();
  }

  #row(id: number): Row | undefined {
    return this.#db.select().from(schema.piece).where(eq(schema.piece.id, id)).get();
  }
}

/** The keys of the change are those of the piece's own kind. */
function withFacts(facts: Row['facts'], change: PieceChange['facts']): Row['facts'] {
  return Object.assign({}, facts, change);
}
