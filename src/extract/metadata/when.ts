import type { Instant } from '../../model.ts';

/** A moment a page named: when it is, and how it was written, as ISO 8601 with the writer's own offset or day only. */
export interface When {
  at: Instant;
  written: string;
}

/** First three letters of month names, without accents: English, German, French, Spanish, Italian, Portuguese, Dutch. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|ene|gen|janv)/,
  /^(?:feb|fev|fevr)/,
  /^(?:mar|mrz|mae|mrt)/,
  /^(?:apr|abr|avr)/,
  /^(?:may|mai|mag|mei|maj)/,
  /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/,
  /^(?:aug|ago|aou)/,
  /^(?:sep|set)/,
  /^(?:oct|okt|ott|out)/,
  /^(?:nov)/,
  /^(?:dec|dez|dic)/,
];

const ISO =
  /(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:T|\s+)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?/;
/** 2024.08.21. 오후 3:05, 2024年8月21日 15時05分, 2024년 8월 21일 15:05, 2024/08/21 15:05 */
const YEAR_FIRST =
  /(20\d{2}|19\d{2})\s?[./年년]\s?(\d{1,2})\s?[./月월]\s?(\d{1,2})(?:\s?[.日일])?(?:\s*(?:\([^)]{1,4}\))?\s*(오전|오후|午前|午後)?\s*(\d{1,2})\s?[:時시]\s?(\d{2}))?/;
const DAY_NAMED =
  /\b(\d{1,2})(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+|of\s+)?(\p{L}{3,10})\.?,?\s+(?:de\s+)?((?:19|20)\d{2})\b/u;
const MONTH_NAMED = /\b(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+((?:19|20)\d{2})\b/u;
/** 21.08.2024 and 08/21/2024: the only forms whose order is a convention of the language. */
const NUMERIC = /\b(\d{1,2})([./])(\d{1,2})\.?\2?((?:19|20)\d{2})\b/;

/**
 * Finds the first date in a text: ISO 8601, year-first forms (Korean, Japanese, Chinese), named months in seven
 * languages, numeric forms. A time without a zone is read in `zoneOffset` (minutes east of UTC).
 *
 * @returns null where there is no plausible date (year 1990 to 2100)
 */
export function findWhen(text: string, zoneOffset = 0): When | null {
  const iso = ISO.exec(text);
  if (iso) return make(iso[1], iso[2], iso[3], iso[4], iso[5], iso[6], iso[7], zoneOffset);
  const unix = /^\s*(\d{10})(\d{3})?\s*$/.exec(text);
  if (unix) return fromInstant(Number(unix[1]) * 1000);
  const first = YEAR_FIRST.exec(text);
  if (first) {
    const afternoon = first[4] === '오후' || first[4] === '午後';
    const hour =
      first[5] === undefined ? undefined : String((Number(first[5]) % (first[4] ? 12 : 24)) + (afternoon ? 12 : 0));
    return make(first[1], first[2], first[3], hour, first[6], undefined, undefined, zoneOffset);
  }
  return findNamed(text) ?? findNumeric(text);
}

function findNamed(text: string): When | null {
  const day = DAY_NAMED.exec(text);
  if (day) {
    const month = monthOf(day[2] ?? '');
    if (month) return make(day[3], month, day[1]);
  }
  const named = MONTH_NAMED.exec(text);
  const month = named && monthOf(named[1] ?? '');
  return named && month ? make(named[3], month, named[2]) : null;
}

function findNumeric(text: string): When | null {
  const match = NUMERIC.exec(text);
  if (!match) return null;
  const [a = '', separator, b = ''] = match.slice(1);
  const dayFirst = separator === '.' || Number(a) > 12;
  return dayFirst ? make(match[4], b, a) : make(match[4], a, b);
}

function monthOf(name: string): string | null {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const index = MONTHS.findIndex((pattern) => pattern.test(plain));
  return index < 0 ? null : String(index + 1);
}

function fromInstant(at: Instant): When {
  return { at, written: new Date(at).toISOString() };
}

function make(
  year = '',
  month = '',
  day = '',
  hour?: string,
  minute?: string,
  second?: string,
  zone?: string,
  zoneOffset = 0,
): When | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const y = Number(year);
  if (Number.isNaN(midnight) || new Date(midnight).getUTCDate() !== Number(day) || y < 1990 || y > 2100) return null;
  if (hour === undefined) return { at: midnight, written: date };
  const offset = zone === undefined ? zoneOffset : offsetOf(zone);
  const clock = `${hour.padStart(2, '0')}:${minute ?? '00'}:${second ?? '00'}`;
  const at = Date.parse(`${date}T${clock}Z`) - offset * 60_000;
  return Number.isNaN(at)
    ? { at: midnight, written: date }
    : { at, written: `${date}T${clock}${formatOffset(offset)}` };
}

/** Minutes east of UTC of "Z", "UTC", "+09:00", "-0400". */
function offsetOf(zone: string): number {
  const match = /([+-])(\d{2}):?(\d{2})/.exec(zone);
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]));
}

function formatOffset(minutes: number): string {
  if (minutes === 0) return 'Z';
  const size = Math.abs(minutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
