/**
 * Addresses that carry another address inside them: redirectors, caches, archives, mail gateways. Only what can be read
 * off the address stands here; a shortener (bit.ly, t.co) needs a request and is left as it is.
 */
import { sitesOf } from './parse.ts';

interface Wrapper {
  sites: readonly string[];
  /** Which paths of the site wrap; all of them when left out. */
  path?: RegExp;
  /** The parameters that may hold the address, in order of preference. */
  params?: readonly string[];
  /** Reads the address otherwise. */
  read?: (url: URL) => string | null;
}

const GOOGLE = [
  'google.com',
  'google.co.kr',
  'google.co.uk',
  'google.de',
  'google.fr',
  'google.co.jp',
  'google.co.in',
  'google.ca',
  'google.com.au',
  'google.com.hk',
  'google.es',
  'google.it',
  'google.nl',
];

export const WRAPPERS: readonly Wrapper[] = [
  { sites: ['news.google.com'], path: /^\/(?:rss\/)?(?:articles|read|__i\/rss\/rd\/articles)\//u, read: googleNews },
  { sites: GOOGLE, path: /^\/url$/u, params: ['url', 'q'] },
  { sites: GOOGLE, path: /^\/amp\//u, read: (url) => pathAddress(url.href, /\/amp\/(?:s\/)?/u) },
  { sites: ['translate.google.com'], path: /^\/translate/u, params: ['u'] },
  { sites: ['translate.goog'], read: translated },
  {
    sites: ['cdn.ampproject.org', 'ampproject.net'],
    path: /^\/[a-z]\//u,
    read: (url) => pathAddress(url.href, /\/[a-z]\/(?:s\/)?/u),
  },
  { sites: ['bing.com'], path: /^\/amp\/s\//u, read: (url) => pathAddress(url.href, /\/amp\/s\//u) },
  { sites: ['bing.com'], path: /^\/(?:news\/apiclick\.aspx|aclick)/u, params: ['url'] },
  {
    sites: ['facebook.com', 'messenger.com', 'instagram.com', 'l.threads.com', 'l.threads.net'],
    path: /^\/(?:l\.php)?$/u,
    params: ['u'],
  },
  { sites: ['facebook.com'], path: /^\/(?:sharer|share\.php|flx\/warn)/u, params: ['u'] },
  { sites: ['slack-redir.net'], path: /^\/link/u, params: ['url'] },
  { sites: ['safelinks.protection.outlook.com'], params: ['url'] },
  { sites: ['urldefense.com', 'urldefense.proofpoint.com'], read: urlDefense },
  { sites: ['out.reddit.com'], params: ['url'] },
  { sites: ['linkedin.com'], path: /^\/(?:redir|safety\/go)/u, params: ['url'] },
  { sites: ['youtube.com'], path: /^\/redirect/u, params: ['q'] },
  { sites: ['youtube.com'], path: /^\/attribution_link/u, params: ['u'] },
  { sites: ['vk.com', 'vk.ru'], path: /^\/away\.php/u, params: ['to'] },
  { sites: ['duckduckgo.com'], path: /^\/l\/?$/u, params: ['uddg'] },
  { sites: ['t.umblr.com'], path: /^\/redirect/u, params: ['z'] },
  { sites: ['getpocket.com'], path: /^\/redirect/u, params: ['url'] },
  { sites: ['go.skimresources.com', 'go.redirectingat.com', 'go.skimlinks.com'], params: ['url'] },
  { sites: ['steamcommunity.com'], path: /^\/linkfilter/u, params: ['u', 'url'] },
  { sites: ['link.zhihu.com', 'link.juejin.cn', 'link.csdn.net'], params: ['target'] },
  { sites: ['disq.us'], path: /^\/url/u, params: ['url'] },
  { sites: ['exit.sc'], params: ['url'] },
  { sites: ['cts.businesswire.com'], path: /^\/ct\//u, params: ['url'] },
  { sites: ['c.newsnow.co.uk', 'redirect.viglink.com', 'shareasale.com'], params: ['u', 'urllink'] },
  { sites: ['click.linksynergy.com'], params: ['murl', 'RD_PARM1'] },
  { sites: ['awin1.com'], params: ['ued', 'p'] },
  { sites: ['cr.naver.com', 'cc.naver.com'], params: ['u', 'url'] },
  { sites: ['link.naver.com'], path: /^\/bridge/u, params: ['url'] },
  { sites: ['twitter.com', 'x.com'], path: /^\/(?:intent|share)/u, params: ['url'] },
  { sites: ['getrevue.co', 'email.beehiiv.com', 'link.mail.beehiiv.com'], params: ['url'] },
  { sites: ['href.li', 'anonym.to', 'nullrefer.com', 'dereferer.me'], read: (url) => decoded(url.search.slice(1)) },
  { sites: ['web.archive.org'], path: /^\/web\/[^/]+\//u, read: (url) => pathAddress(url.href, /\/web\/[^/]+\//u) },
  {
    sites: ['archive.is', 'archive.ph', 'archive.today', 'archive.md', 'archive.li', 'archive.vn', 'archive.fo'],
    path: /^\/(?:newest|oldest|o\/\w+|\d{4,14}|timegate)\/http/u,
    read: (url) => pathAddress(url.href, /\/(?:newest|oldest|o\/\w+|\d{4,14}|timegate)\//u),
  },
  {
    sites: ['12ft.io', 'r.jina.ai', 'removepaywall.com', 'txtify.it', 'outline.com', 'via.hypothes.is'],
    path: /^\/https?:/u,
    read: (url) => pathAddress(url.href, /\//u),
  },
  {
    sites: ['tracking.tldrnewsletter.com'],
    path: /^\/CL\d\//u,
    read: (url) => decoded(url.pathname.split('/')[2] ?? ''),
  },
];

const BY_SITE = new Map<string, Wrapper[]>();
for (const wrapper of WRAPPERS) {
  for (const site of wrapper.sites) BY_SITE.set(site, [...(BY_SITE.get(site) ?? []), wrapper]);
}

/** The address one wrapper deep inside `url`, or null when it wraps none that can be read off. */
export function unwrapOnce(url: URL): string | null {
  for (const site of sitesOf(url.hostname)) {
    for (const wrapper of BY_SITE.get(site) ?? []) {
      if (wrapper.path !== undefined && !wrapper.path.test(url.pathname)) continue;
      const inner = wrapper.read?.(url) ?? fromParams(url, wrapper.params ?? []);
      if (inner !== null && /^https?:\/\/[^/]+\.[^/]+/iu.test(inner)) return inner;
    }
  }
  return null;
}

function fromParams(url: URL, names: readonly string[]): string | null {
  for (const name of names) {
    const value = url.searchParams.get(name);
    if (value?.startsWith('http')) return value;
  }
  return null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** What follows `prefix` in the address, as an address: with its scheme, or https when it has none. */
function pathAddress(href: string, prefix: RegExp): string | null {
  const path = href.slice(href.indexOf('/', 8));
  const found = prefix.exec(path);
  if (found?.index !== 0) return null;
  const rest = path.slice(found[0].length);
  const text = /^https?%3a/iu.test(rest) ? decoded(rest) : rest;
  if (text === null) return null;
  // Servers and clients that merge slashes leave "https:/host".
  return /^https?:/iu.test(text) ? text.replace(/^(https?):\/+/iu, '$1://') : `https://${text}`;
}

/** Older Google News codes are base64 of a small protobuf with the address in clear; newer ones hold a token. */
function googleNews(url: URL): string | null {
  const code = url.pathname.split('/').at(-1) ?? '';
  const bytes = Buffer.from(code, 'base64url').toString('latin1');
  return /https?:\/\/[\x21-\x7e]+/u.exec(bytes)?.[0] ?? null;
}

/** Google's translating proxy writes "www.a-b.com" as "www-a--b-com.translate.goog". */
function translated(url: URL): string | null {
  const name = url.hostname.slice(0, -'.translate.goog'.length);
  const host = name.replaceAll('--', '\0').replaceAll('-', '.').replaceAll('\0', '-');
  const inner = new URL(url.href);
  inner.hostname = host;
  for (const key of [...inner.searchParams.keys()].filter((key) => key.startsWith('_x_tr_')))
    inner.searchParams.delete(key);
  return inner.href;
}

/** Proofpoint: version 3 stands between underscores in the path, version 2 swaps "-" and "_" for "%" and "/". */
function urlDefense(url: URL): string | null {
  const third = /\/v3\/__(.+?)__;/u.exec(url.href)?.[1];
  if (third !== undefined) return third.replace(/^(https?):\/+/iu, '$1://');
  const second = url.searchParams.get('u');
  return second === null ? null : decoded(second.replaceAll('-', '%').replaceAll('_', '/'));
}
