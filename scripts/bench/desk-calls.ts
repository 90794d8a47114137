/** What each call of the desk's API costs: a busy desk answers everybody from one process. */
import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { serveDesk } from './desk-served.ts';
import { makeDeskWorld, nightAgo, type DeskWorld } from './desk-world.ts';
import { median } from './processor-time.ts';

const TIMES = 3;

/** Rows of a table: the call, its size, and for a first and a second editor who ask for the same, what the desk spends. */
export async function callCosts(candidates: number): Promise<string[][]> {
  const now = Date.now();
  const world = await makeDeskWorld(candidates, now);
  try {
    return await costsIn(world, now);
  } finally {
    rmSync(world.folder, { recursive: true });
  }
}

async function costsIn(world: DeskWorld, now: number): Promise<string[][]> {
  const desk = await serveDesk(world);
  const client = new Database(world.db);
  const write = client.prepare(
    `insert into setting (editor, at, action, about) values ('bench', ?, 'source-paused', '')`,
  );
  const newest = client.prepare('select max(id) from decision').pluck().get();
  const ask = async (path: string): Promise<{ cpu: number; freeze: number; bytes: number }> => {
    await desk.since();
    const answer = await fetch(desk.origin + path);
    const body = await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${Buffer.from(body).toString()}`);
    return { bytes: body.byteLength, ...(await desk.since()) };
  };
  const rows: string[][] = [];
  for (const path of pathsOf(now, Number(newest))) {
    await ask(path);
    const [first, second] = [[] as Awaited<ReturnType<typeof ask>>[], [] as Awaited<ReturnType<typeof ask>>[]];
    for (let time = 0; time < TIMES; time++) {
      // Somebody has written since: nothing may be remembered.
      write.run(now + time);
      first.push(await ask(path));
      second.push(await ask(path));
    }
    const ms = (all: typeof first, of: 'cpu' | 'freeze'): string => {
      const time = median(all.map((each) => each[of]));
      return time < 1 ? '< 1' : time.toFixed(0);
    };
    const kB = ((first[0]?.bytes ?? 0) / 1000).toFixed(1);
    rows.push([path.replace('/api', ''), kB, ms(first, 'cpu'), ms(first, 'freeze'), ms(second, 'cpu')]);
  }
  client.close();
  await desk.close();
  return rows;
}

function pathsOf(now: number, newest: number): string[] {
  const tonight = nightAgo(0, now);
  return [
    '/frame',
    '/candidates',
    '/stories/100',
    `/decisions?after=${newest - 1}`,
    '/issue',
    '/issues',
    '/features',
    '/sources',
    '/nights',
    `/nights/${tonight}`,
    '/search?q=robot',
    '/insight',
    '/history',
  ].map((path) => `/api${path}`);
}
