import { backoffMs } from './retry.ts';

/** Failures in a row after which a host is left alone for a while. */
const THRESHOLD = 4;
const FIRST_OPEN_MS = 15_000;
const LONGEST_OPEN_MS = 15 * 60_000;

/**
 * A circuit breaker per host (M. Nygard, "Release It!"): after some failures in a row a host rests; when the rest is
 * over it is asked again, and one answer of any kind closes the circuit. It heals by itself; every further failure
 * doubles the rest.
 */
export interface Breaker {
  /** Milliseconds the host still rests; 0 = it may be asked. */
  restMs(host: string): number;
  failed(host: string): void;
  answered(host: string): void;
}

/** @param jitter draws 0..1 */
export function createBreaker(jitter: () => number): Breaker {
  const hosts = new Map<string, { failures: number; until: number }>();
  return {
    restMs: (host) => Math.max(0, (hosts.get(host)?.until ?? 0) - performance.now()),
    failed(host) {
      const failures = (hosts.get(host)?.failures ?? 0) + 1;
      const rest =
        failures < THRESHOLD ? 0 : backoffMs(failures - THRESHOLD + 1, jitter(), FIRST_OPEN_MS, LONGEST_OPEN_MS);
      hosts.set(host, { failures, until: performance.now() + rest });
    },
    answered: (host) => void hosts.delete(host),
  };
}
