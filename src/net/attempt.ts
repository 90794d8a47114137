import { failureOf } from './failure.ts';
import { netError, troubleOf } from './trouble.ts';
import type { Trouble } from './trouble.ts';
import { factsOf, header, NO_FACTS } from './response.ts';
import type { FetchRequest, FetchResult, Redirect, ResponseFacts } from './result.ts';
import type { Instant } from '../model.ts';
import type { Robots } from './robots.ts';
import { headersFor } from './headers.ts';
import { redactUrl } from './secrets.ts';
import { parseTarget } from './target.ts';
import type { Sent, Transport } from './transport.ts';
import { documentOf } from './verdict.ts';
import { say, verbatim } from '../text/said.ts';

export interface AttemptOptions {
  transport: Transport;
  robots: Robots;
  userAgent: string;
  ports: readonly number[];
  caps: { bytes: number; ratio: number; redirects: number };
  now: () => Instant;
}

/** How one attempt ended: a result, and what the next attempt must know. */
export interface Attempt {
  result: FetchResult;
  trouble: Trouble | null;
}

/** The result of a request that was stopped by us. */
export function abortedResult(url: string): FetchResult {
  return resultOf({ url }, newTrail(), null, { code: 'aborted', detail: verbatim(''), waitMs: null });
}

/** Where an attempt has got to. */
interface Trail {
  url: URL | null;
  redirects: Redirect[];
  permanentTo: string | null;
  status: number;
  facts: ResponseFacts;
  ms: number;
  bytes: number;
}

function newTrail(): Trail {
  return { url: null, redirects: [], permanentTo: null, status: 0, facts: NO_FACTS, ms: 0, bytes: 0 };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const PERMANENT = new Set([301, 308]);

/** Asks once, following redirects by hand: every hop is checked, waits its turn and is recorded like the first. */
export async function attempt(request: FetchRequest, options: AttemptOptions): Promise<Attempt> {
  const trail = newTrail();
  try {
    const body = await follow(request, trail, options);
    return { result: resultOf(request, trail, body, null), trouble: null };
  } catch (error) {
    const trouble = troubleOf(error);
    return { result: resultOf(request, trail, null, trouble), trouble };
  }
}

async function follow(request: FetchRequest, trail: Trail, options: AttemptOptions): Promise<Buffer | null> {
  const allowPrivate = request.allowPrivate === true;
  const first = parseTarget(request.url, undefined, allowPrivate, options.ports);
  const seen = new Set<string>();
  for (let url = first; ;) {
    Object.assign(trail, { url, status: 0, facts: NO_FACTS });
    seen.add(url.href);
    if (request.robots === true) await askRobots(url, request, options);
    const sent = await options.transport.send(url, request, headersFor(url, first, request, options.userAgent));
    note(trail, sent, options.now());
    if (!REDIRECTS.has(sent.status)) return read(sent, url, request, trail, options);
    const location = header(sent.headers, 'location') ?? '';
    step(trail, url, location, sent.status);
    if (location === '') throw netError('bad-redirect', say('redirect.nowhere'));
    const next = parseTarget(location, url, allowPrivate, options.ports);
    if (next.hash === '') next.hash = url.hash;
    if (seen.has(next.href)) throw netError('redirect-loop', verbatim(redactUrl(next.href)));
    if (trail.redirects.length > options.caps.redirects)
      throw netError('too-many-redirects', verbatim(`${options.caps.redirects}`));
    url = next;
  }
}

async function askRobots(url: URL, request: FetchRequest, { robots, transport }: AttemptOptions): Promise<void> {
  const rules = await robots(url, request);
  const refusal = rules.refuses(url.href);
  if (refusal !== null) throw netError(refusal.code, refusal.detail);
  if (rules.delayMs > 0) await transport.slowDown(url, request, rules.delayMs);
}

function read(sent: Sent, url: URL, request: FetchRequest, trail: Trail, options: AttemptOptions): Buffer | null {
  const { caps, userAgent } = options;
  const conditional = Boolean(request.etag) || Boolean(request.lastModified);
  const bytes = Math.min(caps.bytes, request.maxBytes ?? Infinity);
  return documentOf(sent, trail.facts, { url, caps: { bytes, ratio: caps.ratio }, conditional, userAgent });
}

function note(trail: Trail, sent: Sent, now: Instant): void {
  trail.status = sent.status;
  trail.facts = factsOf(sent.headers, now);
  trail.ms += sent.ms;
  trail.bytes += sent.wire.length;
}

function step(trail: Trail, from: URL, location: string, status: number): void {
  const to = redactUrl(URL.canParse(location, from.href) ? new URL(location, from).href : location.slice(0, 1000));
  // Only an unbroken run of permanent redirects from the start is a new address.
  const unbroken = trail.redirects.every((redirect) => PERMANENT.has(redirect.status));
  if (unbroken && PERMANENT.has(status)) trail.permanentTo = to;
  trail.redirects.push({ from: redactUrl(from.href), to, status });
}

function resultOf(request: FetchRequest, trail: Trail, body: Buffer | null, trouble: Trouble | null): FetchResult {
  const { redirects, permanentTo, status, ms, bytes } = trail;
  const finalUrl = trail.url === null ? redactUrl(request.url) : redactUrl(trail.url.href);
  const host = trail.url?.host ?? finalUrl;
  return {
    url: redactUrl(request.url),
    finalUrl,
    status,
    notModified: trouble === null && status === 304,
    body,
    headers: trail.facts,
    redirects,
    permanentTo,
    ms,
    bytes,
    attempts: 1,
    failure: trouble === null ? null : failureOf({ host, status, redirected: redirects.length > 0, ...trouble }),
  };
}
