import { describe, expect, it } from 'vitest';
import { blankState } from '../../src/night/answer.ts';
import { dueAt, whetherToAsk } from '../../src/night/due.ts';
import { parseConfig } from '../../src/config.ts';
import type { LedgerRow } from '../../src/store/nights.ts';
import type { Outcome } from '../../src/model.ts';

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 1, 15, 20);
const [source] = parseConfig('sources:\n  - url: https://courier.example/feed\n').sources;
if (source === undefined) throw new Error('no source');
const state = blankState(source);
const row = (outcome: Outcome): LedgerRow => ({
  id: 1,
  runId: 1,
  night: '2026-02-16',
  sourceId: source.id,
  askedAt: NOW - HOUR,
  outcome,
  status: 200,
  ms: 5,
  bytes: 5,
  cached: false,
  attempts: 1,
  expected: null,
  got: 0,
  new: 0,
  updated: 0,
  odd: 0,
  diagnosis: '',
});

describe('when a source is asked', () => {
  it('is asked on the first run of a night', () => {
    expect(whetherToAsk(NOW, undefined, undefined)).toEqual({ ask: true });
  });

  it('is left alone on a second run when it answered, and asked when it failed or was late', () => {
    expect(whetherToAsk(NOW, state, row('same'))).toEqual({ ask: false, tell: null });
    for (const outcome of ['failed', 'late', 'blocked'] as const)
      expect(whetherToAsk(NOW, state, row(outcome))).toEqual({ ask: true });
  });

  it('is asked again on another night of the same date: the zone has changed, or the schedule has two hours', () => {
    const earlier = { ...row('same'), askedAt: NOW - 14 * HOUR };
    expect(whetherToAsk(NOW, state, earlier)).toEqual({ ask: true });
  });

  it('is asked whatever a clock that ran ahead has written', () => {
    const ahead = { ...state, answeredAt: NOW + 24 * HOUR, dueAt: NOW + 26 * HOUR };
    expect(whetherToAsk(NOW, ahead, { ...row('same'), askedAt: NOW + 24 * HOUR })).toEqual({ ask: true });
  });

  it('is left alone for as long as it asked, and the ledger says until when', () => {
    const later = whetherToAsk(NOW, { ...state, dueAt: NOW + HOUR }, undefined);
    const diagnosis = 'Not asked: it asks not to be read before 2026-02-15T21:00:00.000Z.';
    expect(later).toEqual({ ask: false, tell: { outcome: 'skipped', diagnosis } });
  });

  it('is not asked after it said that it is gone, and says so once', () => {
    const gone = { ...state, disabledReason: 'It asked to be left alone (410).' };
    const diagnosis = 'It asked to be left alone (410).';
    expect(whetherToAsk(NOW, gone, undefined)).toEqual({ ask: false, tell: { outcome: 'gone', diagnosis } });
  });
});

describe('the least interval', () => {
  const hints = { ttlMinutes: null, skipHours: [], skipDays: [] };

  it('is none when the feed asks for none', () => {
    expect(dueAt(NOW, hints, null)).toBeNull();
  });

  it('takes the longest wish, but a tenth less, so that a daily rhythm is not missed by seconds', () => {
    expect(dueAt(NOW, { ...hints, ttlMinutes: 24 * 60 }, HOUR)).toBe(NOW + 0.9 * 24 * HOUR);
  });

  it('is a week at most', () => {
    expect(dueAt(NOW, hints, 365 * 24 * HOUR)).toBe(NOW + 7 * 24 * HOUR);
  });

  it('moves out of the hours and days that the feed skips', () => {
    const due = dueAt(NOW, { ttlMinutes: 60, skipHours: [20, 21, 22], skipDays: [1] }, null);
    expect(new Date(due ?? 0).getUTCHours()).toBe(23);
  });

  it('does not wait for ever when a feed skips every hour', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(dueAt(NOW, { ...hints, skipHours: all }, null)).toBeNull();
  });
});
