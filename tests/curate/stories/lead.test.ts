import { describe, expect, it } from 'vitest';
import { leadOf } from '../../../src/curate/stories/lead.ts';

const plain = { primary: false, published: 10, weight: 1 };

describe('the lead of a story', () => {
  it('is the original source, however late it came', () => {
    expect(
      leadOf([
        { ...plain, id: 1, weight: 3 },
        { ...plain, id: 2, primary: true, published: 99 },
      ]),
    ).toBe(2);
  });

  it('is the first published where no source is the original', () => {
    expect(
      leadOf([
        { ...plain, id: 1, published: 20, weight: 3 },
        { ...plain, id: 2, published: 10 },
      ]),
    ).toBe(2);
  });

  it('is of the weightier outlet where two came at once', () => {
    expect(
      leadOf([
        { ...plain, id: 1 },
        { ...plain, id: 2, weight: 2 },
      ]),
    ).toBe(2);
  });

  it('is the item that was stored first where all else is equal, and none of no items', () => {
    expect(
      leadOf([
        { ...plain, id: 2 },
        { ...plain, id: 1 },
      ]),
    ).toBe(1);
    expect(leadOf([])).toBeNull();
  });
});
