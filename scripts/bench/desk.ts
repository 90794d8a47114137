/** The desk with ten thousand candidates, in Chromium: how long it takes to open, to act on a key, and to scroll. */
import { rmSync } from 'node:fs';
import { chromium, type Page } from 'playwright-core';
import { openDesk } from '../../src/cli/desk-process.ts';
import { makeDeskWorld } from './desk-world.ts';

const CANDIDATES = 10_000;
const KEYS = 100;
const SCROLL_MS = 5000;

export async function benchDesk(): Promise<string> {
  const { folder, db, feeds } = await makeDeskWorld(CANDIDATES);
  const desk = await openDesk({ db, feeds, port: 0, host: '127.0.0.1', editor: 'bench', delay: false });
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
  const origin = `http://127.0.0.1:${desk.address.port}`;
  try {
    const asked = performance.now();
    await (await fetch(`${origin}/api/candidates`)).arrayBuffer();
    const answered = performance.now() - asked;
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const started = performance.now();
    await page.goto(`${origin}/candidates`);
    await page.locator('.row.focus').waitFor();
    const opened = performance.now() - started;
    const moving = await pressed(page, ['j']);
    const deciding = await pressed(page, ['p', 'x', 'h']);
    const frames = await scrolled(page);
    return [
      `### The desk: ${CANDIDATES.toLocaleString('en')} candidates in Chromium\n`,
      '| what | figure |',
      '| --- | --- |',
      `| the list, from the API | ${answered.toFixed(0)} ms |`,
      `| opened, to the first row | ${opened.toFixed(0)} ms |`,
      `| key to paint, moving: median, 95 % | ${moving.median} ms, ${moving.slow} ms |`,
      `| key to paint, deciding: median, 95 % | ${deciding.median} ms, ${deciding.slow} ms |`,
      `| frames a second while scrolling | ${frames.rate.toFixed(0)} |`,
      `| frames later than 25 ms | ${frames.late} of ${frames.all} |`,
    ].join('\n');
  } finally {
    await browser.close();
    await desk.close();
    rmSync(folder, { recursive: true });
  }
}

/** Presses keys and reads the browser's own measure, from the key's arrival to the paint after it (Event Timing). */
async function pressed(page: Page, keys: readonly string[]): Promise<{ median: number; slow: number }> {
  await page.evaluate(`
    window.durations = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (entry.name === 'keydown') window.durations.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 });
  `);
  for (let index = 0; index < KEYS; index++) {
    await page.keyboard.press(keys[index % keys.length] ?? 'j');
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(500);
  const slowOnes = await page.evaluate<number[]>('window.durations');
  // Keys that were quicker than the least that browsers report count as 16 ms.
  const all = [...slowOnes, ...Array.from({ length: Math.max(0, KEYS - slowOnes.length) }, () => 16)].sort(
    (a, b) => a - b,
  );
  return { median: all[Math.floor(all.length / 2)] ?? 0, slow: all[Math.floor(all.length * 0.95)] ?? 0 };
}

/** Scrolls through the list for some seconds and counts the frames that came. */
async function scrolled(page: Page): Promise<{ rate: number; late: number; all: number }> {
  const gaps = await page.evaluate<number[]>(`new Promise((resolve) => {
    const rows = document.querySelector('.rows');
    const gaps = [];
    const began = performance.now();
    let last = began;
    const frame = (now) => {
      gaps.push(now - last);
      last = now;
      rows.scrollTop += 180;
      if (now - began < ${SCROLL_MS}) requestAnimationFrame(frame);
      else resolve(gaps.slice(1));
    };
    requestAnimationFrame(frame);
  })`);
  const whole = gaps.reduce((sum, gap) => sum + gap, 0);
  return { rate: (gaps.length / whole) * 1000, late: gaps.filter((gap) => gap > 25).length, all: gaps.length };
}
