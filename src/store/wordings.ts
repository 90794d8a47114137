import { and, asc, desc, eq, inArray, isNull, max } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { ISSUE_LANGS, type Instant, type IssueLang, type TextState } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import type { EditionState, Span } from './schema.ts';
import { isEmpty, isMachine, stateOf, type Version } from './text-state.ts';
import { dropSignOff, leaveTrail } from './trail.ts';
import { write } from './write.ts';
import { say } from '../text/said.ts';

/** Which text: of an issue, whose ("issue", "section:KEY", "slot:ID", "piece:ID"), which field, in which language. */
export interface TextKey {
  issue: number;
  owner: string;
  field: string;
  lang: IssueLang;
}

type Row = typeof schema.wording.$inferSelect;

/** A version of a text; for the one in force with the state it has beside the other language. */
export interface Wording extends Omit<Row, 'state'> {
  state: TextState;
}

export interface NewWording extends TextKey {
  value: string;
  /** Id of the version that the author saw when they wrote; null when there was none. */
  madeOn: number | null;
  author: string;
  at: Instant;
  /** "checked" says that the author has read it and stands by it; for the same text it confirms. */
  state?: 'draft' | 'checked';
  /** Who translated it, when that is not the author. */
  translatedBy?: string | null;
  /** The version it was translated from, when the author knows it; else told by what stands there (see `basisOf`). */
  basedOn?: number | null;
  spans?: readonly Span[];
  /** Why a text that readers have is changed: without it such a text is locked. */
  correction?: string;
}

/** Who brings an older version back, and on which version they saw; "now" = on whatever stands there. */
export type Restoring = Pick<NewWording, 'author' | 'at' | 'correction'> & { madeOn: number | null | 'now' };

/** What became of a text: nothing that anybody wrote is lost. */
export type SetOutcome =
  | { is: 'stored'; text: Wording }
  /** It stands there already. */
  | { is: 'same'; text: Wording }
  /** Somebody has written since: theirs stands, yours is not stored. */
  | { is: 'conflict'; theirs: Wording; yours: string }
  /** Readers have it. */
  | { is: 'locked'; state: EditionState };

