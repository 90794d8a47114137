import { beforeAll, expect, it } from 'vitest';
import { type EditedNights, replayEdited } from '../../scripts/edited.ts';

let replay: EditedNights;
beforeAll(async () => {
  replay = await replayEdited(null, 6, 2);
});

it('an issue that an editor has worked on stands as she left it, night after night', () => {
  expect(replay.rows).toMatchObject({ issue: 1, decision: 11 });
  expect(replay.rows['trail']).toBeGreaterThan(20);
  expect(replay.altered).toEqual([]);
});

it('each slot shows what came of its story on the night on which it came, and nothing else', () => {
  const fated = replay.slots.flatMap(({ title, fate, shown }) => (fate === undefined ? [] : [{ title, fate, shown }]));
  expect(fated).toHaveLength(10);
  for (const { title, fate, shown } of fated) {
    const told = shown.map(({ what, night }) => `${what} on night ${night}`).sort();
    const due = fate.is === null ? [] : fate.is === 'withdrawn' ? ['version', 'withdrawn'] : [fate.is];
    expect({ title, told }).toEqual({ title, told: due.map((what) => `${what} on night ${fate.night}`) });
  }
});
