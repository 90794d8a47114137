import type { Instant, PublishingHints } from '../model.ts';
import type { LedgerRow } from '../store/nights.ts';
import type { SourceState } from '../store/sources.ts';
import { say, type Sentence, verbatim } from '../text/said.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Runs within this belong together: later on the same date it is another night (a zone that changed, a second hour). */
const ONE_NIGHT = 10 * HOUR;

/** What lies further ahead than this was written by a clock that has been set right since. */
const AHEAD = 3 * HOUR;

/** However long a source asks to be left alone, it is asked again after this; milliseconds. */
const LONGEST = 7 * DAY;

/**
 * The moment before which a source asks not to be read again: the longest of what its feed says (ttl, sy:update*) and
 * how long its answer stays fresh (Cache-Control, Expires), a tenth less so that a nightly rhythm is not missed by
 * seconds, and then out of its skipHours and skipDays. null when it asks for nothing.
 */
export function dueAt(now: Instant, hints: PublishingHints | null, freshForMs: number | null): Instant | null {
  const least = Math.max((hints?.ttlMinutes ?? 0) * MINUTE, freshForMs ?? 0) * 0.9;
  let due = now + Math.min(least, LONGEST);
  for (let hour = 0; hour < 7 * 24 && skips(due, hints); hour++) due += HOUR;
  return due === now ? null : Math.round(due);
}

function skips(at: Instant, hints: PublishingHints | null): boolean {
  if (hints === null) return false;
  const { skipHours, skipDays } = hints;
  const date = new Date(at);
  const everyHour = skipHours.length >= 24 || skipDays.length >= 7;
  return !everyHour && (skipHours.includes(date.getUTCHours()) || skipDays.includes(date.getUTCDay()));
}

/** The ledger row of a source that is not asked. */
export interface NotAsked {
  outcome: 'skipped' | 'gone';
  diagnosis: Sentence;
}

/** Whether a source is asked in this run; when it is not, what the ledger tells, once a night. `newest`: its newest answer of this date. */
export function whetherToAsk(
  now: Instant,
  state: SourceState | undefined,
  newest: LedgerRow | undefined,
): { ask: true } | { ask: false; tell: NotAsked | null } {
  const row = newest !== undefined && isOfThisNight(newest.askedAt, now) ? newest : undefined;
  if (state?.disabledReason != null)
    return {
      ask: false,
      tell: row === undefined ? { outcome: 'gone', diagnosis: verbatim(state.disabledReason) } : null,
    };
  const due = (state?.answeredAt ?? 0) > now + AHEAD ? null : (state?.dueAt ?? null);
  if (row !== undefined) {
    const open = row.outcome === 'failed' || row.outcome === 'late' || row.outcome === 'blocked';
    return open || (due !== null && due <= now) ? { ask: true } : { ask: false, tell: null };
  }
  if (due !== null && due > now) {
    const diagnosis = say('source.notBefore', { time: new Date(due).toISOString() });
    return { ask: false, tell: { outcome: 'skipped', diagnosis } };
  }
  return { ask: true };
}

/** Whether what was done at a moment belongs to the night that goes on now, whatever their dates. */
export function isOfThisNight(asked: Instant, now: Instant): boolean {
  return asked > now - ONE_NIGHT && asked < now + AHEAD;
}
