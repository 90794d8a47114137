import { CronExpressionParser } from 'cron-parser';
import type { Instant } from '../model.ts';
import { say, type Sentence } from '../text/said.ts';

const HOUR = 3_600_000;

/** Hours after a night at which the sources that were late or failed are asked again. */
const LATE_AFTER_HOURS = [1, 3, 6] as const;

/** What lies further ahead than this was written by a clock that has been set right since, and does not count. */
const AHEAD = 3 * HOUR;

/** When nights are called for: a cron expression read in a zone. */
export interface Rhythm {
  schedule: string;
  timezone: string;
}

/** What has been done already; null = never. */
export interface Past {
  /** Starts of the nights that came to their end. */
  nights: readonly Instant[];
  /** Starts of the passes over late sources that came to their end. */
  passes: readonly Instant[];
}

/**
 * What the schedule calls for at a moment: the night, when none has begun since it was last due (also when the machine
 * was off, or the night was cut short); some hours later a pass over what was late; or nothing.
 *
 * Nothing is counted from a timer: a clock that is set, a zone that changes and a machine that slept all come out of
 * this one comparison.
 */
export function whatIsDue(rhythm: Rhythm, now: Instant, past: Past): 'night' | 'late' | null {
  const due = lastDue(rhythm, now);
  const credible = (at: Instant): boolean => at <= now + AHEAD;
  const newest = (moments: readonly Instant[]): Instant => Math.max(0, ...moments.filter(credible));
  const night = newest(past.nights);
  if (night < due) return 'night';
  return Math.max(night, newest(past.passes)) < lastPass(due, now) ? 'late' : null;
}

/** The newest moment at which anything was due: it changes only when there may be something to do. */
export function lastCall(rhythm: Rhythm, now: Instant): Instant {
  return lastPass(lastDue(rhythm, now), now);
}

/** The first moment after `now` at which a night is due. */
export function nextDue({ schedule, timezone }: Rhythm, now: Instant): Instant {
  return CronExpressionParser.parse(schedule, { tz: timezone, currentDate: new Date(now) })
    .next()
    .getTime();
}

/** When what is late now is asked again, as a person in the zone says it: by a pass of this night, or by the next night. */
export function nextAsking(rhythm: Rhythm, now: Instant): Sentence {
  const due = lastDue(rhythm, now);
  const pass = LATE_AFTER_HOURS.map((hours) => due + hours * HOUR).find((at) => at > now) ?? nextDue(rhythm, now);
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: rhythm.timezone, hour: '2-digit', minute: '2-digit' });
  return say('wait.at', { time: clock.format(pass) });
}

function lastPass(due: Instant, now: Instant): Instant {
  return Math.max(due, ...LATE_AFTER_HOURS.map((hours) => due + hours * HOUR).filter((at) => at <= now));
}

/**
 * The last moment at or before `now` at which a night was due. The parser's way back passes over hours that a zone skips
 * and finds those twice that it has twice; its way on is right, so the last steps are taken forward.
 */
function lastDue(rhythm: Rhythm, now: Instant): Instant {
  const { schedule, timezone } = rhythm;
  const back = CronExpressionParser.parse(schedule, { tz: timezone, currentDate: new Date(now) });
  let due = nextDue(rhythm, back.prev().getTime() - AHEAD);
  for (let next = due; next <= now; next = nextDue(rhythm, next)) due = next;
  return due;
}
