import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/model.ts';
import { nightOf } from '../../src/night/context.ts';
import { verdictOf } from '../../src/night/verdict.ts';

const row = (sourceId: string, outcome: Outcome, fresh = 0, status: number | null = 200) => ({
  id: 1,
  runId: 1,
  night: '2026-02-16',
  sourceId,
  askedAt: 0,
  outcome,
  status,
  ms: 5,
  bytes: 5,
  cached: false,
  attempts: 1,
  expected: null,
  got: fresh,
  new: fresh,
  updated: 0,
  odd: 0,
  diagnosis: '',
});

describe('the verdict line', () => {
  it('names what is wrong and counts what is fine', () => {
    const rows = [row('bbc', 'new', 12), row('hn', 'same'), row('cs.CL', 'late'), row('verge', 'blocked', 0, 403)];
    expect(verdictOf(rows)).toBe('2 of 4 sources fine; 12 new items; cs.CL late; verge blocked');
  });

  it('says in one line that there is no network', () => {
    const rows = [row('bbc', 'failed', 0, null), row('hn', 'failed', 0, null)];
    expect(verdictOf(rows)).toBe(
      'No source answered (2 asked): is there a network? Nothing is lost; the next run asks again.',
    );
  });

  it('does not list a hundred names', () => {
    const rows = Array.from({ length: 100 }, (_, index) => row(`s${index}`, 'failed', 0, 500));
    expect(verdictOf(rows)).toBe('0 of 100 sources fine; 0 new items; s0, s1, s2, s3 and 96 more failed');
  });
});

describe('the name of a night', () => {
  it('is the local date of the zone, whatever the zone of the process', () => {
    expect(nightOf(Date.parse('2024-08-21T20:00:00Z'), 'Asia/Seoul')).toBe('2024-08-22');
    expect(nightOf(Date.parse('2024-08-21T20:00:00Z'), 'America/Los_Angeles')).toBe('2024-08-21');
  });
});
