import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Instant, ItemDraft } from '../model.ts';
import type { Db } from './open.ts';
import * as schema from './schema.ts';
import type { ItemRow } from './curation.ts';
import type { NewLedgerRow } from './nights.ts';
import type { SourceState } from './sources.ts';
import { write } from './write.ts';

/** A draft with the hash of what its entry said. */
export interface Draft extends ItemDraft {
  digest: string;
}

/** What a source's answer changed in the store. */
export interface Counts {
  new: number;
  updated: number;
}

/** One source's answer, ready to be stored with its ledger row in one transaction. */
export interface Reading {
  sourceId: string;
  at: Instant;
  /** null when the source answered that nothing changed, or did not answer. */
  drafts: readonly Draft[] | null;
  settle(counts: Counts): { state: SourceState; ledger: NewLedgerRow };
}

/** The stored items that a draft may turn out to be. */
export interface Known {
  byEntry(sourceId: string, entryId: string): ItemRow | undefined;
  byUrl(canonicalUrl: string): readonly ItemRow[];
  byArxiv(arxivId: string): ItemRow | undefined;
}

/** Says which stored item a draft is. `aliases` are further stored items that turn out to be the same one. */
export interface Identity {
  item: number | null;
  reason: string;
  aliases: readonly number[];
}
export type Identify = (draft: ItemDraft, known: Known) => Identity;

/** A claimed date this far ahead of the clock is a wrong zone, not a date; milliseconds. */
const AHEAD = 5 * 60_000;
const EARLIEST = Date.UTC(1990, 0, 1);

/** The date that orders an item: the claimed one when it can be true, else when it was first seen. */
export function plausible(claimed: Instant | null, seen: Instant): Instant {
  return claimed !== null && claimed >= EARLIEST && claimed <= seen + AHEAD ? claimed : seen;
}

/**
 * Stores what sources answered: new items, further sightings, changed titles and dates with their older values,
 * entries that fell off, the sources' state and the ledger. One transaction; an entry that says what it said before
 * costs no write.
 */
export class Recorder {
  readonly #db: Db;
  readonly #sql: ReturnType<typeof prepare>;
  constructor(db: Db) {
    this.#db = db;
    this.#sql = prepare(db);
  }

  async record(readings: readonly Reading[], identify: Identify): Promise<Counts[]> {
    return write(this.#db, () => readings.map((reading) => this.#recordOne(reading, identify)));
  }

  #recordOne(reading: Reading, identify: Identify): Counts {
    const counts = { new: 0, updated: 0 };
    if (reading.drafts !== null) this.#recordDrafts(reading, reading.drafts, identify, counts);
    const { state, ledger } = reading.settle(counts);
    this.#db.insert(schema.source).values(state).onConflictDoUpdate({ target: schema.source.id, set: state }).run();
    this.#sql.addLedger.run(ledger);
    return counts;
  }

  #recordDrafts({ sourceId, at }: Reading, drafts: readonly Draft[], identify: Identify, counts: Counts): void {
    const shown = new Map(this.#sql.shown.all({ sourceId }).map((row) => [row.entryId, row]));
    for (const draft of drafts) {
      const before = shown.get(draft.entryId) ?? this.#sql.sighting.get({ sourceId, entryId: draft.entryId });
      shown.delete(draft.entryId);
      if (before?.digest === draft.digest) {
        if (before.lastSeen !== null) this.#sql.shownAgain.run({ sourceId, entryId: draft.entryId });
        continue;
      }
      const { item, aliases } = identify(draft, this.#known);
      for (const alias of aliases) this.#alias(alias, item ?? alias);
      if (item === null) counts.new += this.#addItem(draft, at);
      else if (this.#updateItem(item, draft, before?.itemId === item, at)) counts.updated += 1;
    }
    this.#fellOff([...shown.values()], at);
  }

  readonly #known: Known = {
    byEntry: (sourceId, entryId) => this.#resolve(this.#sql.sighting.get({ sourceId, entryId })?.itemId),
    byUrl: (canonicalUrl) => this.#sql.byUrl.all({ canonicalUrl }),
    byArxiv: (arxivId) => this.#sql.byArxiv.get({ arxivId }),
  };

  /** Follows aliases to the item that stands for them. */
  #resolve(id: number | undefined): ItemRow | undefined {
    const row = id === undefined ? undefined : this.#sql.byId.get({ id });
    return row === undefined || row.aliasOf === null ? row : this.#resolve(row.aliasOf);
  }

