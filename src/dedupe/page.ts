/**
 * Whether an item turns out to be another one once its page was read. The rule and its guards are told in
 * docs/notes/pages-in-the-night.md.
 */
import { addressKey, isHomePage } from '../text/urls.ts';
import { likeness } from './likeness.ts';

/** Below this likeness of their titles two items that share a page's address are two things. */
const LIKE_TITLE = 0.4;

/** What was found behind an item's address. */
export interface PageClaims {
  /** As the page gives it; "" when it gives none. */
  title: string;
  /** Where the page stood after redirects. */
  finalUrl: string;
  /** What the page calls itself, when that is plausible (see text/urls.ts). */
  canonicalUrl: string | null;
}

export interface Titled {
  id: number;
  title: string;
}

/** What a page shows of its item: the stored item it is, or the keys that are new of it. */
export type PageIdentity = { is: 'known'; item: number } | { is: 'itself'; keys: readonly string[] };

/** @param holders the other stored items that hold an address key */
export function identifyPage(
  item: Titled,
  page: PageClaims,
  holders: (key: string) => readonly Titled[],
): PageIdentity {
  const keys: string[] = [];
  for (const key of keysOf(page)) {
    const others = holders(key).filter(({ id }) => id !== item.id);
    const same = others.find(({ title }) => isLike(title, item.title) || isLike(title, page.title));
    if (same !== undefined) return { is: 'known', item: same.id };
    // An address that others hold under other titles is a log-in page or a listing: it proves nothing of this item.
    if (others.length === 0) keys.push(key);
  }
  return { is: 'itself', keys };
}

/** A redirect to the front page is what many sites answer for an article that is gone. */
function keysOf({ finalUrl, canonicalUrl }: PageClaims): string[] {
  const addresses = [canonicalUrl, finalUrl].filter((address) => address !== null && !isHomePage(address));
  return [...new Set(addresses.map((address) => addressKey(address ?? '')))];
}

function isLike(a: string, b: string): boolean {
  return likeness(a, b) >= LIKE_TITLE;
}
