import { ACCEPT_ENCODING } from './decode.ts';
import type { FetchRequest } from './result.ts';
import { basicAuth } from './secrets.ts';

const DEFAULT_ACCEPT =
  'application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, text/html;q=0.8, */*;q=0.5';

/** Headers a source cannot set: we say who we are, and HTTP's framing is the library's. */
const OURS = new Set(['user-agent', 'host', 'connection', 'accept-encoding', 'content-length', 'transfer-encoding']);

/**
 * The headers of one hop, as name, value, name, value. Secrets go to the origin they were given for and to no other; a
 * redirect's own credentials are not used at all.
 *
 * @param url where it goes now
 * @param first the address the source has
 */
export function headersFor(url: URL, first: URL, request: FetchRequest, userAgent: string): string[] {
  const headers = ['user-agent', userAgent, 'accept', request.accept ?? DEFAULT_ACCEPT];
  headers.push('accept-encoding', ACCEPT_ENCODING);
  if (isSendable(request.etag)) headers.push('if-none-match', request.etag);
  if (isSendable(request.lastModified)) headers.push('if-modified-since', request.lastModified);
  if (url !== first && url.origin !== first.origin) return headers;
  if (first.username !== '') {
    headers.push('authorization', basicAuth(`${decoded(first.username)}:${decoded(first.password)}`));
  }
  for (const [name, value] of Object.entries(request.headers ?? {})) {
    if (!OURS.has(name.toLowerCase())) headers.push(name.toLowerCase(), value);
  }
  return headers;
}

/** A validator with characters that no header may hold is as good as none. */
function isSendable(value: string | null | undefined): value is string {
  return typeof value === 'string' && /^[\t\x20-\x7e\x80-\xff]+$/.test(value);
}

/** Percent-decoded, where it is percent-encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
