import type { Instant, ItemDraft } from '../model.ts';
import { makeAlias } from './alias.ts';
import { readForgotten } from './forget.ts';
import { type Draft, type Heard, hear, type Redated, type Said } from './hear.ts';
import type { Db } from './open.ts';
import type { ItemRow } from './curation.ts';
import { changesOf, iso } from './draft-changes.ts';
import type { NewLedgerRow } from './nights.ts';
import { prepareRecording, type Statements } from './record-sql.ts';
import type { SourceState } from './sources.ts';
import { write } from './write.ts';
import type { Sentence } from '../text/said.ts';

export type { Said } from './hear.ts';

/** A draft with the reason why it is the item that it is. */
interface Identified extends Draft {
  why: string;
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
  said: readonly Said[] | null;
  /** @param unusable why entries could not become items */
  settle(counts: Counts, unusable: readonly Sentence[]): { state: SourceState; ledger: NewLedgerRow };
}

/** What identity may know of a stored item. */
export interface KnownItem {
  id: number;
  title: string;
  summary: string;
  published: Instant | null;
  addresses: readonly string[];
  /** Ids of the sources that showed it. */
  sources: readonly string[];
}

/** The stored items that share a key with the drafts, by that key. */
export interface KnownIndex {
  byEntry: ReadonlyMap<string, KnownItem>;
  byAddress: ReadonlyMap<string, readonly KnownItem[]>;
  byTitleDay: ReadonlyMap<string, readonly KnownItem[]>;
}

/** What a draft can be found by (see dedupe/keys.ts). */
export interface Keys {
  entry: string;
  addresses: readonly string[];
  titleDay: string | null;
}

/** The fields of a draft or an item that it is found by. */
export type Keyed = Pick<
  ItemDraft,
  'sourceId' | 'entryId' | 'url' | 'canonicalUrl' | 'title' | 'claimedPublished' | 'arxiv'
>;

