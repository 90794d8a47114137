/**
 * Whether an item is one that is known already. The rule, its order and its guards are told in docs/notes/identity.md.
 */
import type { Instant, ItemDraft } from '../model.ts';
import { isHomePage } from '../text/urls.ts';
import { type Keys, keysOf } from './keys.ts';
import { likeness } from './likeness.ts';

/** What a store remembers of an item for this purpose. */
export interface KnownItem {
  id: number;
  /** As last claimed. */
  title: string;
  summary: string;
  published: Instant | null;
  /** Its address keys: see {@link keysOf}. */
  addresses: readonly string[];
  /** Ids of the sources that showed it. */
  sources: readonly string[];
}

/** The known items that share a key with tonight's drafts. A store loads just these; aliases are resolved by it. */
export interface KnownIndex {
  /** By the source's own id; one item an entry. */
  byEntry: ReadonlyMap<string, KnownItem>;
  byAddress: ReadonlyMap<string, readonly KnownItem[]>;
  byTitleDay: ReadonlyMap<string, readonly KnownItem[]>;
}

/** What a draft says otherwise than the stored item it is. */
export interface Changed {
  title: boolean;
  published: boolean;
  summary: boolean;
  address: boolean;
}

export type Identity =
  | {
      is: 'known';
      item: number;
      reason: string;
      changed: Changed;
      /** Other stored items that now turn out to be this one. */
      aliases: readonly number[];
    }
  /** The same as an earlier draft of the batch (its index). */
  | { is: 'repeat'; draft: number; reason: string }
  | { is: 'new'; reason: string };

/** Below this likeness two titles under one entry id are two things: the source used its id again. */
const LIKE_TITLE = 0.4;
/** Two leads this alike, under one title at one host on one day, are one article under two addresses. */
const LIKE_LEAD = 0.6;
const DAY = 86_400_000;

/**
 * Identifies a batch, in order; a draft may turn out to repeat an earlier one of the same batch.
 *
 * @param allKeys the drafts' keys, where the caller has made them already
 */
export function identifyBatch(
  drafts: readonly ItemDraft[],
  known: KnownIndex,
  allKeys: readonly Keys[] = drafts.map(keysOf),
): Identity[] {
  const seen = new Batch();
  return drafts.map((draft, index) => {
    const keys = allKeys[index] ?? keysOf(draft);
    const identity = identify(draft, keys, known, seen);
    seen.add(index, draft, keys, identity);
    return identity;
  });
}

function identify(draft: ItemDraft, keys: Keys, known: KnownIndex, seen: Batch): Identity {
  const entry = known.byEntry.get(keys.entry);
  const byAddress = findByAddress(draft, keys, known);
  if (entry !== undefined && (isSameEntry(draft, keys, entry) || byAddress?.id === entry.id)) {
    return recognised(draft, keys, entry, 'same id in the same source', byAddress === null ? [] : [byAddress]);
  }
  if (byAddress !== null) return recognised(draft, keys, byAddress, addressReason(keys), []);
  const repeat = seen.find(draft, keys);
  if (repeat !== null) return repeat;
  const twin = (keys.titleDay === null ? [] : (known.byTitleDay.get(keys.titleDay) ?? [])).find(
    (item) => likeness(item.summary, draft.summary) >= LIKE_LEAD,
  );
  if (twin !== undefined) return recognised(draft, keys, twin, 'same title, host and day, and a like lead', []);
  return { is: 'new', reason: entry === undefined ? 'not seen before' : 'the source used an old id for something new' };
}

/** An id used again for something new has another address and a title that is not like the old one. */
function isSameEntry(draft: ItemDraft, keys: Keys, entry: KnownItem): boolean {
  return shareAddress(keys.addresses, entry.addresses) || likeness(draft.title, entry.title) >= LIKE_TITLE;
}

function findByAddress(draft: ItemDraft, keys: Keys, known: KnownIndex): KnownItem | null {
  for (const key of keys.addresses) {
    const items = known.byAddress.get(key) ?? [];
    const found = items.find((item) => provesAddress(draft, item, items.length));
    if (found !== undefined) return found;
  }
  return null;
}

