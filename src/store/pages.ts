import { and, eq, gte, isNotNull } from 'drizzle-orm';
import type { Article, Instant, Rights } from '../model.ts';
import { makeAlias, standingItem } from './alias.ts';
import { inJson, type ItemRow } from './curation.ts';
import { readForgotten } from './forget.ts';
import type { Db } from './open.ts';
import { plausible } from './record.ts';
import * as schema from './schema.ts';
import { write } from './write.ts';
import type { Sentence } from '../text/said.ts';

/** What came of asking for an item's page. */
export interface ReadPage {
  at: Instant;
  /** 0 = no answer; 304 = the copy we have is good. */
  status: number;
  /** After redirects. */
  finalUrl: string;
  etag: string | null;
  lastModified: string | null;
  /** null when there is none, with the reason; and with 304. */
  article: Article | null;
  reason: Sentence | null;
  /** It failed in a way that may pass: a later run asks again. */
  again: boolean;
}

/** Identity by a page (dedupe/page.ts), handed in. */
export type IdentifyPage = (
  item: { id: number; title: string },
  page: { title: string; finalUrl: string; canonicalUrl: string | null },
  holders: (key: string) => readonly { id: number; title: string }[],
) => { is: 'known'; item: number } | { is: 'itself'; keys: readonly string[] };

/** The pages behind items. */
export class Pages {
  readonly #db: Db;
  constructor(db: Db) {
    this.#db = db;
  }

  /** The validators of the copy of an item's page, for asking again. */
  async validators(itemId: number): Promise<{ etag: string | null; lastModified: string | null }> {
    const row = this.#articleOf(itemId);
    return { etag: row?.etag ?? null, lastModified: row?.lastModified ?? null };
  }

  /** Which of these items' pages were asked for at or after a moment. */
  async askedSince(itemIds: readonly number[], since: Instant): Promise<number[]> {
    const { article } = schema;
    const asked = and(inJson(article.itemId, itemIds), gte(article.fetchedAt, since), isNotNull(article.status));
    const rows = this.#db.select({ id: article.itemId }).from(article).where(asked).all();
    return rows.map(({ id }) => id);
  }

  /** Whether an item's page was ever read. */
  async wasRead(itemId: number): Promise<boolean> {
    return (this.#articleOf(itemId)?.facts ?? null) !== null;
  }

  /** Why an item has no text of its page, or less than the page had; null when nothing is missing. */
  async reason(itemId: number): Promise<string | null> {
    return this.#articleOf(itemId)?.reason ?? null;
  }

  /** What the publishers of items reserve, for those whose page was read. */
  async rights(itemIds: readonly number[]): Promise<Map<number, Rights>> {
    const { itemId, facts } = schema.article;
    const rows = this.#db.select({ itemId, facts }).from(schema.article).where(inJson(itemId, itemIds)).all();
    return new Map(rows.flatMap((row) => (row.facts === null ? [] : [[row.itemId, row.facts.rights] as const])));
  }

  /**
   * Keeps what an item's page gave, in one transaction: its text (one that the feed gave stays when the page has none),
   * facts that the feed left empty, and who the item is. Returns the id of the item that it is now: its own, or that of
   * an older item it turned out to be.
   */
  async save(itemId: number, page: ReadPage, identify: IdentifyPage): Promise<number> {
    return write(this.#db, () => {
      const { at: fetchedAt, article, reason } = page;
      const status = page.again ? null : page.status;
      const asked = { fetchedAt, status, reason };
      if (article === null) {
        this.#keep(itemId, page, status === 304 ? { fetchedAt } : asked);
        return itemId;
      }
      const { text: found, reason: _, ...facts } = article;
      const { etag, lastModified } = page;
      const read = { ...asked, facts, etag, lastModified };
      const standing = this.#identify(itemId, { ...facts, finalUrl: page.finalUrl }, identify);
      const text = readForgotten(this.#db)?.(standing) === true ? '' : found;
      const isOther = standing.id !== itemId && (this.#articleOf(standing.id)?.text ?? '') !== '';
      if (!isOther) this.#keep(standing.id, page, text === '' ? read : { ...read, origin: 'page', text });
      this.#fill(standing, facts);
      return standing.id;
    });
  }

  #keep(itemId: number, { at: fetchedAt }: ReadPage, set: Partial<typeof schema.article.$inferInsert>): void {
    this.#db
      .insert(schema.article)
      .values({ itemId, origin: 'page', text: '', fetchedAt, ...set })
      .onConflictDoUpdate({ target: schema.article.itemId, set })
      .run();
  }

  /** The older of two records stays. */
  #identify(itemId: number, page: Parameters<IdentifyPage>[1], identify: IdentifyPage): ItemRow {
    const item = this.#standing(itemId);
    const identity = identify(item, page, (key) => this.#holders(key));
    if (identity.is === 'known') {
      makeAlias(this.#db, Math.max(identity.item, item.id), Math.min(identity.item, item.id));
      return this.#standing(itemId);
    }
    for (const key of identity.keys)
      this.#db.insert(schema.itemKey).values({ key, itemId: item.id }).onConflictDoNothing().run();
    return item;
  }

  #holders(key: string): ItemRow[] {
    const rows = this.#db.select().from(schema.itemKey).where(eq(schema.itemKey.key, key)).all();
    return rows.map(({ itemId }) => this.#standing(itemId));
  }

  #standing(id: number): ItemRow {
    const row = standingItem(this.#db, id);
    if (row === undefined) throw new Error(`there is no item ${id}`);
    return row;
  }

  /** Nothing that a feed said is overwritten. */
  #fill(item: ItemRow, facts: Omit<Article, 'text' | 'reason'>): void {
    const authors = item.authors.length > 0 ? item.authors : facts.authors;
    const image = item.image ?? facts.image;
    const language = item.language || facts.language;
    const published = this.#isDated(item.id) ? item.published : plausible(facts.published, item.firstSeen);
    const filled = { authors, image, language, published };
    this.#db.update(schema.item).set(filled).where(eq(schema.item.id, item.id)).run();
  }

  #isDated(itemId: number): boolean {
    const { sighting } = schema;
    const dated = and(eq(sighting.itemId, itemId), isNotNull(sighting.claimedPublished));
    return this.#db.select().from(sighting).where(dated).limit(1).get() !== undefined;
  }

  #articleOf(itemId: number): typeof schema.article.$inferSelect | undefined {
    return this.#db.select().from(schema.article).where(eq(schema.article.itemId, itemId)).get();
  }
}
