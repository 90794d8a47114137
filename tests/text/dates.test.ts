import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { findDate, parseDate } from '../../src/text/dates.ts';

const at = (iso: string): number => Date.parse(iso);

/** Written, what it means, read with no zone configured. */
const FORMS: readonly [string, string][] = [
  // RFC 822 and what became of it
  ['Wed, 21 Aug 2024 09:05:00 GMT', '2024-08-21T09:05:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 +0900', '2024-08-21T00:05:00Z'],
  ['Wed, 21 Aug 2024 9:05 EST', '2024-08-21T14:05:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 -00:00', '2024-08-21T09:05:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 GMT-07:00', '2024-08-21T16:05:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 UTC+9', '2024-08-21T00:05:00Z'],
  ['Wed, 21 Aug 24 09:05:00 KST', '2024-08-21T00:05:00Z'],
  ['Wed 21 Aug 2024, 09:05:00 CEST', '2024-08-21T07:05:00Z'],
  ['Weds, 21st August 2024 - 9:05 pm', '2024-08-21T21:05:00Z'],
  ['21 Aug 2024', '2024-08-21T00:00:00Z'],
  ['Sat, 31 Aug 2024 23:59:60 GMT', '2024-08-31T23:59:59Z'],
  ['Thu, 29 Feb 2024 24:00:00 GMT', '2024-03-01T00:00:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 XYZT', '2024-08-21T09:05:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 PDT-0700', '2024-08-21T16:05:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 A', '2024-08-21T09:05:00Z'],
  ['Date: Wed, 21 Aug 2024 09:05:00 GMT', '2024-08-21T09:05:00Z'],
  ['21-AUG-2024 09.05.00 AM', '2024-08-21T09:05:00Z'],
  // ISO 8601
  ['2024-08-21T09:05:00Z', '2024-08-21T09:05:00Z'],
  ['2024-08-21T09:05:00.123456+09:00', '2024-08-21T00:05:00Z'],
  ['2024-08-21T09:05:00+0900', '2024-08-21T00:05:00Z'],
  ['2024-08-21 09:05', '2024-08-21T09:05:00Z'],
  ['2024-08-21T09:05:00-05:00Z', '2024-08-21T14:05:00Z'],
  ['2024-08', '2024-08-01T00:00:00Z'],
  ['20240821T090500Z', '2024-08-21T09:05:00Z'],
  ['2024-234', '2024-08-21T00:00:00Z'],
  ['2024-234T09:05:00Z', '2024-08-21T09:05:00Z'],
  ['24-08-21', '2024-08-21T00:00:00Z'],
  ['2024/8/21 9:05:00', '2024-08-21T09:05:00Z'],
  // others
  ['Wed Aug 21 09:05:00 2024', '2024-08-21T09:05:00Z'],
  ['Wed Aug 21 09:05:00 +0900 2024', '2024-08-21T00:05:00Z'],
  ['Wed Aug 21 2024 09:05:00 GMT+0900 (Korean Standard Time)', '2024-08-21T00:05:00Z'],
  ['August 21, 2024 9:05 AM', '2024-08-21T09:05:00Z'],
  ['Wednesday, August 21, 2024 at 12:05 am EDT', '2024-08-21T04:05:00Z'],
  ['08/21/2024 4:20 pm PST', '2024-08-22T00:20:00Z'],
  ['21/08/2024', '2024-08-21T00:00:00Z'],
  ['21.08.24', '2024-08-21T00:00:00Z'],
  ['21 08 2024 09:05:00 +0100', '2024-08-21T08:05:00Z'],
  ['Aug. 21, 2024, 9:05 p.m.', '2024-08-21T21:05:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 +0000 GMT', '2024-08-21T09:05:00Z'],
  ['Wed, 21 Aug 2024 09:05:00 Europe/Brussels', '2024-08-21T07:05:00Z'],
  ['2024-08-21T09:05:00Z[UTC]', '2024-08-21T09:05:00Z'],
  ['21 Aug 2024 GMT', '2024-08-21T00:00:00Z'],
  ['09:05 21.08.2024 -0700', '2024-08-21T16:05:00Z'],
  ['Updated on August 21, 2024', '2024-08-21T00:00:00Z'],
  ['Aug. 2024', '2024-08-01T00:00:00Z'],
  ['1724231100', '2024-08-21T09:05:00Z'],
  ['1724231100000', '2024-08-21T09:05:00Z'],
  // other languages
  ['2024년 8월 21일 오후 9:05', '2024-08-21T12:05:00Z'],
  ['2024년 08월 21일 수요일 21시 5분', '2024-08-21T12:05:00Z'],
  ['2024-08-21 오전 12:05', '2024-08-20T15:05:00Z'],
  ['2024. 8. 21.', '2024-08-21T00:00:00Z'],
  ['2024年8月21日 21:05', '2024-08-21T21:05:00Z'],
  ['2024-08-21(수) 21시 05분', '2024-08-21T12:05:00Z'],
  ['2024. 8. 21. (수) 오전 9:05:11', '2024-08-21T00:05:11Z'],
  ['2024年8月21日（水）21時05分', '2024-08-21T21:05:00Z'],
  ['2024年8月21日 下午9:05', '2024-08-21T21:05:00Z'],
  ['2024/08/21(水) 21:05', '2024-08-21T21:05:00Z'],
  ['21 août 2024 à 21h05', '2024-08-21T21:05:00Z'],
  ['21.08.2024, 21:05 Uhr', '2024-08-21T21:05:00Z'],
  ['Ср, 21 авг 2024 21:05:00 +0300', '2024-08-21T18:05:00Z'],
  ['21 ноя 2024', '2024-11-21T00:00:00Z'],
  ['mercredi 21 août 2024', '2024-08-21T00:00:00Z'],
  ['Mi, 21. Dezember 2022', '2022-12-21T00:00:00Z'],
  ['21 de agosto de 2024', '2024-08-21T00:00:00Z'],
  ['21 августа 2024', '2024-08-21T00:00:00Z'],
  ['2024-augusztus-21T9:05-05:00', '2024-08-21T14:05:00Z'],
  ['Τετ, 21 Αυγ 2024 12:00:00 EST', '2024-08-21T17:00:00Z'],
];

