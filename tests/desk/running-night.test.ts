import { once } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDesk } from '../../src/cli/desk-process.ts';
import type { NightStart } from '../../src/desk/wire/nights.ts';
import { rss, startBench, type Bench } from '../fakes/bench.ts';
import { startOrigin, type Origin } from '../fakes/origin.ts';
import { hasBrowser, launchBrowser } from '../browser/watched-page.ts';
import { openPage } from './desk.ts';

describe.skipIf(!hasBrowser)('a night beside an open desk', () => {
  let bench: Bench;
  let origin: Origin;
  let browser: Browser;
  let desk: Awaited<ReturnType<typeof openDesk>>;
  let page: Page;
  /** Lets the second source answer. */
  let release: () => void;

  beforeEach(async () => {
    [bench, origin, browser] = [startBench(), await startOrigin(), await launchBrowser()];
    const released = new Promise<void>((resolve) => (release = resolve));
    origin.page('/one', { body: rss({ a: 'OpenAI sues a maker of chatbots over its language model' }) });
    origin.page('/two', async () => {
      await released;
      return { body: rss({ b: 'Anthropic opens a laboratory for AI safety research in Seoul' }) };
    });
    const sources = ['one', 'two'].map((id) => `  - { id: ${id}, url: "${origin.url}/${id}", allowPrivate: true }`);
    const options = 'schedule: "30 4 * * *"\ntimezone: Asia/Seoul\npages: off\nbackup: { keep: 0 }';
    bench.configure(`contact: desk@example.org\n${options}\nsources:\n${sources.join('\n')}\n`);
    desk = await openDesk({
      db: bench.db,
      feeds: bench.feeds,
      port: 0,
      host: '127.0.0.1',
      editor: 'mina',
      delay: false,
    });
  });
  afterEach(async () => {
    release();
    await browser.close();
    await desk.close();
    await origin.close();
    bench.remove();
  });

  const visit = async (path: string): Promise<Page> => (await openPage(browser, `${desk.url}/${path}`)).page;

  it('is begun by the first editor, seen live by all, and begun by nobody twice', async () => {
    page = await visit('candidates');
    await page.getByText('The first night is set for 04:30.').waitFor();
    const nights = await visit('nights');
    await nights.getByText('No night has run yet').waitFor();
    await page.getByRole('button', { name: 'Run it now' }).click();
    await page.getByText('A night is running. Its stories come here by themselves.').waitFor();
    await page.getByText('1 of 2 sources have answered').waitFor();
    await nights.getByText('1 of 2 sources have answered').waitFor();
    expect(await nights.getByRole('button', { name: 'Run it now' }).count()).toBe(0);
    const again = await fetch(`${desk.url}/api/nights/run`, {
      method: 'POST',
      headers: { origin: desk.url, 'content-type': 'application/json' },
      body: '{}',
    });
    expect(await again.json()).toEqual({ is: 'busy' });
    expect((await bench.nightdesk('night')).log).toContain('Another night is running');
    release();
    await page.locator('.row', { hasText: 'OpenAI sues' }).waitFor();
    await nights.locator('.verdict', { hasText: '2 of 2 sources fine' }).waitFor();
    await nights.getByRole('button', { name: 'Run it now' }).waitFor();
    expect(await bench.store((store) => store.nights.runs())).toHaveLength(1);
    await page.goto(`${desk.url}/insight?part=history`);
    await page.getByText('ran a night').waitFor();
  });

  it('shows how far another process is, and when it was killed', async () => {
    page = await visit('nights');
    await page.getByText('No night has run yet').waitFor();
    const night = bench.start('night', '--no-delay');
    await page.getByText('1 of 2 sources have answered').waitFor();
    await page.getByRole('banner').getByText('A night is running').waitFor();
    night.kill('SIGKILL');
    await once(night, 'exit');
    await page.locator('.verdict', { hasText: 'Cut short' }).waitFor();
    await page.getByRole('banner').getByText('Cut short').waitFor();
    release();
    await page.getByRole('button', { name: 'Run it now' }).click();
    await page.locator('.verdict', { hasText: 'sources fine' }).waitFor();
    await expect.poll(() => page.locator('.answers tbody tr').count()).toBe(2);
  });

  it('says why it did not begin', async () => {
    page = await visit('nights');
    await page.getByText('No night has run yet').waitFor();
    const start: NightStart = { is: 'failed', why: { en: 'The disk is full.', ko: '디스크가 가득 찼습니다.' } };
    await page.route('**/api/nights/run', (route) => route.fulfill({ json: start }));
    await page.getByRole('button', { name: 'Run it now' }).click();
    await expect
      .poll(() => page.locator('.run-night [role=alert]').textContent())
      .toBe('No night began. The disk is full.');
  });
});
