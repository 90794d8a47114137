import { inOurWriting } from './east-asian-dates.ts';
import { monthNumber } from './months.ts';
import { isZone, localToInstant, zoneOffset } from './zones.ts';

/** Zone of dates that name none: an IANA zone, or null for UTC. */
export interface DateOptions {
  timezone?: string | null;
}

const TIME = String.raw`(?<h>\d{1,2})[:.h](?<min>\d{1,2})(?:[:.](?<s>\d{1,2})(?:[.,]\d+)?)?(?:\s*(?<half>[ap])\.?m\b\.?)?`;
const ZONE = String.raw`(?<zone>[a-z]+\/[a-z_/]+|[a-z]|(?:[a-z]{2,5})?\s*[+-]\d{1,2}(?::?\d\d)?(?::?\d\d)?z?|[a-z]{2,5})`;
const CLOCK = String.raw`(?:(?:t|\s*[-,]\s*|(?:,\s*|\s+)(?:at|um|kl\.?|klo|alle|a las|às|à)\s+|\s+)${TIME}(?:\s*${ZONE}(?:\s+[a-z]{3,5})?)?)?`;
const WORD = String.raw`(?<word>\p{L}[\p{L}\p{M}]+)\.?`;

/**
 * The forms of dates, the frequent ones first. All are anchored: text that goes on after a date makes it no date. They
 * are matched in lower case, without the day of the week.
 */
const FORMS: readonly RegExp[] = [
  // 2024-03-04T09:05:00Z, 2024-03-04 09:05, 2024/3/4, 2024.3.4, 2024-03
  String.raw`(?<y>\d{4})[-/.](?<m>\d{1,2})(?:[-/.](?<d>\d{1,2})\.?)?${CLOCK}`,
  // 04 Mar 2024 09:05:00 +0900, 16. November 2020 - 15:54, 5 August, 2019, 16th Nov 20
  String.raw`(?<d>\d{1,2})(?:st|nd|rd|th)?\.?[-\s]*(?:de\s+|of\s+)?${WORD},?[-\s]*(?:de\s+|del\s+)?(?<y>\d{4}|\d\d)\.?,?${CLOCK}`,
  // March 4, 2024 9:05 am, Mar 4th 2024
  String.raw`${WORD}\s*(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4}),?${CLOCK}`,
  // asctime and its kin: Mar  4 09:05:00 2024, Jul 15 01:16:00 +0000 2012
  String.raw`${WORD}\s+(?<d>\d{1,2})\s+${TIME}(?:\s+${ZONE})?\s+(?<y>\d{4})`,
  // 2004-július-13T9:15-05:00, 2004. július 13.
  String.raw`(?<y>\d{4})[-.\s]+${WORD}[-\s]*(?<d>\d{1,2})\.?${CLOCK}`,
  // November 2020
  String.raw`${WORD},?\s+(?<y>\d{4})`,
  // ISO 8601 with two digits: 03-12-31
  String.raw`(?<y>\d\d)-(?<m>\d{1,2})-(?<d>\d{1,2})${CLOCK}`,
  // 09/15/2014 4:20 pm (America) and, where the first number is no month, 15/09/2014; 30.10.23; 11 04 2020
  String.raw`(?<a>\d{1,2})(?<sep>[/.\s-])(?<b>\d{1,2})\k<sep>(?<y>\d{4}|\d\d)\.?${CLOCK}`,
  // ISO 8601's basic forms: 20240304T090500Z, 20240304
  String.raw`(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)(?:t?(?<h>\d\d)(?<min>\d\d)(?<s>\d\d)?(?:\s*${ZONE})?)?`,
  // Its two-digit forms, and the day of the year: 031231, -03-12, 03335, 2003-335
  String.raw`(?<y>\d\d)(?<m>\d\d)(?<d>\d\d)`,
  String.raw`-(?<y>\d\d)-?(?<m>\d\d)`,
  String.raw`(?<y>\d{4}|\d\d)-?(?<yd>\d{3})${CLOCK}`,
  // 2024
  String.raw`(?<y>\d{4})`,
].map((form) => new RegExp(`^${form}$`, 'u'));

