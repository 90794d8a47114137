import { assert, asyncProperty, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Batches } from '../../src/night/batches.ts';
import type { Reading } from '../../src/store/record.ts';

const reading = (place: number): Reading => ({
  sourceId: String(place),
  at: 0,
  said: null,
  settle: () => {
    throw new Error('not stored here');
  },
});

async function stored(order: readonly number[]): Promise<number[]> {
  const places: number[] = [];
  const batches = new Batches(
    async (readings) => void places.push(...readings.map(({ sourceId }) => Number(sourceId))),
  );
  await Promise.all(order.map((place) => batches.add(place, [reading(place)])));
  await batches.end();
  return places;
}

describe('the order in which readings are stored', () => {
  it('is that of the sources, whoever answers first', async () => {
    const shuffled = shuffledSubarray([...Array(200).keys()], { minLength: 200, maxLength: 200 });
    await assert(
      asyncProperty(shuffled, async (order) => {
        expect(await stored(order)).toEqual([...Array(200).keys()]);
      }),
      { numRuns: 30 },
    );
  });

  it('does not hold a thousand back for one slow source, and stores everything once', async () => {
    const order = [...Array(1000).keys()].slice(1).concat(0);
    const places = await stored(order);
    expect(places.indexOf(1)).toBeLessThan(places.indexOf(0));
    expect(places.toSorted((a, b) => a - b)).toEqual([...Array(1000).keys()]);
  });
});