/** The identity stage (dedupe/), handed in: how drafts are keyed, and which stored item each of them is. */
export interface IdentityStage {
  keysOf(draft: Keyed): Keys;
  identifyBatch(
    drafts: readonly ItemDraft[],
    known: KnownIndex,
    keys: readonly Keys[],
  ): readonly (
    | { is: 'known'; item: number; aliases: readonly number[]; reason: string }
    | { is: 'repeat'; draft: number; reason: string }
    | { is: 'new'; reason: string }
  )[];
}

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
  readonly #sql: Statements;
  constructor(db: Db) {
    this.#db = db;
    this.#sql = prepareRecording(db);
  }

  async record(readings: readonly Reading[], stage: IdentityStage): Promise<Counts[]> {
    // Before the transaction: other programs can write while items are made.
    const all = readings.map((reading) => ({ reading, heard: this.#hear(reading) }));
    return write(this.#db, () => {
      const allowed = this.#allowed();
      return all.map(({ reading, heard }) => this.#recordOne(reading, heard, allowed, stage));
    });
  }

  /** Stores one draft that no source showed: an editor's find. Returns the item that it is. */
  async recordFind(draft: ItemDraft, at: Instant, stage: IdentityStage): Promise<number> {
    return write(this.#db, () => {
      const { sourceId, entryId } = draft;
      const sightings = (): { itemId: number }[] =>
        this.#sql.returned.all({ sourceId, entries: JSON.stringify([entryId]) });
      const before = new Map(sightings().map((row) => [entryId, row]));
      this.#identify([this.#allowed()({ ...draft, digest: '' })], before, stage, at, { new: 0, updated: 0 });
      const [found] = sightings();
      if (found === undefined) throw new Error('the find was not stored');
      return found.itemId;
    });
  }

  /** Takes from drafts the texts that a publisher asked us to let go of. */
  #allowed(): (draft: Draft) => Draft {
    const isForgotten = readForgotten(this.#db);
    if (isForgotten === null) return (draft) => draft;
    return (draft) => (isForgotten(draft) ? { ...draft, summary: '', text: '' } : draft);
  }

  #hear({ sourceId, said }: Reading): Heard | null {
    return said === null ? null : hear(sourceId, said, this.#sql);
  }

  #recordOne(reading: Reading, heard: Heard | null, allowed: (draft: Draft) => Draft, stage: IdentityStage): Counts {
    const counts = { new: 0, updated: 0 };
    if (heard !== null) {
      this.#recordDrafts(reading, { ...heard, drafts: heard.drafts.map(allowed) }, stage, counts);
      for (const redated of heard.redated) if (this.#redate(redated, reading, stage)) counts.updated += 1;
    }
    const { state, ledger } = reading.settle(counts, heard?.unusable ?? []);
    this.#sql.saveSource.run(state);
    this.#sql.addLedger.run(ledger);
    return counts;
  }

  #recordDrafts({ sourceId, at }: Reading, heard: Heard, stage: IdentityStage, counts: Counts): void {
    for (const entryId of heard.back) this.#sql.shownAgain.run({ sourceId, entryId });
    this.#fellOff(sourceId, heard.gone, at);
    const strangers = this.#updateAcquaintances(heard.drafts, heard.before, stage, at, counts);
    this.#identify(strangers, heard.before, stage, at, counts);
  }

  /** Writes the new dates of an item. Returns whether the one that orders it changed. */
  #redate({ said, item }: Redated, { sourceId, at }: Reading, stage: IdentityStage): boolean {
    const { entryId, claimedPublished, claimedUpdated } = said;
    this.#sql.redateSighting.run({ sourceId, entryId, claimedPublished, claimedUpdated });
    const published = publishedOf(said, item);
    if (published === item.published) return false;
    const change = { field: 'published', before: iso(item.published), after: iso(published) };
    this.#sql.addChange.run({ itemId: item.id, sourceId, at, ...change });
    this.#sql.redate.run({ id: item.id, published, updated: claimedUpdated ?? at });
    const { titleDay } = stage.keysOf({ ...item, sourceId, entryId, claimedPublished });
    if (titleDay !== null) this.#sql.addKey.run({ key: titleDay, itemId: item.id });
    return true;
  }

  /**
   * Updates the items of entries that keep both id and address: the first rule of identity, and by far the commonest
   * case, so it is decided without looking further. Returns the drafts that need a look.
   */
  #updateAcquaintances(
    drafts: readonly Draft[],
    before: ReadonlyMap<string, { itemId: number }>,
    stage: IdentityStage,
    at: Instant,
    counts: Counts,
  ): Draft[] {
    const ids = drafts.flatMap(({ entryId }) => before.get(entryId)?.itemId ?? []);
    const rows = ids.length === 0 ? [] : this.#sql.byIds.all({ ids: JSON.stringify(ids) });
    const items = new Map(rows.map((row) => [row.id, row]));
    return drafts.filter((draft) => {
      const item = items.get(before.get(draft.entryId)?.itemId ?? 0);
      if (item === undefined || item.aliasOf !== null || item.canonicalUrl !== draft.canonicalUrl) return true;
      if (this.#updateItem(item, { ...draft, why: 'same id and address' }, stage.keysOf(draft), at))
        counts.updated += 1;
      return false;
    });
  }

  #identify(
    drafts: readonly Draft[],
    before: ReadonlyMap<string, { itemId: number }>,
    stage: IdentityStage,
    at: Instant,
    counts: Counts,
  ): void {
    const keys = drafts.map((draft) => stage.keysOf(draft));
    const stored: number[] = [];
    for (const [index, identity] of stage.identifyBatch(drafts, this.#known(drafts, keys, before), keys).entries()) {
      const given = drafts[index];
      const own = keys[index];
      if (given === undefined || own === undefined) continue;
      const draft = { ...given, why: identity.reason };
      if (identity.is === 'new') {
        stored[index] = this.#addItem(draft, own, at);
        counts.new += 1;
        continue;
      }
      const id = identity.is === 'known' ? identity.item : (stored[identity.draft] ?? 0);
      stored[index] = id;
      if (identity.is === 'known') for (const alias of identity.aliases) makeAlias(this.#db, alias, id);
      const item = this.#resolve(id);
      if (item !== undefined && this.#updateItem(item, draft, own, at)) counts.updated += 1;
    }
  }

  /** Loads what the drafts may turn out to be, by one query for all their keys. */
  #known(drafts: readonly Draft[], keys: readonly Keys[], before: ReadonlyMap<string, { itemId: number }>): KnownIndex {
    const wanted = keys.flatMap(({ addresses, titleDay }) =>
      titleDay === null ? addresses : [...addresses, titleDay],
    );
    const hits = wanted.length === 0 ? [] : this.#sql.byKeys.all({ keys: JSON.stringify(wanted) });
    const byKey = new Map<string, KnownItem[]>();
    for (const { key, itemId } of hits) {
      const item = this.#knownItem(itemId);
      const others = byKey.get(key) ?? [];
      if (item !== null && !others.some((other) => other.id === item.id)) byKey.set(key, [...others, item]);
    }
    const byEntry = new Map<string, KnownItem>();
    for (const [index, draft] of drafts.entries()) {
      const item = this.#knownItem(before.get(draft.entryId)?.itemId);
      const key = keys[index]?.entry;
      if (item !== null && key !== undefined) byEntry.set(key, item);
    }
    return { byEntry, byAddress: byKey, byTitleDay: byKey };
  }

  #knownItem(id: number | undefined): KnownItem | null {
    const row = this.#resolve(id);
    if (row === undefined) return null;
    const addresses = this.#sql.keysOf.all({ itemId: row.id }).map(({ key }) => key);
    const sources = this.#sql.sourcesOf.all({ itemId: row.id }).map(({ sourceId }) => sourceId);
    return { ...row, addresses, sources };
  }

  /** Follows aliases to the item that stands for them. */
  #resolve(id: number | undefined): ItemRow | undefined {
    const row = id === undefined ? undefined : this.#sql.byId.get({ id });
    return row === undefined || row.aliasOf === null ? row : this.#resolve(row.aliasOf);
  }

  #addItem(draft: Identified, keys: Keys, at: Instant): number {
    const { lastInsertRowid } = this.#sql.addItem.run({
      ...draft,
      published: plausible(draft.claimedPublished, at),
      firstSeen: at,
      updated: draft.claimedUpdated,
      arxivId: draft.arxiv?.id ?? null,
      onlyDiscussed: draft.discussion !== null,
    });
    const itemId = Number(lastInsertRowid);
    this.#sql.see.run({ ...sightingOf(itemId, draft), firstSeen: at });
    this.#addKeys(itemId, keys);
    if (draft.text !== '') this.#sql.addArticle.run({ itemId, text: draft.text, fetchedAt: at });
    return itemId;
  }

  #addKeys(itemId: number, { addresses, titleDay }: Keys): void {
    for (const key of addresses) this.#sql.addKey.run({ key, itemId });
    if (titleDay !== null) this.#sql.addKey.run({ key: titleDay, itemId });
  }

  /**
   * Adds a sighting, and takes over what the draft says when its source is the one that tells the item, when it is the
   * first to report what was only discussed before, or when it brings a newer version of the paper. Returns whether
   * something changed that an editor would want to know.
   */
  #updateItem(item: ItemRow, draft: Identified, keys: Keys, at: Instant): boolean {
    this.#see(item.id, draft, at);
    this.#addKeys(item.id, keys);
    if (item.onlyDiscussed && draft.discussion === null) {
      this.#refresh(item, draft, item.updated);
      return true;
    }
    const newer = (draft.arxiv?.version ?? 0) > (item.arxiv?.version ?? 0);
    if (item.toldBy !== draft.sourceId && !newer) return false;
    const changes = changesOf(item, draft, publishedOf(draft, item));
    const { sourceId } = draft;
    for (const change of changes) this.#sql.addChange.run({ itemId: item.id, sourceId, at, ...change });
    this.#refresh(item, draft, changes.length > 0 ? (draft.claimedUpdated ?? at) : item.updated);
    return changes.length > 0;
  }

  #refresh(item: ItemRow, draft: Draft, updated: Instant | null): void {
    const published = publishedOf(draft, item);
    this.#sql.refresh.run({ ...factsOf(draft, item), id: item.id, published, updated });
  }

  #see(itemId: number, draft: Identified, at: Instant): void {
    const sighting = sightingOf(itemId, draft);
    if (this.#sql.seeAgain.run(sighting).changes === 0) this.#sql.see.run({ ...sighting, firstSeen: at });
  }

  /** What the source no longer shows was last seen when it last answered. */
  #fellOff(sourceId: string, gone: readonly string[], at: Instant): void {
    if (gone.length === 0) return;
    const lastSeen = this.#sql.answered.get({ sourceId })?.at ?? at;
    for (const entryId of gone) this.#sql.fellOff.run({ sourceId, entryId, lastSeen });
  }
}

function sightingOf(itemId: number, draft: Identified) {
  const { discussion } = draft;
  return { ...draft, itemId, discussionUrl: discussion?.url ?? null, points: discussion?.points ?? null };
}

/** The facts of an item that its newest entry gives; what the entry leaves empty may have been read from the page. */
function factsOf(draft: Draft, item: ItemRow): Partial<ItemRow> {
  const { title, summary, outlet, arxiv, sourceId: toldBy } = draft;
  const authors = draft.authors.length > 0 ? draft.authors : item.authors;
  const language = draft.language || item.language;
  const image = draft.image ?? item.image;
  return { title, authors, summary, language, outlet, image, arxiv, toldBy, onlyDiscussed: draft.discussion !== null };
}

function publishedOf(
  { claimedPublished }: Pick<Draft, 'claimedPublished'>,
  item: Pick<ItemRow, 'published' | 'firstSeen'>,
): Instant {
  return claimedPublished === null ? item.published : plausible(claimedPublished, item.firstSeen);
}
