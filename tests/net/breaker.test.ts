import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBreaker } from '../../src/net/breaker.ts';
import { quickClient } from '../fakes/client.ts';
import { startOrigin } from '../fakes/origin.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const fail = (breaker: ReturnType<typeof createBreaker>, times: number) => {
  for (let i = 0; i < times; i++) breaker.failed('news.example');
};

it('lets a host rest after four failures in a row, longer each time, a quarter of an hour at most', () => {
  const breaker = createBreaker(() => 1);
  fail(breaker, 3);
  expect(breaker.restMs('news.example')).toBe(0);
  const rests = [15, 30, 60, 120, 240, 480, 900, 900].map((seconds) => {
    fail(breaker, 1);
    return [breaker.restMs('news.example'), seconds * 1000];
  });
  for (const [rest, expected] of rests) expect(rest).toBe(expected);
  expect(breaker.restMs('other.example')).toBe(0);
});

it('heals by itself: when the rest is over one answer closes it', () => {
  const breaker = createBreaker(() => 0);
  fail(breaker, 4);
  vi.advanceTimersByTime(7500);
  expect(breaker.restMs('news.example')).toBe(0);
  fail(breaker, 1);
  expect(breaker.restMs('news.example')).toBe(15_000);
  vi.advanceTimersByTime(15_000);
  breaker.answered('news.example');
  fail(breaker, 3);
  expect(breaker.restMs('news.example')).toBe(0);
});

it('a short rest is waited for, unless the client is closed', async () => {
  vi.useRealTimers();
  const origin = await startOrigin();
  origin.page('/', { status: 500 });
  const client = quickClient({ jitter: () => 1 });
  const url = `${origin.url}/`;
  for (let i = 0; i < 4; i++) await client.fetch({ url, allowPrivate: true });
  const waiting = client.fetch({ url, allowPrivate: true });
  await client.close();
  expect((await waiting).failure?.code).toBe('aborted');
  expect(origin.seen).toHaveLength(4);
  await origin.close();
});
