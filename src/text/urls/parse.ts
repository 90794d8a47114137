/** An ampersand that a careless feed escaped twice: `&amp;`, `&#38;`, `&#038;`. */
const ESCAPED_AMPERSAND = /&(?:amp|#0*38|#x0*26);/giu;

/** The address as a URL, credentials removed; `null` when it is not absolute http(s). */
export function parseAddress(address: string): URL | null {
  const text = address.includes('&') ? address.replace(ESCAPED_AMPERSAND, '&') : address;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (url.username !== '' || url.password !== '') {
    url.username = '';
    url.password = '';
  }
  return url;
}

/** Whether `host` is `site` or lies under it. */
export function under(host: string, site: string): boolean {
  return host === site || (host.endsWith(site) && host[host.length - site.length - 1] === '.');
}

/** The host and every site it lies under, longest first: "a.b.co" gives "a.b.co", "b.co", "co". */
export function sitesOf(host: string): readonly string[] {
  const sites = [host];
  for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) sites.push(host.slice(dot + 1));
  return sites;
}
