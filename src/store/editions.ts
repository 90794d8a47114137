import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { IssueLang, Night } from '../model.ts';
import { openNext, type Issue } from './issues.ts';
import type { Db } from './open.ts';
import { recordSent, type SentIssue } from './printed.ts';
import * as schema from './schema.ts';
import type { TrailAction } from './schema.ts';
import { isSamePerson } from './sign-off.ts';
import { leaveTrail, refused, trailOf, type EditorAct, type Refused } from './trail.ts';
import { write } from './write.ts';

export type Edition = typeof schema.edition.$inferSelect;
export type EditionChanged = { is: 'done'; edition: Edition } | Refused;
type Next = (now: Edition) => Partial<Edition> | Refused;
export type Sent = { is: 'done'; edition: Edition; next: Issue | null } | Refused;

/**
 * An issue in one language, from draft over review (signed by a second editor) to sent and corrected. Who did what stands
 * in the trail.
 */
export class Editions {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  async of(issue: number): Promise<Edition[]> {
    const { edition } = schema;
    return this.#db.select().from(edition).where(eq(edition.issue, issue)).orderBy(asc(edition.lang)).all();
  }

  /** Asks for a second editor. */
  async review(issue: number, lang: IssueLang, act: EditorAct): Promise<EditionChanged> {
    return this.#step(issue, lang, 'review', act, ({ state }) =>
      state === 'draft' ? { state: 'review' } : refused('state'),
    );
  }

  /** Gives it back to be worked on. */
  async sendBack(issue: number, lang: IssueLang, act: EditorAct): Promise<EditionChanged> {
    return this.#step(issue, lang, 'return', act, (edition) =>
      edition.state === 'review' ? { state: 'draft', signedBy: null } : refused('state'),
    );
  }

  /** The second editor's signature; whoever asked for it cannot give it. It falls with the next change. */
  async sign(issue: number, lang: IssueLang, act: EditorAct): Promise<EditionChanged> {
    return this.#step(issue, lang, 'sign', act, (edition) => {
      if (edition.state !== 'review') return refused('state');
      const asked = trailOf(this.#db, issue, `edition:${lang}`).findLast(({ action }) => action === 'review');
      return isSamePerson(asked?.editor ?? '', act.editor) ? refused('second-editor') : { signedBy: act.editor };
    });
  }

  /**
   * Keeps what was sent. The first language that is sent closes the issue: its lineup stays as it is, and the next issue
   * opens, with everything since. `next` is null when one was open already.
   */
  async send(
    issue: number,
    lang: IssueLang,
    sent: SentIssue & { date: Night; template: string },
    act: EditorAct,
  ): Promise<Sent> {
    return write(this.#db, () => {
      const done = this.#stepNow(issue, lang, 'send', act, ({ state, signedBy }) => {
        if (state !== 'review') return refused('state');
        return signedBy === null ? refused('unsigned') : { state: 'sent', sentAt: act.at, date: sent.date };
      });
      if (done.is === 'refused') return done;
      recordSent(this.#db, issue, lang, sent, act.at);
      const closed = this.#db
        .update(schema.issue)
        .set({ closedAt: act.at })
        .where(and(eq(schema.issue.number, issue), isNull(schema.issue.closedAt)))
        .run();
      const langs = this.#db.select().from(schema.edition).where(eq(schema.edition.issue, issue)).all();
      const from = { template: sent.template, windowFrom: act.at, now: act.at, langs: langs.map((each) => each.lang) };
      return { ...done, next: closed.changes === 0 ? null : openNext(this.#db, from) };
    });
  }

  /** Keeps what readers have now, after a correction or a look at the published page. */
  async record(
    issue: number,
    lang: IssueLang,
    action: 'correct' | 'reconcile',
    sent: SentIssue,
    act: EditorAct,
  ): Promise<EditionChanged> {
    return write(this.#db, () => {
      const isOut = ({ state }: Edition): boolean => state === 'sent' || state === 'corrected';
      const next = action === 'correct' ? ({ state: 'corrected' } as const) : {};
      const done = this.#stepNow(issue, lang, action, act, (edition) => (isOut(edition) ? next : refused('state')));
      if (done.is === 'done') recordSent(this.#db, issue, lang, sent, act.at);
      return done;
    });
  }

  /** The whole issue as readers got it last; null when it was not sent from here. */
  async sentCopy(issue: number, lang: IssueLang): Promise<typeof schema.sentCopy.$inferSelect | null> {
    const { sentCopy } = schema;
    const here = and(eq(sentCopy.issue, issue), eq(sentCopy.lang, lang));
    return this.#db.select().from(sentCopy).where(here).orderBy(desc(sentCopy.id)).limit(1).get() ?? null;
  }

  async #step(
    issue: number,
    lang: IssueLang,
    action: TrailAction,
    act: EditorAct,
    next: Next,
  ): Promise<EditionChanged> {
    return write(this.#db, () => this.#stepNow(issue, lang, action, act, next));
  }

  #stepNow(issue: number, lang: IssueLang, action: TrailAction, act: EditorAct, next: Next): EditionChanged {
    const here = and(eq(schema.edition.issue, issue), eq(schema.edition.lang, lang));
    const now = this.#db.select().from(schema.edition).where(here).get();
    if (now === undefined) return refused('unknown');
    const change = next(now);
    if ('is' in change) return change;
    if (Object.keys(change).length > 0) this.#db.update(schema.edition).set(change).where(here).run();
    const edition = { ...now, ...change };
    const [before, after] = [{ state: now.state }, { state: edition.state }];
    // A corrected text has left its own row, with what it said before.
    if (action !== 'correct') leaveTrail(this.#db, { issue, owner: `edition:${lang}`, action, before, after }, act);
    return { is: 'done', edition };
  }
}
