import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const EXECUTABLE = '/usr/bin/chromium';
const SWITCHES = [
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking',
  '--disable-component-update --disable-sync',
].flatMap((line) => line.split(' '));

/** A vector that runs may block its page for good. */
const MAX_WAIT_MS = 10_000;

export const hasBrowser = existsSync(EXECUTABLE);

export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: EXECUTABLE, args: SWITCHES });
}

/** What a page did that foreign markup may not do. */
export interface Deeds {
  /** Calls of alert and its like, which are what vectors try to reach. */
  calls: number;
  /** Addresses asked for anything but a picture. */
  requests: string[];
}

/** Stands before every document and frame of a page; without it the first dialog would block everything. */
const COUNT_CALLS = `
  window.calls = 0;
  for (const name of ['alert', 'confirm', 'prompt', 'print', 'MsgBox']) window[name] = () => { top.calls += 1; };
`;

/**
 * A real click on a link to the web would leave the page, as it may; any other address would run or load here. Pictures
 * that fail and animations that start report a little later.
 */
const TOUCH_EVERYTHING = `(async () => {
  const events = 'mouseover mouseenter mousemove mousedown click dblclick focus pointerover keydown copy paste wheel';
  const rewritten = document.createElement('div');
  rewritten.innerHTML = document.body.innerHTML;
  document.body.append(rewritten);
  rewritten.innerHTML = String(rewritten.innerHTML);
  for (const element of document.querySelectorAll('body, body *')) {
    for (const type of events.split(' ')) element.dispatchEvent(new Event(type, { cancelable: true }));
  }
  for (const link of document.querySelectorAll('a[href]')) {
    if (!/^(?:https?|mailto):/.test(link.protocol)) link.click();
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
})()`;

/**
 * Shows HTML on a bare page without a content security policy and tells what it did. The browser parses it, parses its
 * own writing of it again (mutation vectors come alive there), and every element is touched once. No network is reached.
 */
export async function watch(browser: Browser, html: string): Promise<Deeds> {
  const page = await browser.newPage();
  try {
    page.setDefaultTimeout(MAX_WAIT_MS);
    const requests: string[] = [];
    await page.addInitScript(COUNT_CALLS);
    await page.route('**', async (route) => {
      if (route.request().resourceType() !== 'image') requests.push(route.request().url());
      await route.abort();
    });
    await page.goto('about:blank');
    await page.setContent(`<!doctype html><body>${html}`);
    await page.evaluate(TOUCH_EVERYTHING);
    return { calls: await page.evaluate<number>('top.calls'), requests };
  } finally {
    await page.close();
  }
}
