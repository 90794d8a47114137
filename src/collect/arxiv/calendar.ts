import type { Instant } from '../../model.ts';
import { localToInstant, offsetAt } from '../../text/zones.ts';
import { say, type Sentence } from '../../text/said.ts';

/** What arXiv's clock says at a moment: which batch its feeds should hold. */
export interface ArxivDay {
  /** arXiv's date: the day whose feed was built at the last midnight Eastern, "YYYY-MM-DD". */
  day: string;
  /** A batch was announced the evening before, so the day's feed should hold papers. */
  expected: boolean;
  /** Why, or why not, in words. */
  reason: Sentence;
  /** When the next feed is built. */
  next: Instant;
}

const ZONE = 'America/New_York';
const DAY = 86_400_000;

/**
 * Evenings without announcement, as arXiv's own page gave them for the year
 * (https://info.arxiv.org/help/availability.html, "On Deferred Mailings").
 */
const DEFERRED: Record<number, readonly string[]> = {
  2023: ['01-16', '06-14', '06-19', '07-04', '09-04', '11-23', '12-25', '12-27'],
  2025: ['01-01', '01-20', '06-19', '07-06', '09-01', '11-27'],
};

/**
 * arXiv announces at 20:00 Eastern from Sunday to Thursday and rebuilds its feeds at midnight Eastern; on other days,
 * and after evenings it deferred, the feeds are empty.
 */
export function arxivDay(now: Instant): ArxivDay {
  const local = new Date(now + offsetAt(now, ZONE));
  const midnight = Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate());
  const day = isoDay(midnight);
  const evening = new Date(midnight - DAY);
  const next = localToInstant(midnight + DAY, ZONE);
  const weekday = evening.getUTCDay();
  if (weekday === 5 || weekday === 6) {
    return { day, expected: false, reason: say('arxiv.weekend'), next };
  }
  const holiday = deferral(evening);
  if (holiday !== null)
    return {
      day,
      expected: false,
      reason: say('arxiv.deferred', { day: isoDay(evening.getTime()), holiday }),
      next,
    };
  return { day, expected: true, reason: say('arxiv.announced', { day: isoDay(evening.getTime()) }), next };
}

/** How many batches should have come out between two moments. */
export function batchesBetween(earlier: Instant, later: Instant): number {
  let batches = 0;
  for (let at = arxivDay(earlier).next; at <= later; at = arxivDay(at).next) {
    if (arxivDay(at).expected) batches++;
  }
  return batches;
}

/** Why an evening's announcement is deferred; null when it is not, as far as is known. */
function deferral(evening: Date): Sentence | null {
  const year = evening.getUTCFullYear();
  const published = DEFERRED[year];
  if (published?.includes(isoDay(evening.getTime()).slice(5))) return say('holiday.own');
  const known =
    published !== undefined && isoDay(evening.getTime()).slice(5) <= (published[published.length - 1] ?? '');
  return known ? null : holidayOf(evening);
}

/**
 * For years that arXiv's page was not read for: the holidays it kept in every year that was. One that falls on a Friday
 * or Saturday, when nothing is announced, defers the Sunday after it (as Independence Day did in 2025).
 */
function holidayOf(evening: Date): Sentence | null {
  const days = evening.getUTCDay() === 0 ? [0, 1, 2] : [0];
  for (const back of days) {
    const date = new Date(evening.getTime() - back * DAY);
    const name = FIXED[isoDay(date.getTime()).slice(5)] ?? movable(date);
    if (name !== undefined) return name;
  }
  return null;
}

const FIXED: Record<string, Sentence> = {
  '01-01': say('holiday.newYear'),
  '06-19': say('holiday.juneteenth'),
  '07-04': say('holiday.independence'),
  '12-25': say('holiday.christmas'),
};

function movable(date: Date): Sentence | undefined {
  const [month, weekday, week] = [date.getUTCMonth() + 1, date.getUTCDay(), Math.ceil(date.getUTCDate() / 7)];
  if (month === 1 && weekday === 1 && week === 3) return say('holiday.king');
  if (month === 9 && weekday === 1 && week === 1) return say('holiday.labor');
  return month === 11 && weekday === 4 && week === 4 ? say('holiday.thanksgiving') : undefined;
}

function isoDay(utc: number): string {
  return new Date(utc).toISOString().slice(0, 10);
}
