import { describe, expect, it, test } from 'vitest';
import { nextAsking, nextDue, whatIsDue, type Past, type Rhythm } from '../../src/cli/due.ts';

const seoul: Rhythm = { schedule: '0 5 * * *', timezone: 'Asia/Seoul' };
const berlin: Rhythm = { schedule: '30 2 * * *', timezone: 'Europe/Berlin' };
const at = (text: string): number => Date.parse(text);
const nights = (...starts: string[]): Past => ({ nights: starts.map(at), passes: [] });

describe('what is due', () => {
  it('is a night when none was ever run, and nothing once it has been', () => {
    expect(whatIsDue(seoul, at('2026-02-15T05:00:00+09:00'), nights())).toBe('night');
    expect(whatIsDue(seoul, at('2026-02-15T05:30:00+09:00'), nights('2026-02-15T05:00:01+09:00'))).toBeNull();
  });

  it('is the night that was missed while the machine was off, once', () => {
    const past = nights('2026-02-13T05:00:01+09:00');
    expect(whatIsDue(seoul, at('2026-02-15T11:20:00+09:00'), past)).toBe('night');
    expect(whatIsDue(seoul, at('2026-02-15T11:59:00+09:00'), nights('2026-02-15T11:20:00+09:00'))).toBeNull();
  });

  it('is a pass over late sources one, three and six hours after', () => {
    const past: Past = nights('2026-02-15T05:00:01+09:00');
    expect(whatIsDue(seoul, at('2026-02-15T06:00:00+09:00'), past)).toBe('late');
    past.passes = [at('2026-02-15T06:00:02+09:00')];
    expect(whatIsDue(seoul, at('2026-02-15T07:00:00+09:00'), past)).toBeNull();
    expect(whatIsDue(seoul, at('2026-02-15T08:00:00+09:00'), past)).toBe('late');
    past.passes = [at('2026-02-15T11:00:02+09:00'), ...past.passes];
    expect(whatIsDue(seoul, at('2026-02-16T04:59:00+09:00'), past)).toBeNull();
    expect(whatIsDue(seoul, at('2026-02-16T05:00:00+09:00'), past)).toBe('night');
  });
});

it('what is late is asked again by the next pass, and after the last one by the next night', () => {
  expect(nextAsking(seoul, at('2026-02-15T05:02:00+09:00'))).toBe('at 06:00');
  expect(nextAsking(seoul, at('2026-02-15T06:02:00+09:00'))).toBe('at 08:00');
  expect(nextAsking(seoul, at('2026-02-15T11:02:00+09:00'))).toBe('at 05:00');
});

describe('daylight saving', () => {
  it('runs one night when the hour is skipped', () => {
    // In Berlin 02:30 does not exist on 29 March 2026.
    const past = nights('2026-03-28T02:30:05+01:00');
    expect(whatIsDue(berlin, at('2026-03-29T01:59:00+01:00'), past)).not.toBe('night');
    expect(whatIsDue(berlin, at('2026-03-29T03:30:00+02:00'), past)).toBe('night');
    expect(whatIsDue(berlin, at('2026-03-29T04:00:00+02:00'), nights('2026-03-29T03:30:01+02:00'))).toBeNull();
  });

  it('runs one night when the hour comes twice', () => {
    const past = nights('2026-10-25T02:30:03+02:00');
    expect(whatIsDue(berlin, at('2026-10-25T02:30:00+01:00'), past)).not.toBe('night');
    expect(whatIsDue(berlin, at('2026-10-25T23:00:00+01:00'), past)).not.toBe('night');
    expect(whatIsDue(berlin, at('2026-10-26T02:30:00+01:00'), past)).toBe('night');
  });
});

test('a zone that changes between two nights brings neither a night too many nor too few', () => {
  const past = nights('2026-02-15T05:00:01+09:00');
  const newYork = { ...seoul, timezone: 'America/New_York' };
  expect(whatIsDue(newYork, at('2026-02-14T20:30:00Z'), past)).toBeNull();
  expect(whatIsDue(newYork, at('2026-02-15T10:00:00Z'), past)).toBe('night');
  expect(nextDue(newYork, at('2026-02-15T10:00:00Z'))).toBe(at('2026-02-16T10:00:00Z'));
});

describe('a clock that is set', () => {
  it('back by two hours runs nothing a second time', () => {
    const past = nights('2026-02-15T05:00:01+09:00', '2026-02-14T05:00:01+09:00');
    expect(whatIsDue(seoul, at('2026-02-15T03:10:00+09:00'), past)).toBeNull();
    expect(whatIsDue(seoul, at('2026-02-15T05:00:02+09:00'), past)).toBeNull();
    expect(whatIsDue(seoul, at('2026-02-16T05:00:00+09:00'), past)).toBe('night');
  });

  it('forward by a day runs a night, and back again misses none', () => {
    const past = nights('2026-02-15T05:00:01+09:00');
    expect(whatIsDue(seoul, at('2026-02-16T12:00:00+09:00'), past)).toBe('night');
    past.nights = [at('2026-02-16T12:00:01+09:00'), ...past.nights];
    expect(whatIsDue(seoul, at('2026-02-15T12:05:00+09:00'), past)).not.toBe('night');
    expect(whatIsDue(seoul, at('2026-02-16T05:00:00+09:00'), past)).toBe('night');
  });
});
