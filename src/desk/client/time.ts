import { computed } from '@preact/signals';
import { frame } from './live.ts';
import { t } from './messages.ts';
import { lang } from './settings.ts';

const offset = computed(() => (frame.value === null ? 0 : frame.value.now - Date.now()));

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** How long ago, in one short word, by the desk's clock. */
export function age(at: number): string {
  const passed = Math.max(0, Date.now() + offset.value - at);
  if (passed < HOUR) return t('age.minutes', { n: Math.floor(passed / MINUTE) });
  if (passed < 2 * DAY) return t('age.hours', { n: Math.floor(passed / HOUR) });
  return t('age.days', { n: Math.floor(passed / DAY) });
}

/** A date in the desk's zone and the interface's language. */
export function day(at: number, withTime = false): string {
  const timeZone = frame.value?.timezone ?? 'UTC';
  const options: Intl.DateTimeFormatOptions = withTime
    ? { dateStyle: 'medium', timeStyle: 'short' }
    : { dateStyle: 'medium' };
  return new Intl.DateTimeFormat(lang.value === 'ko' ? 'ko-KR' : 'en-GB', { ...options, timeZone }).format(at);
}

/** The hour at which the next night is due, in the team's zone: "05:00". */
export function nextHour(): string {
  if (frame.value === null) return '';
  const { nextNight, timezone } = frame.value;
  const options = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: timezone } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(nextNight);
}

/** The name of a night, a date without a zone: "Fri 23 Aug". */
export function nightName(night: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(lang.value === 'ko' ? 'ko-KR' : 'en-GB', options).format(Date.parse(night));
}

/** The same without its weekday: "23 Aug". */
export function shortDay(night: string): string {
  const options = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(lang.value === 'ko' ? 'ko-KR' : 'en-GB', options).format(Date.parse(night));
}
