import { setTimeout } from 'node:timers/promises';
import type { Instant } from '../model.ts';

/** The longest a fetch waits by itself, for a back-off or because it was asked to; longer waits are left to the caller. */
export const MAX_WAIT_MS = 30_000;

const FIRST_WAIT_MS = 1000;

/**
 * Exponential back-off with "equal jitter" (M. Brooker, "Exponential Backoff And Jitter", 2015): half the wait is
 * fixed, so that a server gets its rest, half is drawn, so that those who failed together do not come back together.
 *
 * @param attempt 1 after the first failure
 * @param jitter 0..1
 * @param capMs the longest wait
 */
export function backoffMs(attempt: number, jitter: number, firstMs = FIRST_WAIT_MS, capMs = MAX_WAIT_MS): number {
  const full = Math.min(capMs, firstMs * 2 ** (attempt - 1));
  return full / 2 + (full / 2) * jitter;
}

/**
 * Retry-After (RFC 9110 section 10.2.3): seconds, or a date. A date is read against the response's own Date, because
 * the two were written by one clock, which need not be ours.
 *
 * @param date the response's Date header, null when it had none
 * @param now our clock, the substitute
 * @returns milliseconds to wait, at least 0; null when there is nothing to be understood
 */
export function retryAfterMs(value: string | undefined, date: Instant | null, now: Instant): number | null {
  if (value === undefined) return null;
  if (/^\d+$/.test(value.trim())) return Number(value) * 1000;
  const until = httpDate(value);
  return until === null ? null : Math.max(0, until - (date ?? now));
}

/** A date in any of HTTP's three forms (RFC 9110 section 5.6.7), all of which begin with the day's name. */
export function httpDate(value: string | undefined): Instant | null {
  if (value === undefined || !/^\s*[a-z]{3}/i.test(value)) return null;
  const parsed = Date.parse(value);
  return Number.isNaN(parsed) ? null : parsed;
}

/** Waits; rejects with an AbortError as soon as the signal says so. */
export async function sleep(ms: number, signal: AbortSignal): Promise<void> {
  await setTimeout(ms, undefined, { signal });
}
