import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/desk/access/passwords.ts';
import { openStore } from '../../src/store/store.ts';
import { hasBrowser, launchBrowser } from '../browser/watched-page.ts';
import { startOrigin, type Origin } from '../fakes/origin.ts';
import { openPage, openSampleDesk, type SampleDesk } from './desk.ts';

const PASSWORD = 'correct horse battery';

describe.skipIf(!hasBrowser)('the bookmarklet, on a page of another site', () => {
  let desk: SampleDesk;
  let origin: Origin;
  let browser: Browser;
  beforeAll(async () => {
    [desk, origin, browser] = await Promise.all([openSampleDesk(), startOrigin(), launchBrowser()]);
    // Pages of the real web send policies, which do not hold a bookmark back.
    const headers = { 'content-type': 'text/html', 'content-security-policy': "default-src 'self'" };
    origin.page('/story?a=1&b=%EA%B0%80', { headers, body: '<title>Elsewhere</title><h1>Elsewhere</h1>' });
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([desk.close(), origin.close()]);
  });

  const address = (): string => `${origin.url.replace('127.0.0.1', 'elsewhere.localhost')}/story?a=1&b=%EA%B0%80`;
  const added = async (page: Page): Promise<boolean> =>
    (await page.evaluate(`fetch('/api/history').then((reply) => reply.json()).then(({ deeds }) => deeds.length)`)) !==
    0;

  /** Runs the text of the link as a browser runs a bookmark: in the page, above its policy. */
  const use = async (page: Page, bookmarklet: string): Promise<void> => {
    await page.goto(address());
    const browserItself = await page.context().newCDPSession(page);
    const expression = decodeURIComponent(bookmarklet.replace(/^javascript:/, ''));
    await browserItself.send('Runtime.evaluate', { expression, userGesture: true });
    await page.waitForURL(`${desk.origin}/add?**`);
  };

  it('fills in the address, sends nothing by itself, and waits behind the login for who is not logged in', async () => {
    const { page, troubles } = await openPage(browser, `${desk.origin}/add`);
    const bookmarklet = (await page.locator('a.bookmarklet').getAttribute('href')) ?? '';
    expect(bookmarklet).toMatch(/^javascript:/);
    await use(page, bookmarklet);
    await expect.poll(() => page.getByLabel('Address').inputValue()).toBe(address());
    expect(await added(page)).toBe(false);
    const store = openStore(desk.db);
    await store.editors.put('maria', await hashPassword(PASSWORD), 0);
    store.close();
    await use(page, bookmarklet);
    await page.getByRole('heading', { name: 'Log in to the desk' }).waitFor();
    await page.getByLabel('Name').fill('maria');
    await page.getByLabel('Password').fill(PASSWORD);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByRole('banner').getByText('maria').waitFor();
    await expect.poll(() => page.getByLabel('Address').inputValue()).toBe(address());
    // Logged in, and coming from another site once more: the session holds.
    await use(page, bookmarklet);
    await page.getByRole('banner').getByText('maria').waitFor();
    await expect.poll(() => page.getByLabel('Address').inputValue()).toBe(address());
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
