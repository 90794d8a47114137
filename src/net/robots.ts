import type { Instant } from '../model.ts';
import type { Failure, FetchRequest, FetchResult } from './result.ts';
import { HALTED_BY_403 } from './service.ts';
import { type Sentence, verbatim } from '../text/said.ts';

/** What is known of one origin's robots.txt. */
export interface RobotsRules {
  until: Instant;
  /** Milliseconds between two requests that the file asks for ("Crawl-delay", no part of the RFC but widely written). */
  delayMs: number;
  /** null = allowed; otherwise why not. */
  refuses: (url: string) => { code: 'robots' | 'robots-unreachable' | 'halted'; detail: Sentence } | null;
}

/** By origin. Kept by the caller when it should outlive a client. */
export type RobotsCache = Map<string, Promise<RobotsRules>>;

/** RFC 9309 section 2.4: not longer than a day. */
const KEPT_MS = 24 * 3600_000;
/** A robots.txt that could not be read is asked for again soon. */
const UNREACHABLE_KEPT_MS = 10 * 60_000;
/** A longer Crawl-delay is cut to this: a night has to end. */
const MOST_DELAY_MS = 30_000;
/** RFC 9309 section 2.5: at least so much must be read. */
const MOST_BYTES = 500 * 1024;

export interface RobotsOptions {
  /** Fetches robots.txt; the caller's own client, so that it is as polite and as safe as for everything else. */
  fetch: (request: FetchRequest) => Promise<FetchResult>;
  userAgent: string;
  now: () => Instant;
  cache: RobotsCache;
}

const FORBIDDEN = { code: 'robots', detail: verbatim('') } as const;

/** Finds the rules for an address's origin; the request lends its rights to the request for robots.txt. */
export type Robots = (url: URL, request: FetchRequest) => Promise<RobotsRules>;

/** Asks robots.txt (RFC 9309), once a day for an origin. */
export function createRobots({ fetch, userAgent, now, cache }: RobotsOptions): Robots {
  // "Nightdesk/0.1 (+mailto:...)" -> "Nightdesk", the product token that group lines name.
  const product = userAgent.split(/[/\s]/, 1)[0] ?? userAgent;

  const read = async (origin: string, request: FetchRequest): Promise<RobotsRules> => {
    const url = `${origin}/robots.txt`;
    const { allowPrivate, signal } = request;
    const result = await fetch({ url, allowPrivate, signal, accept: 'text/plain, */*;q=0.1' });
    if (result.body !== null) {
      const { default: robotsParser } = await import('robots-parser');
      const text = Buffer.from(result.body.subarray(0, MOST_BYTES))
        .toString('utf8')
        .replace(/^\uFEFF/, '');
      const rules = robotsParser(url, text);
      return {
        until: now() + KEPT_MS,
        delayMs: Math.min(MOST_DELAY_MS, 1000 * (rules.getCrawlDelay(product) ?? 0)),
        refuses: (address) => (rules.isAllowed(address, product) === false ? FORBIDDEN : null),
      };
    }
    return isUnavailable(result)
      ? { until: now() + KEPT_MS, delayMs: 0, refuses: () => null }
      : {
          until: result.failure?.code === 'aborted' ? 0 : now() + UNREACHABLE_KEPT_MS,
          delayMs: 0,
          refuses: () => unreadable(result.failure),
        };
  };

  return async (url, request) => {
    // Not awaited before the look into the cache is done, so that those who come together ask once.
    const known = cache.get(url.origin);
    if (known !== undefined) {
      const rules = await known;
      if (rules.until > now()) return rules;
    }
    const asked = read(url.origin, request);
    cache.set(url.origin, asked);
    return asked;
  };
}

/** Why nothing is read where robots.txt could not be. A service that told us to stop was not even asked for it. */
function unreadable(failure: Failure | null): ReturnType<RobotsRules['refuses']> {
  if (failure?.code === 'halted') return { code: 'halted', detail: HALTED_BY_403 };
  return { code: 'robots-unreachable', detail: failure?.message ?? verbatim('') };
}

/**
 * Unavailable (any 4xx, an empty file, endless redirects) means everything is allowed; unreachable (5xx, no answer)
 * means nothing is (RFC 9309 sections 2.3.1.2 to 2.3.1.4). A 429 is no statement about robots.
 */
function isUnavailable({ status, failure }: FetchResult): boolean {
  const code = failure?.code;
  if (code === 'empty' || code === 'redirect-loop' || code === 'too-many-redirects') return true;
  return status >= 400 && status < 500 && status !== 429;
}
