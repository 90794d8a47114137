import { identifyBatch } from '../../src/dedupe/identify.ts';
import { keysOf } from '../../src/dedupe/keys.ts';
import type { ItemDraft } from '../../src/model.ts';
import type { Said } from '../../src/store/record.ts';
import type { Store } from '../../src/store/store.ts';

/** What an entry of the Courier says when nothing else is asked for. */
export function draftOf(entryId: string, at: number, parts: Partial<ItemDraft> = {}): ItemDraft {
  const url = parts.url ?? `https://courier.example/${entryId}`;
  const nothing = { authors: [], summary: '', text: '', categories: [], image: null, discussion: null, arxiv: null };
  const claimed = { claimedPublished: at, claimedUpdated: null };
  const kind = { language: 'en', section: 'news', outlet: 'Courier' } as const;
  return {
    sourceId: 'courier',
    entryId,
    url,
    canonicalUrl: url,
    title: entryId,
    ...nothing,
    ...claimed,
    ...kind,
    ...parts,
  };
}

/** An entry that becomes this draft. */
export function saidOf(draft: ItemDraft): Said {
  const { entryId, claimedPublished, claimedUpdated, ...wording } = draft;
  return { entryId, claimedPublished, claimedUpdated, digest: JSON.stringify(wording), draft: () => draft };
}

/** Stores what one source showed at a moment, with a row in the ledger of that day. */
export async function showDrafts(
  store: Store,
  sourceId: string,
  drafts: readonly ItemDraft[],
  at: number,
): Promise<void> {
  const night = new Date(at).toISOString().slice(0, 10);
  const runId = await store.nights.begin(night, 'night', at);
  const never = { etag: null, lastModified: null, validatorsSince: null, bodyHash: null, hints: null, batch: null };
  const state = { id: sourceId, url: `https://${sourceId}.example/feed`, title: sourceId, outlet: sourceId, ...never };
  const health = { newAt: at, dueAt: null, failures: 0, disabledReason: null, movedTo: null, movedNights: null };
  const exchange = {
    outcome: 'new',
    status: 200,
    ms: 1,
    bytes: 1,
    cached: false,
    attempts: 1,
    expected: null,
  } as const;
  const ledger = { runId, night, sourceId, askedAt: at, ...exchange, got: drafts.length, odd: 0, diagnosis: '' };
  const settle = (counts: { new: number; updated: number }) => ({
    state: { ...state, ...health, answeredAt: at },
    ledger: { ...ledger, ...counts },
  });
  const reading = { sourceId, at, said: drafts.map((draft) => saidOf({ ...draft, sourceId })), settle };
  await store.recorder.record([reading], { keysOf, identifyBatch });
}
