import { getDomain } from 'tldts';
import { sitesOf } from './parse.ts';

/** Hosts that publish the same pages under the same paths. */
const TWIN_HOSTS: Readonly<Record<string, string>> = {
  'bbc.co.uk': 'bbc.com',
  'news.bbc.co.uk': 'bbc.com',
  'guardian.co.uk': 'theguardian.com',
  'edition.cnn.com': 'cnn.com',
  'us.cnn.com': 'cnn.com',
  'huffingtonpost.com': 'huffpost.com',
  'mobile.nytimes.com': 'nytimes.com',
  'hf.co': 'huggingface.co',
  'uk.reuters.com': 'reuters.com',
  'in.reuters.com': 'reuters.com',
  'theregister.co.uk': 'theregister.com',
};

/** Sites whose paths name things of their users: an "amp" or "m" in them is a name. */
const NAME_SITES = new Set([
  'github.com',
  'gitlab.com',
  'codeberg.org',
  'bitbucket.org',
  'huggingface.co',
  'npmjs.com',
  'pypi.org',
]);

/** Sub-domains that show the same page to a phone. */
const MOBILE_LABELS = new Set(['m', 'mobile', 'amp', 'touch', 'wap', 'mweb']);

/**
 * The address of the ordinary page: the AMP, mobile or print form's marks removed, https for plain http. An address with
 * a port, of an IP address or of a host without a dot keeps its scheme: it belongs to somebody's own network.
 */
export function pageForm(url: URL): URL {
  const host = desktopHost(url.hostname);
  const path = desktopPath(url, host);
  const upgrade = url.protocol === 'http:' && url.port === '' && host.includes('.') && !/^[\d.]+$|\]$/u.test(host);
  if (host === url.hostname && path === url.pathname && !upgrade) return url;
  const page = new URL(url.href);
  if (upgrade) page.protocol = 'https:';
  page.hostname = host;
  page.pathname = path;
  return page;
}

/** "m.example.com" -> "www.example.com", "en.m.wikipedia.org" -> "en.wikipedia.org". */
function desktopHost(host: string): string {
  // Most hosts are done here: neither their first label is a phone's nor their second.
  if (!MOBILE_LABELS.has(host.slice(0, host.indexOf('.'))) && !host.includes('.m.')) return host;
  const labels = host.split('.');
  const [first = '', second = ''] = labels;
  if (MOBILE_LABELS.has(first) && labels.length > 2) {
    const rest = host.slice(first.length + 1);
    const domain = getDomain(host, { allowPrivateDomains: true });
    // The label itself is the registered name ("m.co.kr") or somebody's blog ("amp.substack.com").
    if (domain === null || domain === host) return host;
    return rest === domain ? `www.${rest}` : rest;
  }
  if (second === 'm' && labels.length > 3) return [first, ...labels.slice(2)].join('.');
  return host;
}

/** Takes "/amp", "/amp/", ".amp", "/amp.html", "/print" off the end and "/amp/" off the start of an article's path. */
function desktopPath(url: URL, host: string): string {
  const path = withoutOwnName(url.hostname, url.pathname.replace(/;(?:jsessionid|phpsessid|sid)=[^/]*/giu, ''));
  if (!/amp|print/u.test(path)) return path;
  for (const site of sitesOf(host)) if (NAME_SITES.has(site)) return path;
  const end = /^(.+?)(?:\/(?:amp|print)(\/?)|\/amp\.html|\.amp(?:\.html)?)$/u.exec(path);
  // Without a digit or a hyphen before it the path names a section or a product ("/guitar/amp"), not an article.
  if (end?.[1] !== undefined && /[\d-]/u.test(end[1])) {
    return path.endsWith('.amp.html') ? `${end[1]}.html` : `${end[1]}${end[2] ?? ''}`;
  }
  const start = /^\/(?:google-)?amp(\/[^/]+\/.+)$/u.exec(path);
  return start?.[1] !== undefined && /[\d-]/u.test(start[1]) ? start[1] : path;
}

/** An AMP host may open its paths with the outlet's name: "amp.cnn.com/cnn/2026/...". */
function withoutOwnName(host: string, path: string): string {
  const name = /^amp\.([^.]+)\./u.exec(host)?.[1];
  return name !== undefined && path.startsWith(`/${name}/`) ? path.slice(name.length + 1) : path;
}

/** The host without "www." and with twin hosts folded into one. */
export function bareHost(host: string): string {
  const bare = host.endsWith('.') ? host.slice(0, -1) : host;
  const plain = bare.startsWith('www') && /^www\d?\./u.test(bare) ? bare.slice(bare.indexOf('.') + 1) : bare;
  return TWIN_HOSTS[plain] ?? plain;
}

/** One string for every spelling of a tidied address: no scheme, one slash, no index file, sorted parameters. */
export function genericKey(url: URL): string {
  const path = plainPercent(url.pathname)
    .replace(/\/{2,}/gu, '/')
    .replace(/\/(?:index|default)\.(?:html?|php\d?|aspx?|jsp|shtml|cgi)$/iu, '/')
    .replace(/\/$/u, '');
  const port = url.port === '' ? '' : `:${url.port}`;
  return `${bareHost(url.hostname)}${port}${path}${sortedQuery(url.search)}${url.hash}`;
}

function sortedQuery(search: string): string {
  if (search.length < 2) return '';
  const pairs = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => plainPercent(pair.replaceAll('+', '%20')));
  return pairs.length === 0 ? '' : `?${[...new Set(pairs)].sort().join('&')}`;
}

/** RFC 3986, 6.2.2: escapes of characters that need none are undone, the others are written in capitals. */
function plainPercent(text: string): string {
  if (!text.includes('%')) return text;
  return text.replace(/%([0-9a-f]{2})/giu, (escape, hex: string) => {
    const char = String.fromCharCode(Number.parseInt(hex, 16));
    return /[\w.~!$'()*,;:@-]/u.test(char) ? char : escape.toUpperCase();
  });
}
