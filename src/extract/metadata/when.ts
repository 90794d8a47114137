import type { Instant } from '../../model.ts';
import { findDate } from '../../text/dates.ts';

/** A moment a page named: when it is, and how it was written, as ISO 8601 with the page's own offset, or a day only. */
export interface When {
  at: Instant;
  written: string;
}

/** A full ISO 8601 moment with its zone, anywhere in a text. */
const ISO = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s?(?:Z|[+-]\d{2}:?\d{2})(?!\d)/;
/** "2024.08.22. 오전 5:03": Korean dates end in a full stop, also before a time. */
const STOP_BEFORE_TIME = /(?<=\d)\.(?=\s+(?:오전|오후|\d{1,2}:))/g;
const DAY_MS = 86_400_000;
const EARLIEST = Date.UTC(1990, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/**
 * Finds the first date in a text.
 *
 * @param timezone IANA zone of a date that names none; null for UTC (Korea's for a Korean date)
 * @returns null where there is none, or only one that no page has (before 1990, after 2100)
 */
export function findWhen(text: string, timezone: string | null): When | null {
  const iso = ISO.exec(text)?.[0];
  const line = iso ?? text.replace(STOP_BEFORE_TIME, '');
  const at = findDate(line, { timezone });
  if (at === null || at < EARLIEST || at > LATEST) return null;
  if (iso !== undefined) return { at, written: iso.replace(' ', 'T').replace(/\s/g, '') };
  // Read as if in UTC, a date without zone keeps the day and hour that the page printed.
  return { at, written: isoOf(findDate(line, { timezone: 'UTC' }) ?? at) };
}

function isoOf(at: Instant): string {
  const iso = new Date(at).toISOString();
  return at % DAY_MS === 0 ? iso.slice(0, 10) : iso.slice(0, 19);
}
