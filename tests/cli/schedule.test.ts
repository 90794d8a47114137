import { once } from 'node:events';
import type { ChildProcess } from 'node:child_process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startBench, rss, type Bench } from '../fakes/bench.ts';
import { startOrigin, type Origin } from '../fakes/origin.ts';

let bench: Bench;
let origin: Origin;
const children = new Set<ChildProcess>();
beforeEach(async () => {
  bench = startBench();
  origin = await startOrigin();
});
afterEach(async () => {
  for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
  children.clear();
  await origin.close();
  bench.remove();
});

/** The schedule's hour lies an hour and a half back, so that a night is due and its next one far away. */
function hourAndAHalfAgo(): string {
  const at = new Date(Date.now() - 90 * 60_000);
  return `"${at.getUTCMinutes()} ${at.getUTCHours()} * * *"`;
}

function configure(...paths: string[]): void {
  const sources = paths.map((path) => `  - { url: "${origin.url}/${path}", id: ${path}, allowPrivate: true }`);
  bench.configure(
    `schedule: ${hourAndAHalfAgo()}\ncontact: desk@example.org\ndesk: { port: 0 }\nnet: { delayMs: 0, retries: 0, perService: 4 }\nsources:\n${sources.join('\n')}\n`,
  );
}

/** Starts the scheduler and resolves when its log holds the words. */
async function scheduler(words: string, command = 'schedule'): Promise<{ child: ChildProcess; said: () => string }> {
  const child = bench.start(command);
  children.add(child);
  let log = '';
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(log)));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (log.includes(words)) resolve();
    });
    if (words === '') resolve();
  });
  child.removeAllListeners('exit');
  return { child, said: () => log };
}

async function stop(child: ChildProcess): Promise<number | null> {
  // Behind the last line that it wrote.
  const gone = once(child, 'close');
  child.kill('SIGTERM');
  const [code] = (await gone) as [number | null];
  return code;
}

it('catches up at start on a night that was missed, and ends at SIGTERM', async () => {
  origin.page('/one', { body: rss({ a: 'The first story of the night' }) });
  configure('one');
  const { child, said } = await scheduler('The next night runs at');
  expect(said()).toContain('1 of 1 sources fine; 1 new items');
  expect(await stop(child)).toBe(0);
  // It is not missed any more.
  const again = await scheduler('The next night runs at');
  expect(again.said()).not.toContain('sources fine');
  await stop(again.child);
});

it('opens the desk beside the night, stops in the middle of it at SIGTERM, keeps what was read, and goes on from there', async () => {
  origin.page('/one', { body: rss({ a: 'The first story of the night' }) });
  origin.page('/two', { body: rss({ b: 'Another matter altogether' }) });
  origin.fault('/two', 'hang', 1);
  configure('one', 'two');
  const asked = new Promise<void>((resolve) => {
    const looking = setInterval(() => {
      if (origin.seen.length < 2) return;
      clearInterval(looking);
      resolve();
    }, 20);
  });
  const { child, said } = await scheduler('', 'start');
  const [first] = (await once(child.stdout ?? child, 'data')) as [Buffer];
  const address = /open at (\S+)/.exec(String(first))?.[1] ?? '';
  await asked;
  expect(await (await fetch(`${address}healthz`)).json()).toEqual({ ok: true });
  expect(await stop(child)).toBe(0);
  expect(said()).toContain('ended early; the next run goes on from here');
  const next = await scheduler('The next night runs at');
  expect(next.said()).toContain('2 of 2 sources fine; 2 new items');
  await stop(next.child);
  expect(origin.seen.map(({ path }) => path).filter((path) => path !== '/robots.txt')).toEqual([
    '/one',
    '/two',
    '/two',
  ]);
});

it('asks late sources again by itself', async () => {
  origin.page('/one', { body: rss({ a: 'The first story of the night' }) });
  configure('one', 'two');
  const began = Date.now() - 89 * 60_000;
  const { nightOf } = await import('../../src/night/context.ts');
  const night = nightOf(began, 'UTC');
  await bench.store(async (store) => {
    const run = await store.nights.begin(night, 'night', began);
    await store.nights.end(run, 'as it was', began);
    const { blankState } = await import('../../src/night/answer.ts');
    const { loadConfig } = await import('../../src/config.ts');
    const none = { status: null, ms: 0, bytes: 0, cached: false, attempts: 1, expected: null };
    const counts = { got: 0, new: 0, updated: 0, odd: 0 };
    const readings = loadConfig(bench.feeds).sources.map((source) => ({
      sourceId: source.id,
      at: began,
      said: null,
      settle: () => ({
        state: blankState(source),
        ledger: {
          runId: run,
          night,
          sourceId: source.id,
          askedAt: began,
          outcome: source.id === 'one' ? ('failed' as const) : ('same' as const),
          diagnosis: '',
          ...none,
          ...counts,
        },
      }),
    }));
    await store.recorder.record(readings, {
      keysOf: () => ({ entry: '', addresses: [], titleDay: null }),
      identifyBatch: () => [],
    });
  });
  const { child } = await scheduler('The next night runs at');
  await stop(child);
  expect(origin.seen.map(({ path }) => path)).toEqual(['/one']);
  expect((await bench.ledger())['one']).toMatchObject({ outcome: 'new', new: 1 });
});

it('never runs two nights at once', async () => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  origin.page('/one', async () => {
    await released;
    return { body: rss({ a: 'The first story of the night' }) };
  });
  configure('one');
  const nights = [bench.night(), bench.night(), bench.night()];
  // The source answers when two of the three have ended.
  let ended = 0;
  for (const night of nights) void night.then(() => ++ended === 2 && release());
  const ends = await Promise.all(nights);
  expect(ends.filter(({ log }) => /Another night is running \(process \d+\)/.test(log))).toHaveLength(2);
  expect(ends.every(({ code }) => code === 0)).toBe(true);
  expect(origin.seen).toHaveLength(1);
});

it('reads no more pages in a night that is taken up again than in one that is not', async () => {
  const paths = ['a', 'b', 'c', 'd'];
  for (const path of paths)
    origin.page(`/${path}`, { body: `<p>${`The page ${path} of many words. `.repeat(30)}</p>` });
  const feed = rss({ a: 'First of four', b: 'Second of four', c: 'Third of four', d: 'Fourth of four' });
  origin.page('/feed', { body: feed.replaceAll('https://courier.example', origin.url) });
  bench.configure(
    `contact: desk@example.org\npages: all\ncaps: { pages: 3 }\nsources:\n  - { url: "${origin.url}/feed", allowPrivate: true }\n`,
  );
  await bench.night();
  await bench.night();
  expect(origin.seen.filter(({ path }) => paths.includes(path.slice(1)))).toHaveLength(3);
});
