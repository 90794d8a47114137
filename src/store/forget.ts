import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import type { Instant } from '../model.ts';
import { addressKey } from '../text/urls.ts';
import { standingItem } from './alias.ts';
import { inJson, type ItemRow } from './curation.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';

/** What a publisher asks us to let go of. */
export type ToForget = { address: string } | { outlet: string };

/** What a request comes to. */
export interface ToldForgotten {
  items: number;
  /** Texts taken from pages or given whole by feeds. */
  texts: number;
  /** Open issues' slots whose texts rest on these items: an editor's to change. */
  slots: number;
}

type Addressed = Pick<ItemRow, 'url' | 'canonicalUrl' | 'outlet'>;

/** Deletion on request. Titles, addresses and decisions stay: past issues rest on them. */
export class Forgetting {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** Whether texts of an item may neither be asked for nor kept. */
  async check(): Promise<(item: Addressed) => boolean> {
    return readForgotten(this.#db) ?? (() => false);
  }

  /** What would be let go. */
  async preview(what: ToForget): Promise<ToldForgotten> {
    return this.#count(this.#itemsOf(what));
  }

  /** Removes texts and summaries of all items that it concerns, and blocks them for good. Returns what was let go. */
  async forget(what: ToForget, editor: string, at: Instant): Promise<ToldForgotten> {
    return write(this.#db, () => {
      const items = this.#itemsOf(what);
      const ids = items.map(({ id }) => id);
      const told = this.#count(items);
      this.#db.delete(schema.article).where(inJson(schema.article.itemId, ids)).run();
      this.#db.update(schema.item).set({ summary: '' }).where(inJson(schema.item.id, ids)).run();
      this.#forgetQuoted(ids);
      this.#tellWritten(ids, at);
      for (const { kind, name } of namesOf(what, items))
        this.#db.insert(schema.forgotten).values({ kind, name, editor, at }).onConflictDoNothing().run();
      return told;
    });
  }

  /**
   * What was quoted elsewhere: what decisions were taken on, and sentences that changed. The decision itself stays; words
   * of several reports stand in one text there, so that all of it goes.
   */
  #forgetQuoted(ids: readonly number[]): void {
    const { change, decision, item } = schema;
    const about = sql`exists (select 1 from json_each(${decision.takenOn}, '$.items') as told
        where told.value in (select value from json_each(${JSON.stringify(ids)})))
      or ${decision.story} in (select ${item.story} from ${item} where ${inJson(item.id, ids)})`;
    const without = sql`json_replace(${decision.takenOn}, '$.summary', '', '$.input.text', '', '$.input.abstract', '')`;
    this.#db.update(decision).set({ takenOn: without }).where(about).run();
    const fields = ['numbers', 'corrected', 'withdrawn'] as const;
    this.#db
      .update(change)
      .set({ before: null, after: null })
      .where(and(inJson(change.itemId, ids), inArray(change.field, [...fields])))
      .run();
  }

  /** What was written from these texts stands, in the lineup and in the list of changes: a person is to look at it. */
  #tellWritten(ids: readonly number[], at: Instant): void {
    const { change, slot } = schema;
    const told = this.#db
      .selectDistinct({ itemId: slot.item })
      .from(slot)
      .where(and(inJson(slot.item, ids), isNull(slot.removedAt)))
      .all();
    for (const { itemId } of told)
      if (itemId !== null) this.#db.insert(change).values({ itemId, at, field: 'forgotten' }).run();
  }

  /** The items, with the aliases they took over. */
  #itemsOf(what: ToForget): ItemRow[] {
    const { item, itemKey } = schema;
    if ('outlet' in what)
      return this.#db
        .select()
        .from(item)
        .where(eq(sql`lower(${item.outlet})`, what.outlet.toLowerCase()))
        .all();
    const held = this.#db
      .select()
      .from(itemKey)
      .where(eq(itemKey.key, addressKey(what.address)))
      .all();
    const ids = held.map(({ itemId }) => standingItem(this.#db, itemId)?.id ?? itemId);
    return this.#db
      .select()
      .from(item)
      .where(or(inArray(item.id, ids), inArray(item.aliasOf, ids)))
      .all();
  }

  #count(items: readonly ItemRow[]): ToldForgotten {
    const { article, slot, issue } = schema;
    const ids = items.map(({ id }) => id);
    const texts = this.#db.select().from(article).where(inJson(article.itemId, ids)).all();
    const slots = this.#db
      .select({ id: slot.id })
      .from(slot)
      .innerJoin(issue, eq(issue.number, slot.issue))
      .where(and(inJson(slot.item, ids), isNull(slot.removedAt), isNull(issue.closedAt)))
      .all();
    return {
      items: items.filter(({ aliasOf }) => aliasOf === null).length,
      texts: texts.filter(({ text }) => text !== '').length,
      slots: slots.length,
    };
  }
}

/** The names to block: the outlet, or every address that the items are known to have. */
function namesOf(what: ToForget, items: readonly ItemRow[]): { kind: 'address' | 'outlet'; name: string }[] {
  if ('outlet' in what) return [{ kind: 'outlet', name: what.outlet.toLowerCase() }];
  const keys = new Set(
    [what.address, ...items.flatMap(({ url, canonicalUrl }) => [url, canonicalUrl])].map(addressKey),
  );
  return [...keys].map((name) => ({ kind: 'address', name }));
}

/** Tells what is forgotten; null when nothing is, which is the rule. */
export function readForgotten(db: Db): ((item: Addressed) => boolean) | null {
  const rows = db.select().from(schema.forgotten).all();
  if (rows.length === 0) return null;
  const names = (kind: 'address' | 'outlet'): Set<string> =>
    new Set(rows.filter((row) => row.kind === kind).map(({ name }) => name));
  const [addresses, outlets] = [names('address'), names('outlet')];
  return ({ url, canonicalUrl, outlet }) =>
    outlets.has(outlet.toLowerCase()) || addresses.has(addressKey(canonicalUrl)) || addresses.has(addressKey(url));
}