  #addItem(draft: Draft, at: Instant): number {
    const { lastInsertRowid } = this.#sql.addItem.run({
      ...draft,
      published: plausible(draft.claimedPublished, at),
      firstSeen: at,
      updated: draft.claimedUpdated,
      arxivId: draft.arxiv?.id ?? null,
      onlyDiscussed: draft.discussion !== null,
    });
    const itemId = Number(lastInsertRowid);
    this.#see(itemId, draft, at);
    if (draft.text !== '') this.#sql.addArticle.run({ itemId, text: draft.text, fetchedAt: at });
    return 1;
  }

  /** `own`: the same entry of the same source said something else before. Returns whether the item changed. */
  #updateItem(id: number, draft: Draft, own: boolean, at: Instant): boolean {
    const item = this.#resolve(id);
    if (item === undefined) return false;
    this.#see(item.id, draft, at);
    if (item.onlyDiscussed && draft.discussion === null) {
      this.#db
        .update(schema.item)
        .set({ ...factsOf(draft), published: plausible(draft.claimedPublished, item.firstSeen), onlyDiscussed: false })
        .where(eq(schema.item.id, item.id))
        .run();
      return true;
    }
    if (!own && draft.arxiv === null) return false;
    const changes = changesOf(item, draft);
    for (const change of changes)
      this.#db
        .insert(schema.change)
        .values({ itemId: item.id, sourceId: draft.sourceId, at, ...change })
        .run();
    if (!own && changes.length === 0) return false;
    this.#db
      .update(schema.item)
      .set({
        ...factsOf(draft),
        outlet: item.outlet,
        published: plausible(draft.claimedPublished, item.firstSeen),
        updated: draft.claimedUpdated ?? (changes.length > 0 ? at : item.updated),
      })
      .where(eq(schema.item.id, item.id))
      .run();
    return true;
  }

  #see(itemId: number, draft: Draft, at: Instant): void {
    this.#sql.see.run({
      ...draft,
      itemId,
      firstSeen: at,
      discussionUrl: draft.discussion?.url ?? null,
      points: draft.discussion?.points ?? null,
    });
  }

  #alias(younger: number, older: number): void {
    if (younger === older) return;
    this.#db.update(schema.item).set({ aliasOf: older }).where(eq(schema.item.id, younger)).run();
    this.#db.update(schema.sighting).set({ itemId: older }).where(eq(schema.sighting.itemId, younger)).run();
  }

  /** What the source no longer shows was last seen when it last answered. */
  #fellOff(gone: readonly { sourceId: string; entryId: string }[], at: Instant): void {
    if (gone.length === 0) return;
    const sourceId = gone[0]?.sourceId ?? '';
    const lastSeen =
      this.#db.select().from(schema.source).where(eq(schema.source.id, sourceId)).get()?.answeredAt ?? at;
    for (const { entryId } of gone) this.#sql.fellOff.run({ sourceId, entryId, lastSeen });
  }
}

/** The facts of an item that its newest entry gives. */
function factsOf(draft: Draft): Partial<ItemRow> {
  const { title, authors, summary, language, outlet, image, arxiv } = draft;
  return { title, authors, summary, language, outlet, image, arxiv };
}

/** What an editor would want to know of: the title, the date, the paper's version. */
function changesOf(
  item: ItemRow,
  draft: Draft,
): { field: schema.ChangedField; before: string | null; after: string | null }[] {
  const versions = [item.arxiv?.version, draft.arxiv?.version].map((version) => version?.toString() ?? null);
  const published = plausible(draft.claimedPublished, item.firstSeen);
  const compared = [
    { field: 'title', before: item.title, after: draft.title },
    { field: 'published', before: iso(item.published), after: iso(published) },
    { field: 'version', before: versions[0] ?? null, after: versions[1] ?? null },
  ] as const;
  return compared.filter(({ before, after }) => before !== after && after !== null);
}

