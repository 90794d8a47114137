import type { ResponseFacts } from '../net/client.ts';
import type { ReadPage } from '../store/pages.ts';
import type { NightContext } from './context.ts';
import { say, saidBy } from '../text/said.ts';

/** How a page is asked for: validators of the copy we have, and whether it may live on a private address. */
export interface PageAsking {
  etag: string | null;
  lastModified: string | null;
  allowPrivate: boolean;
  /** IANA zone of the page's dates when they name none. */
  timezone: string | null;
}

/**
 * Asks for one article page as politely as for a source, robots.txt included, and reads it. Whatever goes wrong is the
 * page's reason, never an exception. null when the night is ended early: the next run asks again.
 */
export async function askPage(
  url: string,
  asking: PageAsking,
  context: Pick<NightContext, 'client' | 'extract' | 'now' | 'signal'>,
): Promise<ReadPage | null> {
  const { client, now, signal } = context;
  const { timezone, ...request } = asking;
  const answer = await client.fetch({ url, ...request, accept: ACCEPT, robots: true, signal });
  const { status, finalUrl, body, headers, failure } = answer;
  if (failure?.code === 'aborted') return null;
  const page = { at: now(), status, finalUrl, etag: headers.etag, lastModified: headers.lastModified };
  if (body === null) {
    const reason = answer.notModified ? null : (failure?.message ?? say('page.noPage', { url, status }));
    return { ...page, article: null, reason, again: failure?.retryable ?? false };
  }
  try {
    const article = await context.extract({ bytes: body, url: finalUrl, headers: headersOf(headers), timezone });
    return { ...page, article, reason: article.reason, again: false };
  } catch (error) {
    return { ...page, article: null, reason: say('page.unreadable', { why: saidBy(error) }), again: false };
  }
}

const ACCEPT = 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5';

/** The headers that an article is read with: the kind of document, and what its publisher reserves. */
export function headersOf({ contentType, robotsTag, tdmReservation }: ResponseFacts): Record<string, string> {
  return {
    ...(contentType === null ? {} : { 'content-type': contentType }),
    ...(robotsTag === null ? {} : { 'x-robots-tag': robotsTag }),
    ...(tdmReservation === null ? {} : { 'tdm-reservation': tdmReservation }),
  };
}
