import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nightdesk } from '../../scripts/nightdesk.ts';
import { SCREENS } from '../../src/desk/wire.ts';
import { hasBrowser, launchBrowser } from '../browser/watched-page.ts';
import { openPage, openSampleDesk, type SampleDesk } from './desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(async () => {
  await desk.close();
});

describe('the desk as a server', () => {
  it('tells that it is well', async () => {
    expect(await (await fetch(`${desk.origin}/healthz`)).json()).toEqual({ ok: true });
  });

  it('answers every screen with its one page, and what is not there in words', async () => {
    for (const screen of SCREENS) {
      const response = await fetch(`${desk.origin}/${screen}?story=1`);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    }
    const response = await fetch(`${desk.origin}/api/nothing`);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: 'There is nothing at /api/nothing.' });
  });

  it('has the client cached for good by its hashed names, and the page asked for again', async () => {
    const html = await fetch(`${desk.origin}/`);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await html.text())?.[1] ?? '';
    expect(html.headers.get('cache-control')).toBe('no-cache');
    const again = await fetch(`${desk.origin}/`, { headers: { 'if-none-match': html.headers.get('etag') ?? '' } });
    expect(again.status).toBe(304);
    expect((await fetch(desk.origin + script)).headers.get('cache-control')).toContain('immutable');
  });

  it('says what is wrong with a request', async () => {
    const body = JSON.stringify({ url: 'javascript:alert(1)' });
    const headers = { 'content-type': 'application/json', origin: desk.origin };
    const response = await fetch(`${desk.origin}/api/add`, { method: 'POST', headers, body });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({
      error: 'url: not an address that starts with http(s)://',
      ko: 'url: http(s)://로 시작하는 주소가 아님',
    });
  });

  it('pushes what another process wrote, within a second', async () => {
    const stop = new AbortController();
    const response = await fetch(`${desk.origin}/api/events`, { signal: stop.signal });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const heard = async (): Promise<string> => {
      let text = '';
      for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
        text += part.value;
        if (text.includes('event: marks')) break;
      }
      return text;
    };
    expect(await heard()).toContain('event: marks');
    const files = ['--db', desk.db, '--feeds', desk.feeds];
    const lines = (await nightdesk('candidates', '--jsonl', '--section', 'news', ...files)).split('\n');
    const [one, other] = lines.slice(0, 2).map((line) => (JSON.parse(line) as { story: number }).story);
    await nightdesk('stories', 'merge', String(one), String(other), ...files);
    expect(await heard()).toContain('event: marks');
    stop.abort();
  });
});

describe.skipIf(!hasBrowser)('the frame in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('leads to every screen by a link, and Back leads back', async () => {
    const { page, troubles } = await openPage(browser, desk.origin);
    await expect.poll(() => page.locator('nav.side a').count()).toBe(SCREENS.length);
    await page.locator('nav.side').getByRole('link', { name: 'Sources' }).click();
    await expect.poll(() => new URL(page.url()).pathname).toBe('/sources');
    await page.goBack();
    await page.locator('nav.side [aria-current=page]', { hasText: 'Candidates' }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('shows its keys, also with a Korean keyboard, and speaks both languages', async () => {
    const { page } = await openPage(browser, desk.origin);
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys' }).getByText('Keep for the issue').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '한국어' }).click();
    await page.getByRole('link', { name: '후보' }).waitFor();
    await page.evaluate(`for (const [key, code] of [['ㅎ', 'KeyG'], ['ㅑ', 'KeyI']])
      dispatchEvent(new KeyboardEvent('keydown', { key, code, bubbles: true }))`);
    await page.waitForURL('**/issue');
    await expect.poll(() => page.locator('nav.side [aria-current=page]').textContent()).toBe('호');
    await page.context().close();
  });
});
