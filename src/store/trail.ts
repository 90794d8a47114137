import { and, asc, eq } from 'drizzle-orm';
import type { Instant, IssueLang } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import type { TrailAction, TrailFacts } from './schema.ts';

export type TrailRow = typeof schema.trail.$inferSelect;

/** Who does something, when, and why when they say so. */
export interface EditorAct {
  editor: string;
  at: Instant;
  why?: string;
}

/** Why something was not done: a key, so that each place that shows it can say it in its own language. */
export type Refusal =
  /** There is no such slot, piece, version or issue. */
  | 'unknown'
  /** Readers have it: only a correction may change it. */
  | 'sent'
  /** It stands in another state than this needs. */
  | 'state'
  /** A second editor must do this. */
  | 'second-editor'
  /** It needs a sign-off first. */
  | 'unsigned';

export interface Refused {
  is: 'refused';
  because: Refusal;
}

/** A change of slots or pieces; `trail` is what undo is asked for with. */
export type Changed = { is: 'done'; id: number; trail: number } | Refused;

export function refused(because: Refusal): Refused {
  return { is: 'refused', because };
}

interface Step {
  issue: number;
  owner: string;
  action: TrailAction;
  before?: TrailFacts;
  after?: TrailFacts;
  undoes?: number;
}

/** Adds a row to the trail, inside the caller's transaction. Returns its id. */
export function leaveTrail(db: Db, step: Step, { editor, at, why = '' }: EditorAct): number {
  return Number(
    db
      .insert(schema.trail)
      .values({ ...step, editor, at, note: why })
      .run().lastInsertRowid,
  );
}

/** What was done to an issue, oldest first. */
export function trailOf(db: Db, issue: number, owner?: string): TrailRow[] {
  const { trail } = schema;
  return db
    .select()
    .from(trail)
    .where(and(eq(trail.issue, issue), owner === undefined ? undefined : eq(trail.owner, owner)))
    .orderBy(asc(trail.id))
    .all();
}

/** Whether readers have an issue in some language: its slots and pieces stay as they are. */
export function isClosed(db: Db, issue: number): boolean {
  const row = db.select().from(schema.issue).where(eq(schema.issue.number, issue)).get();
  return row?.closedAt !== null;
}

/** A sign-off holds for what was read: it falls with the next change, and the trail says so. */
export function dropSignOff(db: Db, issue: number, lang: IssueLang | null, act: EditorAct): void {
  const { edition } = schema;
  const signed = db
    .select()
    .from(edition)
    .where(
      and(eq(edition.issue, issue), eq(edition.state, 'review'), lang === null ? undefined : eq(edition.lang, lang)),
    )
    .all()
    .filter(({ signedBy }) => signedBy !== null);
  for (const { lang, signedBy } of signed) {
    db.update(edition)
      .set({ signedBy: null })
      .where(and(eq(edition.issue, issue), eq(edition.lang, lang)))
      .run();
    leaveTrail(db, { issue, owner: `edition:${lang}`, action: 'unsign', before: { signedBy } }, act);
  }
}
