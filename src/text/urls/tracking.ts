import { sitesOf } from './parse.ts';
import { TRACKING, VALUED } from './params.ts';

/** Sites (or "*") on which a parameter of this lower-case name says nothing about the article. */
const EXACT = new Map<string, Set<string>>();
const PREFIXES: { prefix: string; sites: Set<string> }[] = [];
for (const { sites, names } of TRACKING) {
  for (const name of names.split(' ')) {
    if (name.endsWith('*')) PREFIXES.push({ prefix: name.slice(0, -1), sites: new Set(sites) });
    else for (const site of sites) EXACT.set(name, (EXACT.get(name) ?? new Set()).add(site));
  }
}

const BY_VALUE = new Map<string, RegExp>();
for (const { names, values } of VALUED) for (const name of names.split(' ')) BY_VALUE.set(name, values);

/** The address without parameters that only say how the reader came, and without a fragment that is not the page. */
export function withoutTracking(url: URL): URL {
  const keepFragment = isPlace(url.hash);
  if (url.search === '' && (url.hash === '' || keepFragment) && !url.href.endsWith('?') && !url.href.endsWith('#')) {
    return url;
  }
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(url.hostname, pair));
  const clean = new URL(url.href);
  // The setter takes one question mark away, which may be the parameter's own.
  clean.search = kept.length === 0 ? '' : `?${kept.join('&')}`;
  if (!keepFragment && clean.href.includes('#')) clean.hash = '';
  return clean;
}

/** A changelog has its entries on one page, each at a date or a version. */
const ENTRY =
  /^#(?:v?\d+(?:[.-]\d+)+|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-\d{1,2}(?:st|nd|rd|th)?-\d{4})$/iu;

/** Whether a fragment says which article it is: the route of an application, or an entry of a changelog. */
function isPlace(fragment: string): boolean {
  return /^#!?\//u.test(fragment) || fragment.startsWith('#!') || ENTRY.test(fragment);
}

function isTracking(host: string, pair: string): boolean {
  const cut = pair.indexOf('=');
  const name = plain(cut < 0 ? pair : pair.slice(0, cut)).toLowerCase();
  const value = cut < 0 ? '' : plain(pair.slice(cut + 1));
  if (onSite(EXACT.get(name), host)) return true;
  if (BY_VALUE.get(name)?.test(value)) return true;
  return PREFIXES.some(({ prefix, sites }) => name.startsWith(prefix) && onSite(sites, host));
}

function onSite(sites: ReadonlySet<string> | undefined, host: string): boolean {
  if (sites === undefined) return false;
  if (sites.has('*')) return true;
  for (const site of sitesOf(host)) if (sites.has(site)) return true;
  return false;
}

function plain(text: string): string {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