const NONE = [
  '',
  'yesterday',
  'TBA',
  '0000-00-00 00:00:00',
  '2024-13-45',
  '2024-02-30',
  '2024-02-30T10:00:00Z',
  'Fri, 30 Feb 2024 10:00:00 GMT',
  '2024-08-21T10:00:00 No/Where+1',
  '2024-08-21T10:61:00Z',
  'Wed, 21 Aug 2024 10:00:00 +zz:00',
  '2024-08-21T10:00:00-06:00Textra',
  'Version 3.11',
  'Wed, 21 Aug 2024 09:05:00 +9000',
  '13:00 pm, 5 May 2024',
];

describe('parseDate', () => {
  const zone = process.env['TZ'];
  afterEach(() => {
    process.env['TZ'] = zone;
  });

  it.each(FORMS)('reads %s', (text, iso) => {
    for (const own of ['UTC', 'Asia/Seoul', 'America/Los_Angeles']) {
      process.env['TZ'] = own;
      expect(parseDate(text)).toBe(at(iso));
    }
  });

  it.each(NONE)('reads no date in "%s"', (text) => {
    expect(parseDate(text)).toBeNull();
  });

  it('reads dates without zone in the zone of their source', () => {
    const timezone = 'America/New_York';
    expect(parseDate('2024-08-21 09:05', { timezone })).toBe(at('2024-08-21T13:05:00Z'));
    expect(parseDate('2024-01-21 09:05', { timezone })).toBe(at('2024-01-21T14:05:00Z'));
    expect(parseDate('2024년 8월 21일 9:05', { timezone })).toBe(at('2024-08-21T13:05:00Z'));
    expect(parseDate('2024-08-21T09:05Z', { timezone })).toBe(at('2024-08-21T09:05:00Z'));
  });

  it('reads the hours that a change of clocks skips or repeats', () => {
    const timezone = 'America/New_York';
    expect(parseDate('2024-03-10 02:30', { timezone })).toBe(at('2024-03-10T07:30:00Z'));
    expect(parseDate('2024-11-03 01:30', { timezone })).toBe(at('2024-11-03T05:30:00Z'));
  });

  it('reads back every instant that the runtime writes', () => {
    const instants = fc.date({ min: new Date('1971-01-01'), max: new Date('2069-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(instants, (date) => {
        const seconds = Math.floor(date.getTime() / 1000) * 1000;
        expect(Math.floor((parseDate(date.toISOString()) ?? 0) / 1000) * 1000).toBe(seconds);
        expect(parseDate(date.toUTCString())).toBe(seconds);
        expect(parseDate(date.toString())).toBe(seconds);
      }),
    );
  });

  it('never throws and gives only instants', () => {
    const digits = fc.stringMatching(/^[-+0-9:/. TZaApPmMy년월일,]{0,40}$/);
    fc.assert(
      fc.property(fc.oneof(fc.string(), digits), (text) => {
        const instant = parseDate(text);
        expect(instant === null || Number.isFinite(new Date(instant).getTime())).toBe(true);
      }),
    );
  });
});

describe('findDate', () => {
  it.each([
    ['Announcements · Aug 21, 2024 · 5 min read', '2024-08-21T00:00:00Z'],
    ['Posted on 21 August 2024 by Ada', '2024-08-21T00:00:00Z'],
    ['입력 2024.08.21 09:05 수정 2024.08.22', '2024-08-21T09:05:00Z'],
    ['2024년 8월 21일 (수) 발표', '2024-08-20T15:00:00Z'],
  ])('finds the date in "%s"', (text, iso) => {
    expect(findDate(text)).toBe(at(iso));
  });

  it('finds none where none is', () => {
    expect(findDate('Version 3.11 of model 70b in 2024')).toBeNull();
  });
});
