import type { Instant } from '../model.ts';
import type { FetchRequest, FetchResult } from './result.ts';

/** What is known of one origin's robots.txt. */
export interface RobotsRules {
  until: Instant;
  /** null = allowed; otherwise why not, as a half sentence. */
  refuses(url: string): string | null;
}

/** By origin. Kept by the caller when it should outlive a client. */
export type RobotsCache = Map<string, Promise<RobotsRules>>;

/** RFC 9309 section 2.4: not longer than a day. */
const KEPT_MS = 24 * 3600_000;
/** A robots.txt that could not be read is asked for again soon. */
const UNREACHABLE_KEPT_MS = 10 * 60_000;
/** RFC 9309 section 2.5: at least so much must be read. */
const MOST_BYTES = 500 * 1024;

export interface RobotsOptions {
  /** Fetches robots.txt; the caller's own client, so that it is as polite and as safe as for everything else. */
  fetch: (request: FetchRequest) => Promise<FetchResult>;
  userAgent: string;
  now: () => Instant;
  cache: RobotsCache;
}

/**
 * Asks robots.txt (RFC 9309).
 *
 * @returns a function that tells why an address may not be read, null when it may
 */
export function createRobots({ fetch, userAgent, now, cache }: RobotsOptions) {
  // "Nightdesk/0.1 (+mailto:...)" -> "Nightdesk", the product token that group lines name.
  const product = userAgent.split(/[/\s]/, 1)[0] ?? userAgent;

  const read = async (origin: string, request: FetchRequest): Promise<RobotsRules> => {
    const url = `${origin}/robots.txt`;
    const { allowPrivate, signal } = request;
    const result = await fetch({ url, allowPrivate, signal, accept: 'text/plain, */*;q=0.1' });
    if (result.body !== null) {
      const { default: robotsParser } = await import('robots-parser');
      const text = Buffer.from(result.body.subarray(0, MOST_BYTES)).toString('utf8');
      const rules = robotsParser(url, text);
      return {
        until: now() + KEPT_MS,
        refuses: (address) => (rules.isAllowed(address, product) === false ? '' : null),
      };
    }
    return isUnavailable(result)
      ? { until: now() + KEPT_MS, refuses: () => null }
      : {
          until: now() + UNREACHABLE_KEPT_MS,
          refuses: () => ` cannot be read now: ${result.failure?.message ?? result.status}`,
        };
  };

  return async (url: URL, request: FetchRequest): Promise<string | null> => {
    if (url.pathname === '/robots.txt') return null;
    const known = await cache.get(url.origin);
    if (known !== undefined && known.until > now()) return known.refuses(url.href);
    const asked = read(url.origin, request);
    cache.set(url.origin, asked);
    return (await asked).refuses(url.href);
  };
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
