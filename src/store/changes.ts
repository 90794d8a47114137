import { and, asc, desc, eq, gt, gte, inArray, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { Article, Instant } from '../model.ts';
import { isWithdrawn } from '../text/corrections.ts';
import { inJson, type ItemRow } from './curation.ts';
import { changesBetween, type FieldChange } from './draft-changes.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import type { ChangedField } from './schema.ts';
import { write } from './write.ts';

export type Change = typeof schema.change.$inferSelect;

/** How far a story had come when something changed: kept or held by somebody, in the open issue, in a past one. */
export type Reached = 'kept' | 'held' | 'slotted' | 'printed';

/** Something that is no longer as it was when somebody decided about it. */
export interface ChangeSince extends Change {
  story: number;
  /** As the item is titled now. */
  title: string;
  reached: Reached;
  /** When it got there. */
  since: Instant;
  /** The issue that it stands or stood in. */
  issue: number | null;
}

/** A page that was asked for again. */
export interface AskedAgain {
  at: Instant;
  /** 0 = no answer; 304 = nothing new. */
  status: number;
  etag: string | null;
  lastModified: string | null;
  article: Article | null;
}

/** Dates are put right all the time; no editor changes a decision for them. */
export const UNTOLD: readonly ChangedField[] = ['published', 'updated'];
const DAY = 86_400_000;
/** What was printed is watched for so long. */
const WATCHED = 60 * DAY;

interface Stand {
  story: number;
  reached: Reached;
  since: Instant;
  issue: number | null;
}

/** What changed in items and stories after they were first seen. Facts: nothing that a person wrote is touched. */
export class Changes {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Everything that changed in what was kept, held, slotted or printed, since then, newest first. */
  async sinceDecided(now: Instant): Promise<ChangeSince[]> {
    const { change, item } = schema;
    const stands = this.#stands(now);
    const rows = this.#db
      .select({ change, story: item.story, title: item.title })
      .from(change)
      .innerJoin(item, eq(item.id, change.itemId))
      .where(and(inJson(item.story, [...stands.keys()]), notInArray(change.field, [...UNTOLD])))
      .orderBy(desc(change.at), desc(change.id))
      .all();
    return rows.flatMap(({ change: row, story, title }) => {
      const stand = (stands.get(story ?? 0) ?? []).filter(({ since }) => since < row.at).at(-1);
      if (story === null || stand === undefined) return [];
      const { reached, since, issue } = stand;
      return [{ ...row, story, title, reached, since, issue }];
    });
  }

  /** Everything that changed in these items since they were first seen, oldest first. */
  async of(items: readonly number[]): Promise<Change[]> {
    const { change } = schema;
    return this.#db
      .select()
      .from(change)
      .where(and(inJson(change.itemId, items), notInArray(change.field, [...UNTOLD])))
      .orderBy(asc(change.at), asc(change.id))
      .all();
  }

  /** Items of what was decided about, whose pages are worth asking for again; those asked longest ago first. */
  async watched(now: Instant, days: number): Promise<number[]> {
    const { item, article } = schema;
    const stands = this.#stands(now);
    const recent = [...stands].filter(([, list]) => list.some(({ since }) => since > now - days * DAY));
    return this.#db
      .select({ id: item.id })
      .from(item)
      .leftJoin(article, eq(article.itemId, item.id))
      .where(
        and(
          isNull(item.aliasOf),
          inJson(
            item.story,
            recent.map(([story]) => story),
          ),
        ),
      )
      .orderBy(asc(sql`coalesce(${article.fetchedAt}, 0)`), asc(item.id))
      .all()
      .map(({ id }) => id);
  }

  /** Which of these stories somebody decided about. */
  async decidedAmong(stories: readonly number[], now: Instant): Promise<Set<number>> {
    const stands = this.#stands(now);
    return new Set(stories.filter((story) => stands.has(story)));
  }

  /**
   * Compares an item's page with what was read of it before, and keeps what is new. The stored text stays as it is:
   * printed lines point into it. Returns what was found.
   */
  async compare(itemId: number, page: AskedAgain): Promise<FieldChange[]> {
    return write(this.#db, () => {
      const { item, article } = schema;
      const row = this.#db.select().from(item).where(eq(item.id, itemId)).get();
      const read = this.#db.select().from(article).where(eq(article.itemId, itemId)).get();
      if (row === undefined) return [];
      const wasGone = this.#wasGone(itemId);
      const wasNever = read !== undefined && isMissing(read.status ?? 200) && !wasGone;
      const found = [...(wasNever ? [] : presence(page, wasGone)), ...pageChanges(row, read, page.article)];
      const fresh = found.filter((each) => !this.#isKnown(itemId, each));
      for (const each of fresh) this.#add(itemId, page.at, each);
      const { at: fetchedAt, status, etag, lastModified } = page;
      const answered = page.article === null ? { fetchedAt, status } : { fetchedAt, status, etag, lastModified };
      this.#db.update(article).set(answered).where(eq(article.itemId, itemId)).run();
      return fresh;
    });
  }

  #wasGone(itemId: number): boolean {
    const { change } = schema;
    const last = this.#db
      .select()
      .from(change)
      .where(and(eq(change.itemId, itemId), eq(change.field, 'gone')))
      .orderBy(desc(change.id))
      .limit(1)
      .get();
    return last !== undefined && last.after !== null;
  }

  #isKnown(itemId: number, { field, before, after }: FieldChange): boolean {
    const { change } = schema;
    if (field === 'gone') return false;
    const same = and(eq(change.itemId, itemId), eq(change.field, field), sql`${change.before} is ${before}`);
    return (
      this.#db
        .select()
        .from(change)
        .where(and(same, sql`${change.after} is ${after}`))
        .get() !== undefined
    );
  }

  #add(itemId: number, at: Instant, change: FieldChange): void {
    this.#db
      .insert(schema.change)
      .values({ itemId, sourceId: null, at, ...change })
      .run();
  }

  /** What stories have reached, each story's steps oldest first. */
  #stands(now: Instant): Map<number, Stand[]> {
    const steps = [...this.#decided(), ...this.#slotted(), ...this.#printed(now - WATCHED)];
    const stands = new Map<number, Stand[]>();
    for (const step of steps.toSorted((a, b) => a.since - b.since))
      stands.set(step.story, [...(stands.get(step.story) ?? []), step]);
    return stands;
  }

  /** The newest keep or hold of each story that was neither undone nor followed by a spike. */
  #decided(): Stand[] {
    const { decision, item } = schema;
    const undone = this.#db.select({ id: decision.undoes }).from(decision).where(isNotNull(decision.undoes));
    const rows = this.#db
      .select({ story: item.story, action: decision.action, since: decision.at })
      .from(decision)
      .innerJoin(item, eq(item.id, decision.story))
      .where(and(inArray(decision.action, ['keep', 'hold', 'spike']), notInArray(decision.id, undone)))
      .orderBy(asc(decision.id))
      .all();
    const newest = new Map(rows.map((row) => [row.story, row]));
    return [...newest.values()].flatMap(({ story, action, since }) => {
      if (story === null || action === 'spike') return [];
      return [{ story, reached: action === 'keep' ? ('kept' as const) : ('held' as const), since, issue: null }];
    });
  }

  /** Slots of the open issue count from when it was opened, or the report was first seen. */
  #slotted(): Stand[] {
    const { slot, issue, item } = schema;
    const since = sql<number>`max(${issue.openedAt}, ${item.firstSeen})`;
    return this.#db
      .select({ story: item.story, since, issue: issue.number })
      .from(slot)
      .innerJoin(issue, eq(issue.number, slot.issue))
      .innerJoin(item, eq(item.id, slot.item))
      .where(and(isNull(issue.closedAt), isNull(slot.removedAt)))
      .all()
      .flatMap((row) => (row.story === null ? [] : [{ ...row, story: row.story, reached: 'slotted' as const }]));
  }

  #printed(from: Instant): Stand[] {
    const { printed, item, itemKey } = schema;
    const recent = gte(printed.date, from);
    const byKey = this.#db
      .selectDistinct({ story: item.story, since: printed.date, issue: printed.issue })
      .from(printed)
      .innerJoin(itemKey, eq(itemKey.key, printed.key))
      .innerJoin(item, eq(item.id, itemKey.itemId))
      .where(recent)
      .all();
    const byStory = this.#db
      .selectDistinct({ story: item.story, since: printed.date, issue: printed.issue })
      .from(printed)
      .innerJoin(item, eq(item.id, printed.story))
      .where(and(recent, gt(printed.story, 0)))
      .all();
    return [...byKey, ...byStory].flatMap((row) =>
      row.story === null ? [] : [{ ...row, story: row.story, reached: 'printed' as const }],
    );
  }
}

/** @param read what was read before; undefined when nothing was */
function pageChanges(
  item: ItemRow,
  read: typeof schema.article.$inferSelect | undefined,
  article: Article | null,
): FieldChange[] {
  if (article === null) return [];
  const [was, is] = [read?.text ?? '', article.text];
  const title = read?.facts?.title ?? '';
  const changes: FieldChange[] = was === '' || is === '' ? [] : changesBetween(was, is, item.language);
  if (title !== '' && article.title !== '' && title !== article.title)
    changes.push({ field: 'title', before: title, after: article.title });
  if (item.arxiv !== null && isWithdrawn(is) && !isWithdrawn(was === '' ? item.summary : was))
    changes.push({ field: 'withdrawn', before: null, after: is.slice(0, 300) });
  return changes;
}

function presence({ status }: AskedAgain, wasGone: boolean): FieldChange[] {
  if (isMissing(status) && !wasGone) return [{ field: 'gone', before: null, after: String(status) }];
  const isBack = wasGone && status >= 200 && status < 400;
  return isBack ? [{ field: 'gone', before: 'gone', after: null }] : [];
}

function isMissing(status: number): boolean {
  return status === 404 || status === 410;
}
