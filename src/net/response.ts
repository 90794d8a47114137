import type { Instant } from '../model.ts';
import type { ResponseFacts } from './result.ts';
import { httpDate, retryAfterMs } from './retry.ts';

/** Header names in lower case; a header sent several times is an array. */
export type Headers = Record<string, string | string[] | undefined>;

/** What is known of a response that never came. */
export const NO_FACTS: ResponseFacts = {
  etag: null,
  lastModified: null,
  contentType: null,
  contentLanguage: null,
  contentLocation: null,
  robotsTag: null,
  tdmReservation: null,
  date: null,
  freshForMs: null,
  retryAfterMs: null,
};

/** The header's value; the first one when it was sent several times. */
export function header(headers: Headers, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** Reads the headers a collector keeps. @param now our clock, used where the response has no Date of its own. */
export function factsOf(headers: Headers, now: Instant): ResponseFacts {
  const date = httpDate(header(headers, 'date'));
  return {
    etag: header(headers, 'etag') ?? null,
    lastModified: header(headers, 'last-modified') ?? null,
    contentType: header(headers, 'content-type') ?? null,
    contentLanguage: header(headers, 'content-language') ?? null,
    contentLocation: header(headers, 'content-location') ?? null,
    robotsTag: headers['x-robots-tag']?.toString() ?? null,
    tdmReservation: header(headers, 'tdm-reservation') ?? null,
    date,
    freshForMs: freshForMs(headers, date ?? now),
    retryAfterMs: retryAfterMs(header(headers, 'retry-after'), date, now),
  };
}

/**
 * Freshness lifetime less age (RFC 9111 section 4.2): max-age, else Expires minus Date. `no-store`, `no-cache` and an
 * Expires that is no date ("0") mean "already stale".
 */
function freshForMs(headers: Headers, date: Instant): number | null {
  const control = headers['cache-control'];
  if (control !== undefined) {
    const directives = String(control).toLowerCase();
    if (/\bno-(?:store|cache)\b/.test(directives)) return 0;
    const maxAge = /\bmax-age="?(\d+)/.exec(directives)?.[1];
    const age = /^\d+$/.exec(header(headers, 'age') ?? '')?.[0] ?? '0';
    if (maxAge !== undefined) return Math.max(0, Number(maxAge) - Number(age)) * 1000;
  }
  const expires = header(headers, 'expires');
  if (expires === undefined) return null;
  return Math.max(0, (httpDate(expires) ?? date) - date);
}
