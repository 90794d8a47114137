import { setMaxListeners } from 'node:events';
import { onAbort } from './abort.ts';
import { abortedResult, attempt } from './attempt.ts';
import type { Attempt } from './attempt.ts';
import { worthAnotherTry } from './failure.ts';
import type { Trouble } from './trouble.ts';
import type { ClientOptions } from './options.ts';
import type { FailureCode, FetchRequest, FetchResult } from './result.ts';
import { backoffMs, MAX_WAIT_MS, sleep } from './retry.ts';
import { createRobots } from './robots.ts';
import { DEFAULT_PORTS } from './target.ts';
import { createTransport } from './transport.ts';

export type { Failure, FailureCode, FetchRequest, FetchResult, Redirect, ResponseFacts } from './result.ts';
export type { ClientOptions } from './options.ts';
export type { Pace } from './queue.ts';
export type { RobotsCache } from './robots.ts';

export interface ClientStats {
  fetches: number;
  notModified: number;
  /** Body bytes over the wire. */
  bytes: number;
  failures: Partial<Record<FailureCode, number>>;
  /** Services that must not be asked again this night, and why. */
  halted: ReadonlyMap<string, string>;
}

export interface Client {
  /** Asks for one document. Never rejects: a failing source is data. */
  fetch(request: FetchRequest): Promise<FetchResult>;
  stats(): ClientStats;
  /** Stops what is under way and closes all connections. */
  close(): Promise<void>;
}

/** A hanging server is given one more chance, not all of them: its time-outs are the longest waits of a night. */
const TIMEOUT_RETRIES = 1;

/** The rest of a service that says "too many requests" without saying for how long. */
const HOLD_MS = 10_000;

/** The polite client: one for a night, shared by everything that asks the web for something. */
export function createClient(options: ClientOptions): Client {
  const transport = createTransport(options);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const stats = { fetches: 0, notModified: 0, bytes: 0 };
  const failures: Partial<Record<FailureCode, number>> = {};
  const robots = createRobots({
    fetch: (request) => ask(request),
    userAgent: options.userAgent,
    now: options.now,
    cache: options.robotsCache ?? new Map(),
  });
  const attemptOptions = {
    transport,
    robots,
    userAgent: options.userAgent,
    ports: options.ports ?? DEFAULT_PORTS,
    caps: options.caps,
    now: options.now,
  };

  /** How long to wait before another try; null = no further try. */
  const pauseBeforeRetry = (trouble: Trouble, attempts: number): number | null => {
    const tries = trouble.code === 'timeout' ? Math.min(TIMEOUT_RETRIES, options.retries) : options.retries;
    if (attempts > tries || !worthAnotherTry(trouble.code)) return null;
    const pause = Math.max(trouble.waitMs ?? 0, backoffMs(attempts, options.jitter()));
    return pause > MAX_WAIT_MS ? null : pause;
  };

  /** What one answer means for everything else we want of the service. */
  const heed = async ({ result, trouble }: Attempt, request: FetchRequest): Promise<void> => {
    if (trouble === null || result.status < 400) return;
    const url = new URL(result.finalUrl);
    const { code, waitMs } = trouble;
    if (code === 'rate-limited') await transport.hold(url, request, waitMs ?? HOLD_MS * (1 + options.jitter()));
    if (code === 'server' && waitMs !== null) await transport.hold(url, request, waitMs);
  };

  const withRetries = async (request: FetchRequest): Promise<FetchResult> => {
    for (let attempts = 1; ; attempts++) {
      const ended = await attempt(request, attemptOptions);
      const { result, trouble } = ended;
      result.attempts = attempts;
      if (trouble === null) return result;
      await heed(ended, request);
      const pause = pauseBeforeRetry(trouble, attempts);
      if (pause === null) return result;
      await sleep(pause, closing.signal);
    }
  };

  // Only being stopped makes `withRetries` reject.
  const ask = async (request: FetchRequest): Promise<FetchResult> =>
    untilAborted(withRetries(request), request.signal).catch(() => abortedResult(request.url));

  return {
    async fetch(request) {
      const result = await ask(request);
      stats.fetches++;
      stats.bytes += result.bytes;
      if (result.notModified) stats.notModified++;
      if (result.failure !== null) failures[result.failure.code] = (failures[result.failure.code] ?? 0) + 1;
      return result;
    },
    stats: () => ({ ...stats, failures: { ...failures }, halted: transport.halted() }),
    async close() {
      closing.abort();
      await transport.close();
    },
  };
}

/** Settles as the work does, or rejects at once when the signal fires. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return work;
  let stop = (): void => {};
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(new Error('aborted'));
  });
  const letGo = onAbort(signal, stop);
  if (signal.aborted) stop();
  try {
    return await Promise.race([work, stopped]);
  } finally {
    letGo();
  }
}
