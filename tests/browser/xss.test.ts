import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escapeHtml } from '../../src/text/html.ts';
import { plainLine } from '../../src/text/plain-line.ts';
import { sanitizeHtml } from '../../src/text/sanitize.ts';
import { readVectors, type Vector } from '../fixtures/xss/vectors.ts';
import { hasBrowser, launchBrowser, watch, type Deeds } from './watched-page.ts';

const VECTORS = readVectors();

/** Vectors that run in any browser, one of each kind: without them a deaf test would pass. */
const ALIVE = [
  '<script>alert(1)</script>',
  '<svg onload=alert(1)>',
  '<p onclick=alert(1)>x</p>',
  '<a href="javascript:alert(1)">x</a>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  '<link rel=stylesheet href=https://evil.example/x.css>',
];

const didSomething = ({ calls, requests }: Deeds): boolean => calls > 0 || requests.length > 0;
const sanitized = ({ html }: Vector): string => sanitizeHtml(html, 'https://news.example/2024/');
/** The way of titles and names: plain text first, escaped where it is printed. */
const asTitle = ({ html }: Vector): string =>
  `<h3 title="${escapeHtml(plainLine(html))}">${escapeHtml(plainLine(html))}</h3>`;

describe.skipIf(!hasBrowser)('foreign markup in Chromium, on a page without a content security policy', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** All at once, because almost always nothing happens; when something does, one by one. */
  async function culprits(pieces: readonly string[]): Promise<string[]> {
    if (!didSomething(await watch(browser, pieces.join('\n')))) return [];
    const guilty: string[] = [];
    for (const piece of pieces) if (didSomething(await watch(browser, piece))) guilty.push(piece);
    return guilty.length === 0 ? ['all of them together'] : guilty;
  }

  it('would notice every kind of them', async () => {
    const { calls, requests } = await watch(browser, ALIVE.join('\n'));
    expect(calls).toBeGreaterThanOrEqual(ALIVE.length - 1);
    expect(requests).toContain('https://evil.example/x.css');
  });

  it('runs nothing of what was sent as an article', async () => {
    expect(await culprits(VECTORS.map(sanitized))).toEqual([]);
  });

  it('runs nothing of what was sent as a title or a name', async () => {
    expect(await culprits(VECTORS.map(asTitle))).toEqual([]);
  });
});
