import { and, eq, inArray, max } from 'drizzle-orm';
import type { IssueLang } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { isMachine } from './text-state.ts';
import { leaveTrail, refused, trailOf, type Changed, type EditorAct } from './trail.ts';

/** What is signed: a slot, or a feature with all that belongs to it. */
export interface ToSign {
  id: number;
  issue: number;
  lang: IssueLang;
  /** Whose texts are read: the first is the slot or feature itself. */
  owners: readonly string[];
  touchedBy?: string | null;
}

/** A sign-off that holds. */
export interface SignedOff {
  owner: string;
  lang: IssueLang;
  editor: string;
}

/** Names are one whatever their case. */
export function isSamePerson(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase();
}

/** Signs the texts as they stand. Whoever wrote or placed them cannot be the second pair of eyes. */
export function signOff(db: Db, { id, issue, lang, owners, touchedBy = null }: ToSign, act: EditorAct): Changed {
  const owner = owners[0] ?? '';
  const texts = textsOf(db, issue, lang, owners);
  const authors = texts.map(({ author }) => author).filter((author) => !isMachine(author));
  if ([...authors, touchedBy ?? ''].some((name) => isSamePerson(name, act.editor))) return refused('second-editor');
  const version = Math.max(0, ...texts.map((text) => text.id));
  const trail = leaveTrail(db, { issue, owner, action: 'sign', after: { lang, version, owners: [...owners] } }, act);
  return { is: 'done', id, trail };
}

/** The sign-offs of an issue that hold: no text they cover has been written since. */
export function signedOff(db: Db, issue: number): SignedOff[] {
  return trailOf(db, issue)
    .filter(({ action, owner }) => action === 'sign' && !owner.startsWith('edition:'))
    .flatMap(({ owner, editor, after }) => {
      const lang = after?.['lang'] === 'ko' ? 'ko' : 'en';
      const owners = Array.isArray(after?.['owners']) ? after['owners'].map(String) : [owner];
      const newest = Math.max(0, ...textsOf(db, issue, lang, owners).map(({ id }) => id));
      return newest > Number(after?.['version']) ? [] : [{ owner, lang, editor }];
    });
}

/** The newest version of every text of some owners. */
function textsOf(
  db: Db,
  issue: number,
  lang: IssueLang,
  owners: readonly string[],
): (typeof schema.wording.$inferSelect)[] {
  const { wording } = schema;
  const newest = db
    .select({ id: max(wording.id) })
    .from(wording)
    .where(and(eq(wording.issue, issue), eq(wording.lang, lang), inArray(wording.owner, [...owners])))
    .groupBy(wording.owner, wording.field);
  return db.select().from(wording).where(inArray(wording.id, newest)).all();
}
