import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { differences, snapshot, type Snapshot } from './snapshot.ts';

const BIN = fileURLToPath(new URL('../../dist/nightdesk.js', import.meta.url));

/** After so many kills a night is left to come to its end. */
const KILLS_A_NIGHT = 6;

/** So many differences of a round are told. */
const TOLD = 10;

/** A world whose nights can be run again and again. */
export interface World {
  nights: number;
  feedsYaml: string;
  /** Goes to a night and says at which moment it stood: a full hour. */
  setNight(night: number): Promise<string>;
}

/** What killing the nights of a world came to. */
export interface Tally {
  rounds: number;
  kills: number;
  /** Kills by the stage that was under way. */
  stages: ReadonlyMap<string, number>;
  items: number;
  /** Every line in which a killed database differed from the undisturbed one. */
  differences: readonly string[];
}

interface Ended {
  killed: boolean;
  /** The stages that had come to their end. */
  done: readonly string[];
  ms: number;
}

/** The stages of a night, in order; the first is the start of the process. */
const STAGES = ['collect', 'pages', 'group', 'rank', 'draft'] as const;

/**
 * Runs the nights of a world undisturbed once, then again and again on fresh databases, each run killed (SIGKILL) at a
 * random moment and started anew, until `kills` processes have died; compares every database with the undisturbed one.
 *
 * @param draw gives 0..1, the same numbers for the same seed
 * @param tell is told of every round: such a run takes long
 */
export async function killNights(
  world: World,
  kills: number,
  draw: () => number,
  tell: (line: string) => void = () => {},
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-kill-'));
  const feeds = join(folder, 'feeds.yaml');
  writeFileSync(feeds, world.feedsYaml);
  try {
    const calm = join(folder, 'calm.sqlite');
    const usual: number[] = [];
    for (let night = 1; night <= world.nights; night++) {
      const now = await world.setNight(night);
      usual.push((await runNight(['--now', now, '--db', calm, '--feeds', feeds], null)).ms);
    }
    const expected = snapshot(calm);
    const tally = { rounds: 0, kills: 0, stages: new Map<string, number>(), differences: [] as string[] };
    while (tally.kills < kills) {
      tally.rounds++;
      const db = join(folder, `round-${tally.rounds}.sqlite`);
      for (const [index, ms] of usual.entries()) {
        const now = await world.setNight(index + 1);
        const args = ['--now', now, '--db', db, '--feeds', feeds];
        for (let here = 0; ; here++) {
          const mayKill = tally.kills < kills && here < KILLS_A_NIGHT;
          const end = await runNight(args, mayKill ? draw() * ms : null);
          if (!end.killed) break;
          tally.kills++;
          const stage = STAGES.find((name) => !end.done.includes(name)) ?? 'end';
          tally.stages.set(stage, (tally.stages.get(stage) ?? 0) + 1);
        }
      }
      const found = differences(expected, snapshot(db));
      tally.differences.push(...found);
      tell(`round ${tally.rounds}: ${tally.kills} kills so far, ${found.length} differences`);
      for (const difference of found.slice(0, TOLD)) tell(difference);
    }
    return { ...tally, items: itemsOf(expected) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function itemsOf(state: Snapshot): number {
  return state.get('item')?.length ?? 0;
}

/** One run of a night; after `killAfter` milliseconds its process dies on the spot. Throws when it fails by itself. */
async function runNight(files: readonly string[], killAfter: number | null): Promise<Ended> {
  const started = performance.now();
  const child = spawn(process.execPath, [BIN, 'night', '--no-delay', ...files], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log += text));
  const timer = new AbortController();
  if (killAfter !== null)
    void sleep(killAfter, null, { signal: timer.signal }).then(
      () => child.kill('SIGKILL'),
      () => {},
    );
  const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
  timer.abort();
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the night ended with exit code ${String(code)}:\n${log}`);
  const done = [...log.matchAll(/^(\w+): done/gm)].map(([, name = '']) => name);
  return { killed: signal === 'SIGKILL', done, ms: performance.now() - started };
}

/** Numbers from 0 to 1 that depend on the seed alone (mulberry32, by Tommy Ettinger, public domain). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