/** What stands around dates: the day of the week in any language, words that announce a date, a remark behind it. */
const AROUND: readonly [pattern: RegExp, instead: string][] = [
  [/\s*[([][^()[\]]*[)\]]$/, ''],
  // "2024. 8. 21.", as Koreans write.
  [/^(\d{4}[-/.])\s*(\d{1,2}[-/.])\s*(\d{1,2})/, '$1$2$3'],
  [/^(?:updated|published|posted|modified|date)(?:\s+on)?:?\s+/, ''],
  [/\s+uhr$/, ''],
  [/^\p{L}[\p{L}\p{M}]*\.?\s*,\s*/u, ''],
  [/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s+/, ''],
  [/^\p{L}[\p{L}\p{M}-]*\.?\s+(?=\d{1,2}\.?\s+\p{L})/u, ''],
  // The time first: "15:04 02.01.2006 -0700".
  [/^(\d{1,2}:\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?),?\s+(?:on\s+)?(.*?)(\s+[+-]\d{4})?$/, '$2 $1$3'],
  // A zone, but no time: "26 Sep 2022 GMT".
  [/(?<=\b\d{4})\s+(?:gmt|utc|z)$/, ''],
];
const KOREAN = /[가-힣]/;

/**
 * Reads a date in any form that feeds and pages use: RFC 822 with every broken zone, ISO 8601, asctime, JavaScript's,
 * Korean, Chinese and Japanese forms, month names of twenty languages, Unix seconds.
 *
 * A date without zone is read in `timezone`, else in UTC (a Korean one in Korea's, the only land that writes so). What
 * has no calendar meaning (month 13, 10:61) is no date.
 *
 * @returns milliseconds since 1970, or null
 */
export function parseDate(text: string, options: DateOptions = {}): number | null {
  const usual = usualDate(text);
  if (usual !== null) return usual;
  const written = text.replace(/\s+/g, ' ').trim().normalize('NFKC').toLowerCase();
  if (written === '' || written.length > 100) return null;
  if (/^\d{9,10}$/.test(written)) return Number(written) * 1000;
  if (/^\d{12,13}$/.test(written)) return Number(written);
  const bare = AROUND.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), inOurWriting(written));
  for (const form of FORMS) {
    const groups = form.exec(bare)?.groups;
    if (!groups) continue;
    const instant = assemble(groups, options.timezone ?? (KOREAN.test(written) ? 'Asia/Seoul' : null));
    if (instant !== null) return instant;
  }
  return null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const RFC_822 = /^[A-Z][a-z]{2}, (\d\d?) ([A-Z][a-z]{2}) ([1-9]\d{3}) (\d\d):(\d\d):(\d\d) (?:GMT|([+-])(\d\d)(\d\d))$/;
