import { describe, expect, it } from 'vitest';
import { factsOf } from '../../src/net/response.ts';
import { backoffMs, retryAfterMs } from '../../src/net/retry.ts';

const now = Date.parse('2024-08-26T05:00:00Z');

describe('Retry-After', () => {
  it.each<[string | undefined, number | null]>([
    ['120', 120_000],
    [' 5 ', 5000],
    ['0', 0],
    ['Mon, 26 Aug 2024 05:02:00 GMT', 120_000],
    ['Mon, 26 Aug 2024 04:00:00 GMT', 0],
    ['soon', null],
    ['-5', null],
    ['', null],
    [undefined, null],
  ])('%j', (value, ms) => {
    expect(retryAfterMs(value, null, now)).toBe(ms);
  });

  it("as a date is read by the server's clock, which may be wrong", () => {
    const headers = { 'retry-after': 'Tue, 01 Jan 2019 00:01:00 GMT', date: 'Tue, 01 Jan 2019 00:00:00 GMT' };
    expect(factsOf(headers, now).retryAfterMs).toBe(60_000);
  });
});

describe('freshness', () => {
  const date = 'Mon, 26 Aug 2024 05:00:00 GMT';
  it.each<[Record<string, string | string[]>, number | null]>([
    [{}, null],
    [{ 'cache-control': 'max-age=300' }, 300_000],
    [{ 'cache-control': 'public, Max-Age=300', age: '100' }, 200_000],
    [{ 'cache-control': 'max-age=300', age: '900' }, 0],
    [{ 'cache-control': 'max-age=300', age: 'old' }, 300_000],
    [{ 'cache-control': ['public', 'max-age=60'] }, 60_000],
    [{ 'cache-control': 'no-store, max-age=300' }, 0],
    [{ 'cache-control': 'no-cache' }, 0],
    [{ 'cache-control': 'private' }, null],
    [{ expires: 'Mon, 26 Aug 2024 06:00:00 GMT', date }, 3_600_000],
    [{ expires: '0', date }, 0],
    [{ expires: 'Mon, 26 Aug 2024 06:00:00 GMT', date, 'cache-control': 'max-age=60' }, 60_000],
  ])('%j', (headers, ms) => {
    expect(factsOf(headers, now).freshForMs).toBe(ms);
  });
});

describe('back-off', () => {
  it('doubles up to its cap, and spreads those who failed together', () => {
    expect([1, 2, 3, 10].map((attempt) => backoffMs(attempt, 1))).toEqual([1000, 2000, 4000, 30_000]);
    expect([1, 2, 3, 10].map((attempt) => backoffMs(attempt, 0))).toEqual([500, 1000, 2000, 15_000]);
  });
});
