import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { launchBrowser } from '../browser/watched-page.ts';
import { openPage, openSampleDesk, type SampleDesk } from './desk.ts';

/** Gives the tests of a group one sample desk and one browser. @param take is handed both before the first */
export function deskInBrowser(
  options: { withWeb?: boolean },
  take: (desk: SampleDesk, browser: Browser) => void,
): void {
  let desk: SampleDesk;
  let browser: Browser;
  beforeAll(async () => {
    [desk, browser] = await Promise.all([openSampleDesk(options), launchBrowser()]);
    take(desk, browser);
  });
  afterAll(async () => {
    await browser.close();
    await desk.close();
  });
}

/** The same with a page of candidates for each test, over the database as the nights left it; a trouble in it fails the test. */
export function candidatesInBrowser(take: (at: { desk: SampleDesk; browser: Browser; page: Page }) => void): void {
  let desk: SampleDesk;
  let browser: Browser;
  deskInBrowser({ withWeb: true }, (...both) => ([desk, browser] = both));
  let page: Page;
  let troubles: string[];
  beforeEach(async () => {
    await desk.reset();
    ({ page, troubles } = await openPage(browser, `${desk.origin}/candidates`));
    await page.locator('.row.focus').waitFor();
    take({ desk, browser, page });
  });
  afterEach(async () => {
    await page.context().close();
    if (troubles.length > 0) throw new Error(troubles.join('\n'));
  });
}
