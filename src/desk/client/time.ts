import { computed, signal } from '@preact/signals';
import { frame } from './live.ts';
import { t } from './messages.ts';
import { lang } from './settings.ts';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** The minute that it is: ages are told to the minute, and rows that tell one are drawn again once in it. */
const minute = signal(Math.floor(Date.now() / MINUTE));
setInterval(() => (minute.value = Math.floor(Date.now() / MINUTE)), 10_000);
/** How many minutes the desk's clock is ahead of the browser's. */
const ahead = computed(() => (frame.value === null ? 0 : Math.round((frame.value.now - Date.now()) / MINUTE)));

/** How long ago, in one short word, by the desk's clock. */
export function age(at: number): string {
  const passed = Math.max(0, (minute.value + ahead.value) * MINUTE - at);
  if (passed < HOUR) return t('age.minutes', { n: Math.floor(passed / MINUTE) });
  if (passed < 2 * DAY) return t('age.hours', { n: Math.floor(passed / HOUR) });
  return t('age.days', { n: Math.floor(passed / DAY) });
}

/** A date in the desk's zone and the interface's language. */
export function day(at: number, withTime = false): string {
  return written(at, withTime ? 'minute' : 'day', frame.value?.timezone ?? 'UTC');
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
  return written(Date.parse(night), 'night', 'UTC');
}

/** The same without its weekday: "23 Aug". */
export function shortDay(night: string): string {
  return written(Date.parse(night), 'short', 'UTC');
}

const STYLES = {
  day: { dateStyle: 'medium' },
  minute: { dateStyle: 'medium', timeStyle: 'short' },
  night: { weekday: 'short', day: 'numeric', month: 'short' },
  short: { day: 'numeric', month: 'short' },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Each format is made once: making one takes longer than drawing a row. */
function written(at: number, style: keyof typeof STYLES, timeZone: string): string {
  const key = `${lang.value} ${style} ${timeZone}`;
  const locale = lang.value === 'ko' ? 'ko-KR' : 'en-GB';
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...STYLES[style], timeZone });
  formats.set(key, format);
  return format.format(at);
}
