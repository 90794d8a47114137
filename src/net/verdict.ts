import { explainChallenge, meansSlowDown, recogniseChallenge } from './challenge.ts';
import { decodeBody, decodePrefix } from './decode.ts';
import type { DecodeCaps } from './decode.ts';
import { netError } from './trouble.ts';
import { header } from './response.ts';
import type { FailureCode, ResponseFacts } from './result.ts';
import { HALTED_BY_403 } from './service.ts';
import type { Sent } from './transport.ts';

export interface VerdictOptions {
  url: URL;
  caps: DecodeCaps;
  /** We sent validators, so that a 304 is an answer. */
  conditional: boolean;
  userAgent: string;
}

const BY_STATUS: ReadonlyMap<number, FailureCode> = new Map<number, FailureCode>([
  [401, 'unauthorized'],
  [404, 'not-found'],
  [407, 'unauthorized'],
  [410, 'gone'],
]);

/** A wall's page is short; a long document with the same words is a document. */
const WALL_BYTES = 64 * 1024;

/**
 * Reads an answer that is no redirect.
 *
 * @returns the document, null when it is unchanged
 * @throws with the failure, when it is not the document
 */
export function documentOf(answer: Sent, facts: ResponseFacts, options: VerdictOptions): Buffer | null {
  const { status, headers } = answer;
  if (status === 304 && options.conditional) return null;
  const encoding = header(headers, 'content-encoding');
  if (status < 200 || status > 203) throw refusal(answer, decodePrefix(answer.wire, encoding), facts, options);
  const body = decodeBody(answer.wire, encoding, options.caps);
  const short = body.length < WALL_BYTES && isHtml(facts.contentType);
  const wall = recogniseChallenge(status, headers, short ? body.toString('latin1') : '');
  if (wall !== null) throw blocked(wall, status, options);
  if (body.length === 0) throw netError('empty', '');
  return body;
}

function refusal(answer: Sent, page: string, facts: ResponseFacts, options: VerdictOptions): Error {
  const { status, headers } = answer;
  const known = BY_STATUS.get(status);
  if (known !== undefined) return netError(known, '');
  const wait = facts.retryAfterMs;
  if (status === 429) return netError('rate-limited', '', wait);
  if (status === 403 && answer.onForbidden === 'halt') return netError('halted', HALTED_BY_403);
  if (status === 403 && (answer.onForbidden === 'slow-down' || meansSlowDown(headers, page))) {
    return netError('rate-limited', '', wait);
  }
  const wall = recogniseChallenge(status, headers, page);
  if (wall !== null) return blocked(wall, status, options);
  if (status === 403) return netError('forbidden', '');
  return netError(status >= 500 ? 'server' : 'http', '', wait);
}

function blocked(wall: string, status: number, { url, userAgent }: VerdictOptions): Error {
  return netError('blocked', explainChallenge(wall, status, url.host, url.pathname, userAgent));
}

function isHtml(contentType: string | null): boolean {
  return contentType === null || /\bhtml\b/i.test(contentType);
}
