import type { Instant } from '../model.ts';
import type { Pace } from './queue.ts';
import type { Resolve } from './resolve.ts';
import type { RobotsCache } from './robots.ts';

/** How the client behaves, and what it takes from outside: clock, chance, name look-up, the other processes. */
export interface ClientOptions {
  /** "Nightdesk/1.0 (+https://example.org/about; mailto:desk@example.org)": who asks, and whom to write to. */
  userAgent: string;
  /** Requests under way at a time, over all services. */
  concurrency: number;
  /** Connections at a time to one service (registrable domain). */
  perService: number;
  /** Least milliseconds between the starts of two requests to one service. */
  delayMs: number;
  /** Draws 0..1. */
  jitter: () => number;
  /** connect: name, TCP and TLS; headers: until they are complete; body: between two chunks; total: one whole exchange. */
  timeouts: { connectMs: number; headersMs: number; bodyMs: number; totalMs: number };
  /** bytes: after decompression; wireBytes: before; ratio: bytes out per byte in; redirects: hops. */
  caps: { bytes: number; wireBytes: number; ratio: number; headerBytes: number; redirects: number };
  /** Further attempts after the first. */
  retries: number;
  /** The wall clock; time-outs, delays and `ms` use the monotonic one. */
  now: () => Instant;
  /** An http, https or socks5 proxy for everything but sources with `allowPrivate`. */
  proxy?: string | undefined;
  /** Allowed ports; sources with `allowPrivate` may use any. */
  ports?: readonly number[] | undefined;
  /** No delay and no limit per service, for requests with `allowPrivate` only. */
  noDelay?: boolean | undefined;
  /** Coordinates several processes where a service counts them all as one. */
  pace?: Pace | undefined;
  robotsCache?: RobotsCache | undefined;
  resolve?: Resolve | undefined;
  /** Certificate authorities in PEM, in place of the built-in ones. */
  ca?: string | undefined;
}
