import type { Instant, ItemDraft } from '../model.ts';
import { words } from '../text/tokens.ts';
import { addressKey } from '../text/urls.ts';

/** What an item can be found by. Opaque strings, equal for what may be one item; a store indexes them. */
export interface Keys {
  /** Its source's own name for it: source id and entry id. */
  entry: string;
  /** Every address it is known by (and the paper it is), strongest first. Never empty. */
  addresses: readonly string[];
  /** Host, day and title together; null without a claimed date. */
  titleDay: string | null;
}

/** The fields of a draft, or of a stored item, that its keys are made of. */
export type Keyed = Pick<
  ItemDraft,
  'sourceId' | 'entryId' | 'url' | 'canonicalUrl' | 'title' | 'claimedPublished' | 'arxiv'
>;

/** The keys under which a draft is looked up and a stored item is indexed. */
export function keysOf(draft: Keyed): Keys {
  const addresses = addressKeys(draft);
  return {
    entry: entryKey(draft.sourceId, draft.entryId),
    addresses,
    titleDay: titleDayKey(addresses[0] ?? '', draft.title, draft.claimedPublished),
  };
}

/** An entry id is unique only within its source. */
export function entryKey(sourceId: string, entryId: string): string {
  return `${sourceId}\n${entryId}`;
}

/** The address keys of an item: its paper, its canonical address, the address its source gave. */
export function addressKeys({ url, canonicalUrl, arxiv }: Pick<Keyed, 'url' | 'canonicalUrl' | 'arxiv'>): string[] {
  const keys = arxiv === null ? [] : [`arxiv:${arxiv.id.toLowerCase()}`];
  for (const address of url === canonicalUrl ? [url] : [canonicalUrl, url]) {
    const key = addressKey(address);
    if (!keys.includes(key)) keys.push(key);
  }
  return keys;
}

function titleDayKey(address: string, title: string, published: Instant | null): string | null {
  if (published === null) return null;
  const host = address.split(/[/:?]/u, 1)[0] ?? '';
  return `${host}\n${Math.floor(published / 86_400_000)}\n${words(title).join(' ')}`;
}
