import { readFileSync } from 'node:fs';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { nightdesk } from '../../scripts/nightdesk.ts';
import { openStore } from '../../src/store/store.ts';
import { hasBrowser } from '../browser/watched-page.ts';
import { axeFindings } from './axe.ts';
import { openPage, type SampleDesk } from './desk.ts';
import { deskInBrowser } from './in-browser.ts';

/** How much of the screen's part of the page has to be pushed sideways to be seen. */
const WIDER = `document.querySelector('main').scrollWidth - document.querySelector('main').clientWidth`;

/** The screens, and what stands there once everything has come. */
const SCREENS = [
  ['search?q=AI', '.hits li'],
  ['sources?source=harborledger', '.source-pane'],
  ['nights', '.answers tbody tr'],
  ['insight', '.pictures'],
  ['insight?part=rivals', '.rivals, .empty'],
  ['insight?part=history', '.deeds'],
] as const;

describe.skipIf(!hasBrowser)('search, sources, nights and insight in Chromium', () => {
  let desk: SampleDesk;
  let browser: Browser;
  deskInBrowser({ withWeb: true }, (...both) => ([desk, browser] = both));
  const open: { page: Page; troubles: string[] }[] = [];
  afterEach(async () => {
    for (const { page, troubles } of open.splice(0)) {
      await page.context().close();
      if (troubles.length > 0) throw new Error(troubles.join('\n'));
    }
  });
  const visit = async (path: string, options: BrowserContextOptions = {}): Promise<Page> => {
    const visited = await openPage(browser, `${desk.origin}/${path}`, options);
    open.push(visited);
    return visited.page;
  };

  it('search finds a Korean syllable as it is typed, keeps it in the address, and is narrowed', async () => {
    const page = await visit('search');
    await page.getByRole('searchbox').waitFor();
    // The answer to the first syllable comes when the second is typed.
    let release = (): void => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    const first = '**/api/search?q=%EC%A0%95';
    await page.route(first, (route) => released.then(() => route.continue()));
    const [asked, answered] = [page.waitForRequest(first), page.waitForResponse(first)];
    await page.keyboard.type('정');
    await asked;
    await page.keyboard.type('의');
    release();
    await answered;
    await page.getByRole('link', { name: '오픈소스 AI' }).first().waitFor();
    await expect.poll(() => page.locator('.hits mark').first().textContent()).toBe('정의');
    await page.waitForURL(/q=%EC%A0%95%EC%9D%98/);
    await page.getByLabel('Section').selectOption('papers');
    await page.getByText('Nothing holds all of these words.').waitFor();
  });

  it('sources show what needs an editor first, and are paused and weighted in feeds.yaml', async () => {
    const page = await visit('sources');
    await page.getByText('15 sources: 1 broken, 1 moved').waitFor();
    await expect.poll(() => page.locator('tbody th a').first().textContent()).toBe('The Kestrel Report');
    const before = readFileSync(desk.feeds, 'utf8');
    await page.getByRole('link', { name: 'The Harbor Ledger' }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await page.getByLabel('Weight').fill('1.5');
    // News of the desk takes nothing away that is being typed.
    const told = page.waitForResponse('**/api/frame');
    const store = openStore(desk.db);
    await store.presences.say({ desk: 'a window', editor: 'jun', place: 'sources', seenAt: 0 });
    store.close();
    await told;
    await page.getByLabel('Weight').blur();
    await expect.poll(() => readFileSync(desk.feeds, 'utf8')).toContain('weight: 1.5');
    expect(readFileSync(desk.feeds, 'utf8')).toContain('enabled: false');
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('button', { name: 'Pause' }).waitFor();
    await page.getByLabel('Weight').fill('1');
    await page.getByLabel('Weight').blur();
    await expect.poll(() => readFileSync(desk.feeds, 'utf8')).toBe(before);
    await page.getByRole('button', { name: 'Test now' }).click();
    await page.locator('.probe').getByText('rss').waitFor();
  });

  it('a moved source takes its new address, and the history says who did it', async () => {
    const page = await visit('sources?source=northgatewire');
    await page.getByRole('button', { name: 'Take the new address' }).click();
    await expect.poll(() => readFileSync(desk.feeds, 'utf8')).toContain('/rss/tech');
    await page.goto(`${desk.origin}/insight?part=history`);
    await page.getByText('took the new address of').waitFor();
    expect(await page.locator('.deeds li', { hasText: 'northgatewire' }).locator('.editor').textContent()).toBe('mina');
  });

  it('an address without a feed is told in words and not added', async () => {
    const page = await visit('sources');
    await page.getByRole('button', { name: 'Add a source' }).click();
    await page.getByLabel('Address of a feed').fill('http://127.0.0.1:9/feed');
    await page.getByRole('button', { name: 'Look' }).click();
    await expect
      .poll(async () => (await page.getByRole('dialog').locator('.trouble').allTextContents()).join(''))
      .toMatch(/\w+ \w+/);
    expect(await page.getByRole('button', { name: 'Add this source' }).count()).toBe(0);
  });

  it('the chart of nights tells a night’s figures to mouse and keys, and opens it', async () => {
    const page = await visit('nights');
    const chart = page.locator('.chart');
    await chart.getByText('new items 110').waitFor();
    await chart.locator('> svg').hover({ position: { x: 60, y: 80 } });
    await chart.getByText('new items 150').waitFor();
    await page.getByRole('heading', { name: 'Fri 23 Aug' }).hover();
    await chart.getByText('new items 110').waitFor();
    await chart.focus();
    await page.keyboard.press('ArrowLeft');
    await chart.getByText('new items 150').waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Thu 22 Aug' }).waitFor();
    await page.waitForURL(/night=2024-08-22/);
    await expect.poll(() => page.locator('.funnel').textContent()).toContain('150 new items');
    expect(await page.getByRole('table', { name: 'by night' }).getByRole('row').allTextContents()).toHaveLength(3);
  });

  it('nights show odd answers first, and follow a night that another process runs', async () => {
    const page = await visit('nights');
    await page.locator('.answers tbody tr').first().getByText('Failed').waitFor();
    await expect.poll(() => page.locator('.night-list li').count()).toBe(2);
    const files = ['--db', desk.db, '--feeds', desk.feeds];
    await nightdesk('night', '--now', '2024-08-24T05:00:00+09:00', '--no-delay', ...files);
    await page.locator('.night-list').getByText('Sat 24 Aug').waitFor();
    await page.locator('.answers tbody tr').first().getByRole('link').click();
    await page.locator('.source-pane').waitFor();
  });

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark', locale: 'ko-KR' }],
    ['on a phone', { viewport: { width: 390, height: 844 } }],
  ] as const)('axe finds nothing, and nothing is wider than the screen: %s', async (_, options) => {
    const page = await visit('', options);
    const found: string[] = [];
    for (const [screen, there] of SCREENS) {
      await page.goto(`${desk.origin}/${screen}`);
      await page.locator(there).first().waitFor();
      const wider = await page.evaluate<number>(WIDER);
      found.push(
        ...(await axeFindings(page)).map((finding) => `${screen}: ${finding}`),
        ...(wider > 0 ? [`${screen}: ${wider} pixels too wide`] : []),
      );
    }
    expect(found).toEqual([]);
  });
});
