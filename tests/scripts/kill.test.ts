import { expect, test } from 'vitest';
import { killNights, seeded } from '../../scripts/kill/nights.ts';
import { withSampleWeb } from '../../scripts/kill/worlds.ts';

test('ten processes killed at random moments leave the database of an undisturbed week, nothing lost or doubled', async () => {
  const tally = await withSampleWeb((world) => killNights(world, 10, seeded(2024)));
  expect(tally.kills).toBe(10);
  expect(tally.items).toBeGreaterThan(50);
  expect(tally.differences).toEqual([]);
});
