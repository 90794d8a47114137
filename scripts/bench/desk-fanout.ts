/**
 * Five editors with two windows each, while a night runs: how soon all of them know of a decision, and how long the desk
 * answers nobody. The windows do what the client does with what the desk pushes to it.
 */
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { serveDesk, type ServedDesk } from './desk-served.ts';
import { makeDeskWorld, nightAgo } from './desk-world.ts';
import { median } from './processor-time.ts';

const [WINDOWS, DECISIONS, EVERY_MS] = [10, 30, 500];
/** A night over a thousand feeds stores some thirty answers a second. */
const ANSWER_EVERY_MS = 33;

export interface FanOut {
  /** Milliseconds from the sending of a decision until the last window was told. */
  median: number;
  slowest: number;
  /** The longest stretch in which the desk answered nobody, in milliseconds. */
  freeze: number;
  /** Share of one core that the desk took. */
  share: number;
}

export async function fanOut(candidates: number): Promise<FanOut> {
  const now = Date.now();
  const world = await makeDeskWorld(candidates, now);
  const desk = await serveDesk(world);
  const stop = new AbortController();
  const told = new Map<number, { windows: number; last: number }>();
  const windows = Array.from({ length: WINDOWS }, () => openWindow(desk, told, stop.signal));
  const endNight = runNight(world.db, now);
  try {
    await sleep(1000);
    await desk.since();
    const began = performance.now();
    const times: number[] = [];
    for (let index = 0; index < DECISIONS; index++) {
      const sent = performance.now();
      const id = await decide(desk, index, now);
      times.push((await toldToAll(told, id)) - sent);
      await sleep(EVERY_MS);
    }
    const { cpu, freeze } = await desk.since();
    return { median: median(times), slowest: Math.max(...times), freeze, share: cpu / (performance.now() - began) };
  } finally {
    stop.abort();
    endNight();
    await Promise.all(windows);
    await desk.close();
    rmSync(world.folder, { recursive: true });
  }
}

/** Reads events until the end, and asks for what was decided since. */
async function openWindow(
  { origin }: ServedDesk,
  told: Map<number, { windows: number; last: number }>,
  signal: AbortSignal,
): Promise<void> {
  let reached = 0;
  const ask = async (path: string): Promise<void> => {
    const answer = await fetch(`${origin}/api${path}`);
    await answer.arrayBuffer();
  };
  try {
    await ask('/candidates');
    await ask('/frame');
    const { body } = await fetch(`${origin}/api/events`, { signal });
    const decoder = new TextDecoder();
    let text = '';
    for await (const part of body ?? []) {
      text += decoder.decode(part, { stream: true });
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const decision = Number(/"decision":(\d+)/.exec(text.slice(0, end))?.[1] ?? 0);
        text = text.slice(end + 2);
        if (decision <= reached) continue;
        const seen = told.get(decision) ?? { windows: 0, last: 0 };
        told.set(decision, { windows: seen.windows + 1, last: performance.now() });
        if (reached > 0) void ask(`/decisions?after=${reached}`);
        reached = decision;
      }
    }
  } catch {
    // The measurement is over.
  }
}

async function decide({ origin }: ServedDesk, index: number, now: number): Promise<number> {
  const answer = await fetch(`${origin}/api/decisions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ id: `fan-out-${index}`, at: now, action: 'spike', story: 100 + index }),
  });
  if (!answer.ok) throw new Error(await answer.text());
  const { id } = (await answer.json()) as { id: number };
  return id;
}

async function toldToAll(told: ReadonlyMap<number, { windows: number; last: number }>, id: number): Promise<number> {
  for (;;) {
    const seen = told.get(id);
    if (seen?.windows === WINDOWS) return seen.last;
    await sleep(5);
  }
}

/** Writes answers as a night does, from a connection of its own. Returns what ends it. */
function runNight(db: string, now: number): () => void {
  const client = new Database(db);
  const answer =
    client.prepare(`insert into fetch (run_id, night, source_id, asked_at, outcome, status, ms, bytes, cached,
    attempts, got, new, updated, odd, diagnosis) values (1, ?, ?, ?, 'same', 200, 90, 40000, 0, 1, 20, 0, 0, 0, '')`);
  let count = 0;
  const timer = setInterval(() => answer.run(nightAgo(0, now), `source-${count++ % 200}`, now), ANSWER_EVERY_MS);
  return () => {
    clearInterval(timer);
    client.close();
  };
}
