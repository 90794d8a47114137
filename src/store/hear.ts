import type { Instant, ItemDraft } from '../model.ts';
import type { Statements } from './record-sql.ts';
import type { Sentence } from '../text/said.ts';

/** A draft with the hash of what its entry said. */
export interface Draft extends ItemDraft {
  digest: string;
}

/**
 * What a source said of one article, before an item is made of it: making one takes longest, and is needless where nothing
 * new was said.
 */
export interface Said {
  entryId: string;
  /** Hash of all it said but the dates. */
  digest: string;
  claimedPublished: Instant | null;
  claimedUpdated: Instant | null;
  /** Makes an item of it, or tells why it can be none. */
  draft(): ItemDraft | { reason: Sentence };
}

/** One source showing one item, as it was stored last. */
export type Sighting = ReturnType<Statements['shown']['all']>[number];

/** An item of which its own source changed the dates and nothing else. */
export interface Redated {
  said: Said;
  item: ReturnType<Statements['told']['all']>[number];
}

/** An answer compared with what the source showed before. */
export interface Heard {
  /** Entries that say something new. */
  drafts: readonly Draft[];
  redated: readonly Redated[];
  /** Entries that had fallen off, and are shown as they were. */
  back: readonly string[];
  /** Entries that are shown no longer. */
  gone: readonly string[];
  /** What was known of the entries, by their ids. */
  before: ReadonlyMap<string, Sighting>;
  /** Why entries cannot become items. */
  unusable: readonly Sentence[];
}

/** Compares entry by entry, and makes items of what is new. An entry that says what it said before costs nothing more. */
export function hear(sourceId: string, said: readonly Said[], sql: Statements): Heard {
  const shown = new Map(sql.shown.all({ sourceId }).map((row) => [row.entryId, row]));
  const unknown = said.filter(({ entryId }) => !shown.has(entryId)).map(({ entryId }) => entryId);
  const returned = unknown.length === 0 ? [] : sql.returned.all({ sourceId, entries: JSON.stringify(unknown) });
  const before = new Map([...shown, ...returned.map((row) => [row.entryId, row] as const)]);
  const news: Said[] = [];
  const moved: Said[] = [];
  const back: string[] = [];
  for (const one of said) {
    const sighting = before.get(one.entryId);
    shown.delete(one.entryId);
    if (sighting?.digest !== one.digest) news.push(one);
    else if (!isDated(sighting, one)) moved.push(one);
    else if (sighting.lastSeen !== null) back.push(one.entryId);
  }
  const redated = toldBy(sourceId, moved, before, sql);
  const light = new Set(redated.map((one) => one.said));
  const made = [...news, ...moved.filter((one) => !light.has(one))].map(drafted);
  return {
    drafts: made.filter((draft) => 'digest' in draft),
    redated,
    back,
    gone: [...shown.keys()],
    before,
    unusable: made.flatMap((draft) => ('reason' in draft ? draft.reason : [])),
  };
}

function isDated({ claimedPublished, claimedUpdated }: Sighting, said: Said): boolean {
  return claimedPublished === said.claimedPublished && claimedUpdated === said.claimedUpdated;
}

/** Those of the entries whose items stand in the words of this source: nothing but their dates is to be written. */
function toldBy(
  sourceId: string,
  moved: readonly Said[],
  before: ReadonlyMap<string, Sighting>,
  sql: Statements,
): Redated[] {
  if (moved.length === 0) return [];
  const idOf = (said: Said): number => before.get(said.entryId)?.itemId ?? 0;
  const items = new Map(sql.told.all({ sourceId, ids: JSON.stringify(moved.map(idOf)) }).map((row) => [row.id, row]));
  return moved.flatMap((said) => {
    const item = items.get(idOf(said));
    return item === undefined ? [] : [{ said, item }];
  });
}

function drafted(said: Said): Draft | { reason: Sentence } {
  const draft = said.draft();
  return 'reason' in draft ? draft : { ...draft, digest: said.digest };
}
