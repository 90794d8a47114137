/**
 * Kills the night's process at random moments, starts it again, and compares the databases with an undisturbed run's.
 *
 *   node --import tsx scripts/kill.ts [--kills 100] [--seed 1] [--world sample|feb2026 ...]
 *
 * The kills are shared out over the worlds: the sample web's two nights and, where they are there, three recorded ones.
 */
import { parseArgs } from 'node:util';
import { killNights, seeded, type Tally, type World } from './kill/nights.ts';
import { withRealWeb, withSampleWeb } from './kill/worlds.ts';
import { hasRealWeb } from './realweb.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    world: { type: 'string', multiple: true, default: hasRealWeb ? ['sample', 'feb2026'] : ['sample'] },
  },
});

const draw = seeded(Number(values.seed));
const share = Math.ceil(Number(values.kills) / values.world.length);
const kill = (world: World): Promise<Tally> => killNights(world, share, draw, console.error);

console.log('| world | rounds | kills | while | items | differences |');
console.log('| --- | ---: | ---: | --- | ---: | ---: |');
for (const name of values.world) {
  const tally = name === 'sample' ? await withSampleWeb(kill) : await withRealWeb(name, 3, kill);
  const stages = [...tally.stages].map(([stage, count]) => `${stage} ${count}`).join(', ');
  const { rounds, kills, items } = tally;
  console.log(`| ${name} | ${rounds} | ${kills} | ${stages} | ${items} | ${tally.differences.length} |`);
  if (tally.differences.length > 0) process.exitCode = 1;
}