const ISO_8601 = /^[1-9]\d{3}-\d\d-(?:[01]\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;

/** The two forms nearly all dates have, on days that every month has: a fifth of the time that the table takes. */
function usualDate(text: string): number | null {
  if (ISO_8601.test(text)) return Date.parse(text) || null;
  const match = RFC_822.exec(text);
  if (!match) return null;
  const [day, hour, minute, second] = [Number(match[1]), Number(match[4]), Number(match[5]), Number(match[6])];
  const month = MONTHS.indexOf((match[2] ?? '').toLowerCase());
  if (month < 0 || day < 1 || day > 28 || hour > 23 || minute > 59 || second > 59 || Number(match[8] ?? 0) > 18)
    return null;
  const offset = match[7] === undefined ? 0 : (Number(match[8]) * 60 + Number(match[9])) * (match[7] === '-' ? -1 : 1);
  return Date.UTC(Number(match[3]), month, day, hour, minute - offset, second);
}

type Groups = Partial<Record<string, string>>;

function assemble(groups: Groups, timezone: string | null): number | null {
  const date = calendarDay(groups);
  const time = clockTime(groups);
  if (date === null || time === null) return null;
  return toInstant(date + time, groups['zone'], timezone);
}

/** @param written the zone as written, if any @param timezone the zone of dates that have none */
function toInstant(local: number, written: string | undefined, timezone: string | null): number | null {
  const offset = written === undefined ? null : zoneOffset(written);
  if (offset !== null) return local - offset * 60_000;
  if (written !== undefined && /[+\d-]/.test(written)) return null;
  const zone = written !== undefined && isZone(written) ? written : timezone;
  return zone === null ? local : localToInstant(local, zone);
}

/** Midnight UTC of the day; null when there is no such day. */
function calendarDay(groups: Groups): number | null {
  const year = fullYear(groups['y'] ?? '');
  if (groups['yd'] !== undefined) return Number(groups['yd']) > 366 ? null : Date.UTC(year, 0, Number(groups['yd']));
  let day = Number(groups['d'] ?? 1);
  let month = Number(groups['m'] ?? 0);
  if (groups['word'] !== undefined) month = monthNumber(groups['word']) ?? 0;
  else if (groups['a'] !== undefined)
    [day, month] = dayAndMonth(Number(groups['a']), Number(groups['b']), groups['sep'] ?? '');
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}

/** America writes the month first, with slashes; elsewhere, and where that is no month, the day comes first. */
function dayAndMonth(first: number, second: number, separator: string): [day: number, month: number] {
  return separator === '/' && first <= 12 ? [second, first] : [first, second];
}

/** RFC 2822, 4.3 takes 00-49 for this century; feeds are younger than that, so everything up to 69 is. */
function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/** Milliseconds since midnight. 24:00 is the next day's midnight, a leap second the last one before it. */
function clockTime(groups: Groups): number | null {
  let hour = Number(groups['h'] ?? 0);
  const minute = Number(groups['min'] ?? 0);
  const second = Number(groups['s'] ?? 0);
  const half = groups['half'];
  if (half !== undefined) {
    if (hour > 12) return null;
    hour = (hour % 12) + (half === 'p' ? 12 : 0);
  }
  if (minute > 59 || second > 60 || hour > 24 || (hour === 24 && minute + second > 0)) return null;
  return ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1000;
}

const YEAR_FIRST = String.raw`\d{4}(?:[-/.]\s?\d{1,2}[-/.]\s?\d{1,2}|\s*[년年]\s*\d{1,2}\s*[월月]\s*\d{1,2}\s*[일日]?)`;
const NUMBERS = String.raw`\d{1,2}[/.]\d{1,2}[/.]\d{4}`;
const DAY_FIRST = String.raw`\d{1,2}(?:st|nd|rd|th)?\.?\s+\p{L}{3,12}\.?,?\s+\d{4}`;
const MONTH_FIRST = String.raw`\p{L}{3,12}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}`;
const CLOCK_AFTER = String.raw`(?:[T\s,]+(?:(?:at|오전|오후)\s+)?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?(?:\s*[ap]\.?m\.?)?(?:\s?(?:Z|[+-]\d\d:?\d\d|[A-Z]{3,4}\b))?)?`;
const WITHIN = new RegExp(
  `(?<![\\d\\p{L}])(?:${YEAR_FIRST}|${NUMBERS}|${DAY_FIRST}|${MONTH_FIRST})${CLOCK_AFTER}`,
  'giu',
);
/** Text behind this is not searched: a date stands near its title. */
const SEARCHED = 2000;

/** The first date that stands in a text, among other words. @returns milliseconds since 1970, or null */
export function findDate(text: string, options: DateOptions = {}): number | null {
  const whole = parseDate(text, options);
  if (whole !== null) return whole;
  for (const [found] of text.slice(0, SEARCHED).matchAll(WITHIN)) {
    const instant = parseDate(found, options) ?? parseDate(found.replace(/[T\s,]+\S*\d:\d.*$/u, ''), options);
    if (instant !== null) return instant;
  }
  return null;
}
