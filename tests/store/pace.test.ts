import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPace, type SharedPace } from '../../src/store/pace.ts';

const NIGHT = Date.parse('2026-02-15T20:00:00Z');
const HOUR = 3_600_000;
const { signal } = new AbortController();
let folder: string;
let at: number;
const opened: SharedPace[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-pace-'));
  at = NIGHT;
});
afterEach(() => {
  for (const pace of opened.splice(0)) pace.close();
  rmSync(folder, { recursive: true });
});

/** Another process of the installation, or as good as one: a file of its own, opened anew. */
function another(file = join(folder, 'pace.sqlite')): SharedPace {
  const pace = openPace(file, { now: () => at, nightEnds: async () => NIGHT + 24 * HOUR });
  opened.push(pace);
  return pace;
}

it('gives turns one after the other, the rest of a service between their starts', async () => {
  const [one, two] = [another(), another()];
  const first = await one.turn('arxiv.org', 300, signal);
  const began = performance.now();
  let secondHasTurn = false;
  const second = two.turn('arxiv.org', 300, signal).then(() => (secondHasTurn = true));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(secondHasTurn).toBe(false);
  if (first.halted === null) first.handBack();
  await second;
  const third = one.turn('other.example', 300, signal);
  expect(await third).toMatchObject({ halted: null });
  expect(performance.now() - began).toBeGreaterThan(300);
});

it('is not kept by a process that died', async () => {
  await another().turn('arxiv.org', 0, signal);
  const file = new Database(join(folder, 'pace.sqlite'));
  file.prepare(`update pace set boot = 'another start of this process id'`).run();
  file.close();
  expect(await another().turn('arxiv.org', 0, signal)).toMatchObject({ halted: null });
});

it('passes a stop on until the night is over, and not one of a clock that was wrong', async () => {
  const one = another();
  await one.turn('arxiv.org', 0, signal);
  one.halt('arxiv.org', 'it answered 403');
  expect(await another().turn('arxiv.org', 0, signal)).toEqual({ halted: 'it answered 403' });
  at = NIGHT - 24 * HOUR;
  opened.splice(0, 1)[0]?.close();
  const file = new Database(join(folder, 'pace.sqlite'));
  file.prepare('update pace set pid = null').run();
  file.close();
  expect(await another().turn('arxiv.org', 0, signal)).toMatchObject({ halted: null });
});

it('ends with the night', async () => {
  const one = another();
  const turn = await one.turn('arxiv.org', 0, signal);
  one.halt('arxiv.org', 'it answered 403');
  if (turn.halted === null) turn.handBack();
  at = NIGHT + 24 * HOUR;
  expect(await another().turn('arxiv.org', 0, signal)).toMatchObject({ halted: null });
});

it('is kept by each process alone where no file can be written', async () => {
  const blocked = join(folder, 'a file');
  writeFileSync(blocked, '');
  const pace = another(join(blocked, 'pace.sqlite'));
  expect(await pace.turn('arxiv.org', 60_000, signal)).toMatchObject({ halted: null });
  expect(await pace.turn('arxiv.org', 60_000, signal)).toMatchObject({ halted: null });
  pace.halt('arxiv.org', 'for nobody else');
});
