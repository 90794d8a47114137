import { describe, expect, it } from 'vitest';
import { batchMark, isStaleBatch } from '../../../src/collect/arxiv/batch.ts';
import { arxivDay, batchesBetween } from '../../../src/collect/arxiv/calendar.ts';
import type { Entry } from '../../../src/model.ts';

const at = (iso: string): number => Date.parse(iso);

describe('arxivDay', () => {
  it.each([
    ['2024-08-19T12:00Z', '2024-08-19', true, 'Monday, announced on Sunday'],
    ['2024-08-23T12:00Z', '2024-08-23', true, 'Friday, announced on Thursday'],
    ['2024-08-24T12:00Z', '2024-08-24', false, 'Saturday'],
    ['2024-08-25T12:00Z', '2024-08-25', false, 'Sunday'],
    ['2024-08-26T03:59Z', '2024-08-25', false, 'a minute before midnight Eastern'],
    ['2024-08-26T04:00Z', '2024-08-26', true, 'midnight Eastern, summer'],
    ['2024-12-02T04:59Z', '2024-12-01', false, 'a minute before midnight Eastern, winter'],
    ['2024-11-29T12:00Z', '2024-11-29', false, 'the day after Thanksgiving'],
    ['2024-09-03T12:00Z', '2024-09-03', false, 'the day after Labor Day'],
    ['2025-07-07T12:00Z', '2025-07-07', false, 'the Sunday after Independence Day'],
    ['2025-01-21T12:00Z', '2025-01-21', false, 'the day after Martin Luther King Day'],
    ['2023-06-15T12:00Z', '2023-06-15', false, 'a holiday arXiv had that year'],
    ['2026-06-22T12:00Z', '2026-06-22', false, 'the Sunday after Juneteenth'],
  ])('%s is %s, a batch expected: %s (%s)', (now, day, expected) => {
    expect(arxivDay(at(now))).toMatchObject({ day, expected });
  });

  it('says why there is nothing, and when the next feed is built', () => {
    expect(arxivDay(at('2024-08-24T12:00Z'))).toMatchObject({
      reason: 'arXiv announces nothing on Friday and Saturday evenings',
      next: at('2024-08-25T04:00Z'),
    });
    expect(arxivDay(at('2024-11-29T12:00Z')).reason).toBe('arXiv announced nothing on 2024-11-28: Thanksgiving');
    expect(arxivDay(at('2024-11-02T12:00Z')).next).toBe(at('2024-11-03T04:00Z'));
    expect(arxivDay(at('2024-11-03T12:00Z')).next).toBe(at('2024-11-04T05:00Z'));
  });

  it('counts the batches between two moments', () => {
    expect(batchesBetween(at('2024-08-23T12:00Z'), at('2024-08-26T03:00Z'))).toBe(0);
    expect(batchesBetween(at('2024-08-23T12:00Z'), at('2024-08-26T12:00Z'))).toBe(1);
    expect(batchesBetween(at('2024-08-12T12:00Z'), at('2024-08-19T12:00Z'))).toBe(5);
  });
});

describe('isStaleBatch', () => {
  const paper = (id: string, version = 1): Entry => ({
    id: `oai:arXiv.org:${id}v${version}`,
    url: null,
    title: '',
    published: null,
    updated: null,
    authors: [],
    summary: '',
    content: '',
    categories: [],
    enclosures: [],
    image: null,
    comments: null,
    arxiv: { id, version, announce: null, categories: [], license: null, doi: null, comment: null },
  });
  const tuesday = {
    mark: batchMark([paper('2408.10001'), paper('2408.10002'), paper('cs/0112017', 2)]),
    seenAt: at('2024-08-20T06:00Z'),
  };
  const wednesday = at('2024-08-21T06:00Z');

  it('knows the same ids in another order', () => {
    const same = batchMark([paper('cs/0112017', 2), paper('2408.10002'), paper('2408.10001')]);
    expect(isStaleBatch(same, tuesday, wednesday)).toEqual({
      stale: true,
      reason: 'arXiv still serves the batch that was there before 2024-08-21',
    });
  });

  it('knows the same highest id', () => {
    expect(isStaleBatch(batchMark([paper('2408.10002')]), tuesday, wednesday).stale).toBe(true);
  });

  it('takes a new batch', () => {
    expect(isStaleBatch(batchMark([paper('2408.11039')]), tuesday, wednesday)).toEqual({
      stale: false,
      reason: 'announced on 2024-08-20 at 20:00 Eastern',
    });
    expect(isStaleBatch(batchMark([paper('2408.10002')]), null, wednesday).stale).toBe(false);
  });

  it('takes the same batch again before the next is due', () => {
    expect(isStaleBatch(tuesday.mark, tuesday, at('2024-08-20T18:00Z')).stale).toBe(false);
    const friday = { ...tuesday, seenAt: at('2024-08-23T06:00Z') };
    expect(isStaleBatch(tuesday.mark, friday, at('2024-08-25T06:00Z')).stale).toBe(false);
  });

  it('expects nothing at weekends, and something on working days', () => {
    expect(isStaleBatch(batchMark([]), tuesday, at('2024-08-24T12:00Z'))).toEqual({
      stale: false,
      reason: 'no papers today: arXiv announces nothing on Friday and Saturday evenings',
    });
    expect(isStaleBatch(batchMark([]), tuesday, wednesday)).toEqual({
      stale: true,
      reason: "arXiv's batch of 2024-08-21 is not there yet",
    });
  });
});