/** The texts of issues: every version of each. Rows are only added; the newest is in force; undo adds the older one anew. */
export class Wordings {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Every text in force of an issue, in order of their versions. */
  async inForce(issue: number): Promise<Wording[]> {
    return textsInForce(this.#db, issue);
  }

  /** All versions of a text, newest first; each in the state its author gave it. */
  async history(key: TextKey): Promise<Wording[]> {
    return this.#db.select().from(schema.wording).where(isKey(key)).orderBy(desc(schema.wording.id)).all();
  }

  /** Stores a text, or says why not. Throws when the owner is not in the issue. */
  async set(text: NewWording): Promise<SetOutcome> {
    return write(this.#db, () => setText(this.#db, text));
  }

  /** Stores many texts in one transaction; what one conflicts with keeps no other from being stored. */
  async setAll(texts: readonly NewWording[]): Promise<SetOutcome[]> {
    return write(this.#db, () => texts.map((text) => setText(this.#db, text)));
  }

  /** Puts an older version in force again, as a new one: how a change is undone, and an undo taken back. */
  async restore(id: number, by: Restoring): Promise<SetOutcome> {
    return write(this.#db, () => {
      const old = this.#db.select().from(schema.wording).where(eq(schema.wording.id, id)).get();
      if (old === undefined) throw new Error(say('store.noVersion', { id }));
      const { issue, owner, field, lang, value, state, translatedBy, basedOn, spans } = old;
      const madeOn = by.madeOn === 'now' ? (inForceOf(this.#db, old)?.id ?? null) : by.madeOn;
      const text = { issue, owner, field, lang, value, state, translatedBy, basedOn, spans };
      return setText(this.#db, { ...text, ...by, madeOn });
    });
  }
}

/** The texts in force of an issue, or of some owners in it, with their states. */
export function textsInForce(db: Db, issue: number, owners?: readonly string[]): Wording[] {
  const { wording } = schema;
  const base = alias(wording, 'base');
  const newest = db
    .select({ id: max(wording.id) })
    .from(wording)
    .where(and(eq(wording.issue, issue), owners === undefined ? undefined : inArray(wording.owner, [...owners])))
    .groupBy(wording.owner, wording.field, wording.lang);
  const rows = db
    .select({ text: wording, basedOnValue: base.value })
    .from(wording)
    .leftJoin(base, eq(base.id, wording.basedOn))
    .where(inArray(wording.id, newest))
    .orderBy(asc(wording.id))
    .all()
    .map(({ text, basedOnValue }) => ({ ...text, basedOnValue }));
  const byKey = new Map(rows.map((row) => [`${row.owner}\n${row.field}\n${row.lang}`, row]));
  return rows.map(({ basedOnValue, ...row }) => {
    const other = byKey.get(`${row.owner}\n${row.field}\n${otherLang(row.lang)}`) ?? null;
    return { ...row, state: stateOf({ ...row, basedOnValue }, other) };
  });
}

/** Stores a text inside the caller's transaction. */
export function setText(db: Db, text: NewWording): SetOutcome {
  const locked = lockOf(db, text);
  if (locked !== null && text.correction === undefined) return { is: 'locked', state: locked };
  checkOwner(db, text);
  const [own, other] = [inForceOf(db, text), inForceOf(db, { ...text, lang: otherLang(text.lang) })];
  const standing = own === null ? null : { ...own, state: stateOf(own, other) };
  if (standing !== null && !wasMadeOn(db, text, standing))
    return standing.value === text.value
      ? { is: 'same', text: standing }
      : { is: 'conflict', theirs: standing, yours: text.value };
  if (standing === null && text.value.trim() === '') throw new Error(say('store.noText'));
  const state = text.state ?? 'draft';
  if (standing !== null && standing.value === text.value && (standing.state === state || state === 'draft'))
    return { is: 'same', text: standing };
  const basedOn = text.basedOn === undefined ? basisOf(text, standing, other) : text.basedOn;
  const isTranslated = text.value === standing?.value ? standing.translatedBy : basedOn === null ? null : text.author;
  const { issue, owner, field, lang, value, author, at, correction = null, spans = [] } = text;
  const values = { issue, owner, field, lang, value, state, author, at, correction, spans, basedOn };
  const translatedBy = text.translatedBy === undefined ? isTranslated : text.translatedBy;
  const id = Number(
    db
      .insert(schema.wording)
      .values({ ...values, translatedBy })
      .run().lastInsertRowid,
  );
  if (!isMachine(author)) markTouched(db, text);
  if (locked === null) dropSignOff(db, issue, lang, { editor: author, at });
  else if (correction !== null) markCorrected(db, text, standing, correction);
  const stored = inForceOf(db, text);
  if (stored === null) throw new Error(`version ${id} was not stored`);
  return { is: 'stored', text: { ...stored, state: stateOf(stored, other) } };
}

type Stored = Row & Version;

/**
 * What a text is based on when its author does not say: one that fills a gap, or mends a stale text, is made from what
 * the other language says now; any other change of words is a text of its own, and makes the other language stale.
 */
function basisOf(text: NewWording, standing: Wording | null, other: Stored | null): number | null {
  if (other === null || isEmpty(other)) return null;
  if (standing === null || standing.state === 'missing' || standing.state === 'stale') return other.id;
  return text.value === standing.value ? standing.basedOn : null;
}

/** Whether the author saw what stands there: that version, or one that said the same. */
function wasMadeOn(db: Db, { madeOn }: NewWording, standing: Wording): boolean {
  if (madeOn === null) return standing.state === 'missing';
  const seen = db.select().from(schema.wording).where(eq(schema.wording.id, madeOn)).get();
  return madeOn === standing.id || seen?.value === standing.value;
}

function inForceOf(db: Db, key: TextKey): Stored | null {
  const row = db.select().from(schema.wording).where(isKey(key)).orderBy(desc(schema.wording.id)).limit(1).get();
  if (row === undefined) return null;
  const base =
    row.basedOn === null ? undefined : db.select().from(schema.wording).where(eq(schema.wording.id, row.basedOn)).get();
  return { ...row, basedOnValue: base?.value ?? null };
}

function isKey({ issue, owner, field, lang }: TextKey): ReturnType<typeof and> {
  const { wording } = schema;
  return and(eq(wording.issue, issue), eq(wording.owner, owner), eq(wording.field, field), eq(wording.lang, lang));
}

function otherLang(lang: IssueLang): IssueLang {
  return ISSUE_LANGS.find((each) => each !== lang) ?? lang;
}

/** The state of an edition that readers have; null while they do not. */
function lockOf(db: Db, { issue, lang }: TextKey): EditionState | null {
  const { edition } = schema;
  const row = db
    .select()
    .from(edition)
    .where(and(eq(edition.issue, issue), eq(edition.lang, lang)))
    .get();
  return row?.state === 'sent' || row?.state === 'corrected' ? row.state : null;
}

/** Slots and pieces must be there; sections are the template's, which the store does not know. */
function checkOwner(db: Db, { issue, owner }: TextKey): void {
  const [kind = '', id = ''] = owner.split(':');
  if (owner === 'issue' || (kind === 'section' && id !== '')) return;
  const table = kind === 'slot' ? schema.slot : kind === 'piece' ? schema.piece : null;
  const row =
    table === null
      ? undefined
      : db
          .select({ issue: table.issue })
          .from(table)
          .where(eq(table.id, Number(id)))
          .get();
  if (row?.issue !== issue) throw new Error(say('store.noOwner', { issue, owner }));
}

function markTouched(db: Db, { owner, author }: NewWording): void {
  const [kind, id] = owner.split(':');
  if (kind !== 'slot') return;
  db.update(schema.slot)
    .set({ touchedBy: author })
    .where(and(eq(schema.slot.id, Number(id)), isNull(schema.slot.touchedBy)))
    .run();
}

function markCorrected(db: Db, text: NewWording, standing: Wording | null, why: string): void {
  const { issue, lang, owner, field, value, author, at } = text;
  db.update(schema.edition)
    .set({ state: 'corrected' })
    .where(and(eq(schema.edition.issue, issue), eq(schema.edition.lang, lang)))
    .run();
  const before = { owner, field, value: standing?.value ?? '' };
  const after = { owner, field, value };
  leaveTrail(db, { issue, owner: `edition:${lang}`, action: 'correct', before, after }, { editor: author, at, why });
}