/**
 * A shared address is proof, except where the titles are unlike and it is a front page, is shared by several items, or
 * comes from the same source on another day under another id: a changelog whose entries all link to one page.
 */
function provesAddress(draft: ItemDraft, item: KnownItem, sharers: number): boolean {
  if (likeness(item.title, draft.title) >= LIKE_TITLE) return true;
  if (sharers > 1 || isHomePage(draft.canonicalUrl)) return false;
  return !(item.sources.includes(draft.sourceId) && dayApart(draft.claimedPublished, item.published));
}

function dayApart(a: Instant | null, b: Instant | null): boolean {
  return a !== null && b !== null && Math.abs(a - b) >= DAY;
}

function addressReason(keys: Keys): string {
  return keys.addresses[0]?.startsWith('arxiv:') === true ? 'same paper' : 'same address';
}

function recognised(
  draft: ItemDraft,
  keys: Keys,
  item: KnownItem,
  reason: string,
  others: readonly KnownItem[],
): Identity {
  // The older record stays; the younger becomes its alias.
  const all = [item, ...others];
  const id = Math.min(...all.map((one) => one.id));
  const aliases = [...new Set(all.map((one) => one.id))].filter((one) => one !== id);
  return { is: 'known', item: id, reason, changed: changes(draft, keys, item), aliases };
}

function changes(draft: ItemDraft, keys: Keys, item: KnownItem): Changed {
  return {
    title: draft.title !== item.title,
    published: draft.claimedPublished !== null && draft.claimedPublished !== item.published,
    summary: draft.summary !== item.summary,
    address: !keys.addresses.every((key) => item.addresses.includes(key)),
  };
}

function shareAddress(a: readonly string[], b: readonly string[]): boolean {
  return a.some((key) => b.includes(key));
}

/** What the batch has shown so far, under the same keys as the known items. */
class Batch {
  private readonly byEntry = new Map<string, Earlier>();
  private readonly byAddress = new Map<string, Earlier[]>();
  private readonly byTitleDay = new Map<string, Earlier[]>();

  add(index: number, draft: ItemDraft, keys: Keys, identity: Identity): void {
    if (identity.is === 'repeat') return;
    const earlier = { index, draft, keys };
    if (!this.byEntry.has(keys.entry)) this.byEntry.set(keys.entry, earlier);
    for (const key of keys.addresses) append(this.byAddress, key, earlier);
    if (keys.titleDay !== null) append(this.byTitleDay, keys.titleDay, earlier);
  }

  find(draft: ItemDraft, keys: Keys): Identity | null {
    const entry = this.byEntry.get(keys.entry);
    if (entry !== undefined && (shareAddress(keys.addresses, entry.keys.addresses) || isLike(draft, entry.draft))) {
      return { is: 'repeat', draft: entry.index, reason: 'same id twice in one document' };
    }
    for (const key of keys.addresses) {
      const earlier = (this.byAddress.get(key) ?? []).find((other) => this.oneAddress(draft, other.draft));
      if (earlier !== undefined) return { is: 'repeat', draft: earlier.index, reason: addressReason(keys) };
    }
    const twin = (keys.titleDay === null ? [] : (this.byTitleDay.get(keys.titleDay) ?? [])).find(
      (other) => likeness(other.draft.summary, draft.summary) >= LIKE_LEAD,
    );
    if (twin === undefined) return null;
    return { is: 'repeat', draft: twin.index, reason: 'same title, host and day, and a like lead' };
  }

  /** A source that lists two entries at once under one address (a changelog page) says itself that they are two. */
  private oneAddress(draft: ItemDraft, other: ItemDraft): boolean {
    const proves = !isHomePage(draft.canonicalUrl) && draft.sourceId !== other.sourceId;
    return proves || isLike(draft, other);
  }
}

interface Earlier {
  index: number;
  draft: ItemDraft;
  keys: Keys;
}

function isLike(a: ItemDraft, b: ItemDraft): boolean {
  return likeness(a.title, b.title) >= LIKE_TITLE;
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
