import { describe, expect, it } from 'vitest';
import { asAnnounced, missedBatches, setOf } from '../../../src/collect/arxiv/missed.ts';
import { EMPTY_ENTRY } from '../../../src/collect/feed/entries.ts';

const at = (day: string): number => Date.parse(`${day}T20:00:00Z`);

describe('batches that a listing does not show any more', () => {
  it.each([
    ['nobody ever asked', null, '2026-02-17', null],
    ['it was asked the day before', '2026-02-16', '2026-02-17', null],
    ['a night was missed', '2026-02-16', '2026-02-18', 1],
    ['a weekend lies between, without batches', '2026-02-20', '2026-02-23', null],
    ['Friday was missed, and Saturday shows nothing', '2026-02-19', '2026-02-21', 1],
    ['the clock was set back', '2026-02-19', '2026-02-17', null],
  ])('%s', (_, since, now, batches) => {
    expect(missedBatches(since === null ? null : at(since), at(now))?.batches ?? null).toBe(batches);
  });

  it('are caught up for a month at most', () => {
    expect(missedBatches(at('2020-01-01'), at('2026-02-17'))?.since).toBe(at('2026-01-17'));
  });
});

it.each([
  ['cs.AI', 'cs:cs:AI'],
  ['stat.ML', 'stat:stat:ML'],
  ['quant-ph', 'physics:quant-ph'],
  ['astro-ph.CO', 'physics:astro-ph:CO'],
  ['cs', 'cs'],
])('the set of %s is %s', (category, set) => {
  expect(setOf(category)).toBe(set);
});

it('a paper of years ago comes as a new version, not as new', () => {
  const paper = (published: string) => ({
    ...EMPTY_ENTRY,
    published: at(published),
    arxiv: { id: '1901.00001', version: null, announce: null, categories: [], license: null, doi: null, comment: null },
  });
  const entries = asAnnounced([paper('2026-02-16'), paper('2019-01-01')], at('2026-02-17'));
  expect(entries.map(({ arxiv }) => arxiv?.announce)).toEqual(['new', 'replace']);
});
