/**
 * `node --import tsx scripts/together.ts`: how soon two desks show each other's work, in Chromium. Two desk processes stand
 * on one database, a copy of the demo's ("npm run demo" first), each with a browser; this process writes as a night does.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { openStore } from '../src/store/store.ts';

const TIMES = 20;

const folder = mkdtempSync(join(tmpdir(), 'nightdesk-together-'));
const db = join(folder, 'desk.sqlite');
cpSync('db/demo.sqlite', db);
const desks = [await startDesk(), await startDesk()] as const;
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const [one, two] = [await open(desks[0].url), await open(desks[1].url)];

const decisions = await timed(async () => {
  const story = await one.locator('.row.focus').getAttribute('id');
  await one.keyboard.press('x');
  return two.locator(`#${story ?? ''} .choice`);
});
const presences = await timed(async (index) => {
  await one.locator('.row').nth(index).click();
  return two.locator('.row').nth(index).locator('.here-marks');
});
const store = openStore(db);
const run = await store.nights.begin('2024-08-24', 'night', Date.now());
const lock = await store.lock('night', Date.now());
await two.goto(`${desks[1].url}nights`);
await two.locator('.progress').waitFor();
const nights = await timed(async (index) => {
  await store.nights.tell(run, { doing: 'pages', done: index + 1, total: 99 });
  return two.getByText(`${index + 1} of 99 article pages are read`);
});
if ('release' in lock) await lock.release();
store.close();

console.log(
  [
    '| what the other desk shows | median | slowest of 20 |',
    '| --- | ---: | ---: |',
    row('a decision, from the key to the sight of it', decisions),
    row('who is on a story, with the 400 ms of coming to rest', presences),
    row('how far a night of another process is', nights),
  ].join('\n'),
);
await browser.close();
for (const { process: child } of desks) {
  child.kill('SIGTERM');
  await once(child, 'exit');
}
rmSync(folder, { recursive: true });

async function startDesk() {
  const words = [
    'desk',
    '--port',
    '0',
    '--db',
    db,
    '--feeds',
    'db/demo/feeds.yaml',
    '--now',
    '2024-08-23T08:00:00+09:00',
  ];
  const child = spawn(process.execPath, ['dist/nightdesk.js', ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [said] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  return { process: child, url: /http:\S+/.exec(said)?.[0] ?? '' };
}

async function open(url: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 1200 } });
  await page.goto(`${url}candidates`);
  await page.locator('.row.focus').waitFor();
  return page;
}

/** From a deed to the sight of it, in milliseconds, sorted. */
async function timed(deed: (index: number) => Promise<ReturnType<Page['locator']>>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < TIMES; index++) {
    const started = performance.now();
    await (await deed(index)).first().waitFor({ state: 'attached' });
    times.push(performance.now() - started);
  }
  return times.toSorted((a, b) => a - b);
}

function row(what: string, times: readonly number[]): string {
  return `| ${what} | ${(times[TIMES / 2] ?? 0).toFixed(0)} ms | ${(times.at(-1) ?? 0).toFixed(0)} ms |`;
}
