import { frame } from './live.ts';
import { lang } from './settings.ts';

/** A moment as day and time, in the team's zone. */
export function dayAndTime(at: number): string {
  return format(at, { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' });
}

/** A moment as a day, in the team's zone. */
export function day(at: number): string {
  return format(at, { year: 'numeric', month: 'short', day: 'numeric' });
}

function format(at: number, options: Intl.DateTimeFormatOptions): string {
  const locale = lang.value === 'ko' ? 'ko-KR' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: frame.value?.timezone ?? 'UTC' }).format(at);
}
