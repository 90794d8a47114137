import type { PublishingHints } from '../../model.ts';
import { children } from '../xml/element.ts';
import { HINTS, type Key } from './fields.ts';
import type { Mapped } from './mapping.ts';
import { textOf } from './texts.ts';

const DAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MINUTES: Record<string, number> = { hourly: 60, daily: 1440, weekly: 10_080, monthly: 43_200, yearly: 525_600 };
/** No feed may silence itself for longer. */
const LONGEST_MINUTES = 7 * 1440;

export const NO_HINTS: PublishingHints = { ttlMinutes: null, skipHours: [], skipDays: [] };

/** What the feed asks of its readers: RSS's ttl, skipHours and skipDays, the syndication module's period and frequency. */
export function hintsOf(feed: Mapped): PublishingHints {
  const text = (key: Key): string => textOf(feed[key]?.[0]).toLowerCase();
  const list = (key: Key, of: string): string[] =>
    (feed[key] ?? []).flatMap((element) => children(element, of)).map((element) => textOf(element).toLowerCase());
  const ttl = Number(text(HINTS.ttl)) || (MINUTES[text(HINTS.period)] ?? 0) / (Number(text(HINTS.frequency)) || 1);
  return {
    ttlMinutes: ttl > 0 ? Math.min(Math.round(ttl), LONGEST_MINUTES) : null,
    // RSS 0.91 counts the hours 1-24, RSS 2.0 0-23.
    skipHours: list(HINTS.skipHours, 'hour')
      .map(Number)
      .filter((hour) => Number.isInteger(hour) && hour >= 0 && hour <= 24)
      .map((hour) => hour % 24),
    skipDays: list(HINTS.skipDays, 'day')
      .map((day) => DAYS.indexOf(day))
      .filter((day) => day >= 0),
  };
}
