/**
 * Writes the table of docs/notes/sanitizer.md: what the vectors do in a browser as they are, and what is left of that
 * after the sanitiser. Takes some minutes, a page a vector.
 *
 *   node --import tsx scripts/tables/sanitizer.ts
 */
import type { Browser } from 'playwright-core';
import { sanitizeHtml } from '../../src/text/sanitize.ts';
import { launchBrowser, watch } from '../../tests/browser/watched-page.ts';
import { readVectors } from '../../tests/fixtures/xss/vectors.ts';
import { table, writeBetweenMarkers } from './write-table.ts';

/** A page that a vector blocks or closes has been taken over as well. */
async function isAlive(browser: Browser, html: string): Promise<boolean> {
  try {
    const { calls, requests } = await watch(browser, html);
    return calls > 0 || requests.length > 0;
  } catch {
    return true;
  }
}

const counts = new Map<string, [vectors: number, alive: number, left: number]>();
const browser = await launchBrowser();
for (const { class: kind, html } of readVectors()) {
  const [vectors, alive, left] = counts.get(kind) ?? [0, 0, 0];
  const before = Number(await isAlive(browser, html));
  const after = Number(await isAlive(browser, sanitizeHtml(html, 'https://news.example/')));
  counts.set(kind, [vectors + 1, alive + before, left + after]);
}
await browser.close();

const rows = [...counts].map(([kind, numbers]): (string | number)[] => [kind, ...numbers]);
const total = [1, 2, 3].map((column) => rows.reduce((sum, row) => sum + Number(row[column]), 0));
writeBetweenMarkers(
  'docs/notes/sanitizer.md',
  'vectors',
  table(
    ['what is abused', 'vectors', 'do something as they are', 'do something sanitised'],
    [...rows, ['all', ...total]],
  ),
);
