/**
 * Addresses, without the network: what an address really points to, what of it is decoration, and whether two of them
 * are one article. The rules and their guards are told in docs/notes/identity.md; the tables stand in urls/.
 */
import { getDomain } from 'tldts';
import { readAlias } from './urls/aliases.ts';
import { bareHost, genericKey, pageForm } from './urls/forms.ts';
import { parseAddress } from './urls/parse.ts';
import { withoutTracking } from './urls/tracking.ts';
import { unwrapOnce } from './urls/wrappers.ts';

/** A wrapper inside a wrapper inside a wrapper happens (mail gateway, Facebook, AMP cache); more is a loop. */
const MAX_WRAPPERS = 5;

/**
 * The address inside redirectors, caches and archives (Google, Facebook, Slack, Outlook, the AMP cache, ...), as far as
 * it can be read off the address; the address itself when it wraps nothing.
 */
export function unwrap(address: string): string {
  return unwrapped(address)?.href ?? address.trim();
}

function unwrapped(address: string): URL | null {
  let url = parseAddress(address);
  for (let depth = 0; url !== null && depth < MAX_WRAPPERS; depth += 1) {
    const inner = unwrapOnce(url);
    const next = inner === null ? null : parseAddress(inner);
    if (next === null) break;
    url = next;
  }
  return url;
}

/**
 * The address of an article as a reader should see and open it: wrappers, tracking, AMP and mobile forms, fragments and
 * default ports removed; the many forms of one paper or video become one. What is not an http(s) address is returned as
 * it came.
 *
 * It stays openable: `www`, a closing slash and the order of parameters are kept. To ask whether two addresses are one
 * article compare {@link addressKey}.
 */
export function canonicalUrl(address: string): string {
  const url = unwrapped(address);
  if (url === null) return address.trim();
  const alias = readAlias(url);
  return alias?.url ?? tidy(url).href;
}

function tidy(url: URL): URL {
  return withoutTracking(pageForm(url));
}

/**
 * What identifies the article behind an address, for comparing and for an index: equal for every form of one address.
 * Not itself an address. What is not an http(s) address is its own key.
 */
export function addressKey(address: string): string {
  const url = unwrapped(address);
  if (url === null) return address.trim();
  const alias = readAlias(url);
  if (alias !== null) return alias.key;
  const page = tidy(url);
  return (page === url ? null : readAlias(page)?.key) ?? genericKey(page);
}

/** Whether two addresses are forms of one, as far as can be told without asking the network. */
export function sameAddress(a: string, b: string): boolean {
  return addressKey(a) === addressKey(b);
}

/** Whether an address is a site's front door rather than an article: a root, or a language's or edition's root. */
export function isHomePage(address: string): boolean {
  const url = parseAddress(address);
  return (
    url !== null &&
    url.search === '' &&
    /^\/(?:[a-z]{2}(?:[-_][a-z]{2})?\/?)?(?:(?:index|home)[^/]*)?$/iu.test(url.pathname)
  );
}

/**
 * The address a page claims for itself (`rel=canonical`, `og:url`), in its canonical form, when it plausibly is the same
 * article: on the same site (or a known alias of it), not the site's front page, and not a listing the article's own
 * address lies under. `null` when it should not be believed.
 */
export function plausibleCanonical(pageUrl: string, claimed: string | null | undefined): string | null {
  const page = parseAddress(pageUrl);
  if (page === null || !claimed?.trim()) return null;
  const target = URL.canParse(claimed, page.href) ? parseAddress(new URL(claimed, page.href).href) : null;
  if (target === null || (isHomePage(target.href) && !isHomePage(page.href))) return null;
  if (!sameSite(page, target)) return null;
  const from = genericKey(tidy(page));
  const to = genericKey(tidy(target));
  if (from !== to && from.startsWith(`${to}/`)) return null;
  return canonicalUrl(target.href);
}

function sameSite(a: URL, b: URL): boolean {
  return (
    bareHost(a.hostname) === bareHost(b.hostname) || (getDomain(a.hostname) ?? a.hostname) === getDomain(b.hostname)
  );
}