function iso(at: Instant): string {
  return new Date(at).toISOString();
}

const bound = sql.placeholder;

function prepare(db: Db) {
  const { item, sighting, article, fetch } = schema;
  const thisSighting = and(eq(sighting.sourceId, bound('sourceId')), eq(sighting.entryId, bound('entryId')));
  const seen = {
    itemId: bound('itemId'),
    title: bound('title'),
    claimedPublished: bound('claimedPublished'),
    claimedUpdated: bound('claimedUpdated'),
    discussionUrl: bound('discussionUrl'),
    points: bound('points'),
    digest: bound('digest'),
  };
  return {
    shown: db
      .select({
        sourceId: sighting.sourceId,
        entryId: sighting.entryId,
        itemId: sighting.itemId,
        digest: sighting.digest,
        lastSeen: sighting.lastSeen,
      })
      .from(sighting)
      .where(and(eq(sighting.sourceId, bound('sourceId')), isNull(sighting.lastSeen)))
      .prepare(),
    sighting: db.select().from(sighting).where(thisSighting).prepare(),
    shownAgain: db.update(sighting).set({ lastSeen: null }).where(thisSighting).prepare(),
    fellOff: db
      .update(sighting)
      .set({ lastSeen: sql`${bound('lastSeen')}` })
      .where(thisSighting)
      .prepare(),
    byId: db
      .select()
      .from(item)
      .where(eq(item.id, bound('id')))
      .prepare(),
    byUrl: db
      .select()
      .from(item)
      .where(and(eq(item.canonicalUrl, bound('canonicalUrl')), isNull(item.aliasOf)))
      .prepare(),
    byArxiv: db
      .select()
      .from(item)
      .where(and(eq(item.arxivId, bound('arxivId')), isNull(item.aliasOf)))
      .prepare(),
    addItem: db
      .insert(item)
      .values({
        url: bound('url'),
        canonicalUrl: bound('canonicalUrl'),
        title: bound('title'),
        authors: bound('authors'),
        published: bound('published'),
        firstSeen: bound('firstSeen'),
        updated: bound('updated'),
        language: bound('language'),
        section: bound('section'),
        outlet: bound('outlet'),
        summary: bound('summary'),
        image: bound('image'),
        arxivId: bound('arxivId'),
        arxiv: bound('arxiv'),
        onlyDiscussed: bound('onlyDiscussed'),
      })
      .prepare(),
    see: db
      .insert(sighting)
      .values({ ...seen, sourceId: bound('sourceId'), entryId: bound('entryId'), firstSeen: bound('firstSeen') })
      .onConflictDoUpdate({
        target: [sighting.sourceId, sighting.entryId],
        set: {
          lastSeen: null,
          itemId: sql`excluded.item_id`,
          title: sql`excluded.title`,
          claimedPublished: sql`excluded.claimed_published`,
          claimedUpdated: sql`excluded.claimed_updated`,
          points: sql`excluded.points`,
          digest: sql`excluded.digest`,
        },
      })
      .prepare(),
    addArticle: db
      .insert(article)
      .values({ itemId: bound('itemId'), origin: 'feed', text: bound('text'), fetchedAt: bound('fetchedAt') })
      .onConflictDoNothing()
      .prepare(),
    addLedger: db
      .insert(fetch)
      .values({
        runId: bound('runId'),
        night: bound('night'),
        sourceId: bound('sourceId'),
        askedAt: bound('askedAt'),
        outcome: bound('outcome'),
        status: bound('status'),
        ms: bound('ms'),
        bytes: bound('bytes'),
        cached: bound('cached'),
        attempts: bound('attempts'),
        expected: bound('expected'),
        got: bound('got'),
        new: bound('new'),
        updated: bound('updated'),
        odd: bound('odd'),
        diagnosis: bound('diagnosis'),
      })
      .prepare(),
  };
}
