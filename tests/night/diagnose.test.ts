import { describe, expect, it } from 'vitest';
import { diagnose, type Evidence } from '../../src/night/diagnose.ts';
import { say, verbatim } from '../../src/text/said.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 15, 20);
const quiet: Evidence = {
  now: NOW,
  got: 30,
  dropped: 0,
  new: 0,
  updated: 0,
  newAt: NOW - DAY,
  perNight: 1.4,
  nights: 20,
  idleDays: null,
  caughtUp: null,
  movedTo: null,
  movedNights: [],
  repairs: [],
  leftOut: [],
  late: null,
};

describe('the sentence of a source', () => {
  it.each<[Partial<Evidence>, string, string]>([
    [{ new: 3, updated: 1 }, 'new', '3 new, 1 updated of 30.'],
    [{}, 'same', '30 entries, all known.'],
    [{ dropped: 2 }, 'same', '28 entries, all known.'],
    [
      { dropped: 30, leftOut: [say('unusable.times', { reason: say('unusable.address'), n: 30 })] },
      'same',
      'None of its 30 entries can be used. Left out: the entry has no address (30 times).',
    ],
    [{ got: null }, 'same', 'Unchanged since it was last read.'],
    [{ got: 0 }, 'empty', 'A valid feed without entries; what it showed before is kept.'],
    [{ newAt: NOW - 9 * DAY }, 'stale', 'Feed answers, but nothing new for 9 days (usually 1.4 a day).'],
    [{ newAt: NOW - 3 * DAY, idleDays: 2 }, 'stale', 'Feed answers, but nothing new for 3 days (usually 1.4 a day).'],
    [{ late: verbatim('arXiv serves the batch of yesterday.') }, 'late', 'arXiv serves the batch of yesterday.'],
  ])('%o', (evidence, outcome, diagnosis) => {
    expect(diagnose({ ...quiet, ...evidence })).toEqual({ outcome, diagnosis });
  });

  it('does not call a slow source stale before it has been silent for much longer than usual', () => {
    expect(diagnose({ ...quiet, perNight: 0.1, newAt: NOW - 20 * DAY }).outcome).toBe('same');
    expect(diagnose({ ...quiet, perNight: 0.1, newAt: NOW - 51 * DAY }).outcome).toBe('stale');
  });

  it('calls one stale that was silent from its second night on, after a month', () => {
    expect(diagnose({ ...quiet, perNight: 0, newAt: NOW - 29 * DAY }).outcome).toBe('same');
    expect(diagnose({ ...quiet, perNight: 0, newAt: NOW - 31 * DAY })).toEqual({
      outcome: 'stale',
      diagnosis: 'Feed answers, but nothing new for 31 days.',
    });
  });

  it('proposes a new address on the third night', () => {
    const twice = diagnose({ ...quiet, movedTo: 'https://new.example/feed', movedNights: ['a', 'b'] });
    expect(twice.outcome).toBe('moved');
    expect(twice.diagnosis).not.toContain('--apply');
    const thrice = diagnose({ ...quiet, movedTo: 'https://new.example/feed', movedNights: ['a', 'b', 'c'] });
    expect(thrice.diagnosis).toContain('"nightdesk sources check --apply" writes the new address.');
  });
});
