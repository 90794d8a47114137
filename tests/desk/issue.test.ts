import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { nightdesk } from '../../scripts/nightdesk.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { hasBrowser, launchBrowser } from '../browser/watched-page.ts';
import { axeFindings } from './axe.ts';
import { openPage, openSampleDesk, type SampleDesk } from './desk.ts';

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

let desk: SampleDesk;
let store: Store;
beforeAll(async () => {
  desk = await openSampleDesk();
  store = openStore(desk.db);
});
afterAll(async () => {
  store.close();
  await desk.close();
});

/** What the store has of a text of the open issue. */
async function stored(owner: string, field: string, lang: string): Promise<string | undefined> {
  const texts = await store.wordings.inForce(1);
  return texts.find((text) => text.owner === owner && text.field === field && text.lang === lang)?.value;
}

async function slotsIn(section: string): Promise<number[]> {
  return (await store.issues.lineup(1)).filter((slot) => slot.section === section).map(({ id }) => id);
}

describe.skipIf(!hasBrowser)('the issue on the desk', () => {
  let browser: Browser;
  let page: Page;
  let troubles: string[];
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });
  beforeEach(async () => {
    ({ page, troubles } = await openPage(browser, `${desk.origin}/issue`));
    await page.locator('.lineup-row.at').waitFor();
  });
  afterEach(async () => {
    await page.context().close();
    // What went wrong in the page: an error, a dialog, a breach of the content policy.
    if (troubles.length > 0) throw new Error(troubles.join('\n'));
  });

  const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });

  it('keeps a Korean blurb that is typed, and asks to look at the English one again', async () => {
    const [slot] = await slotsIn('news');
    await page.goto(`${desk.origin}/issue?at=slot:${slot}`);
    await field('Blurb Korean').fill('작가들이 앤트로픽을 고소했다.');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => stored(`slot:${slot}`, 'blurb', 'ko')).toBe('작가들이 앤트로픽을 고소했다.');
    await page.reload();
    await expect.poll(() => field('Blurb Korean').inputValue()).toBe('작가들이 앤트로픽을 고소했다.');
    const english = page.locator('.text', { has: page.getByRole('textbox', { name: 'Blurb English' }) });
    await english.getByText('the other language has changed since').waitFor();
    await english.getByRole('button', { name: 'Still right' }).click();
    await expect.poll(() => english.locator('.state-word').textContent()).toBe('checked');
  });

  it('takes Hangul while it is composed as writing, not as keys', async () => {
    const [, slot] = await slotsIn('news');
    await page.goto(`${desk.origin}/issue?at=slot:${slot}`);
    await field('Title Korean').focus();
    const client = await page.context().newCDPSession(page);
    await page.keyboard.press('Control+a');
    for (const text of ['ㅈ', '제', '제ㅁ', '제목'])
      await client.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await client.send('Input.insertText', { text: '제목' });
    await field('Title Korean').blur();
    await expect.poll(() => stored(`slot:${slot}`, 'title', 'ko')).toBe('제목');
    expect(await slotsIn('news')).toHaveLength(12);
  });

  it('is put in another order by keys, and back by undo', async () => {
    const before = await slotsIn('news');
    await page.goto(`${desk.origin}/issue?at=slot:${before[0]}`);
    await page.locator('.lineup-row.at').waitFor();
    for (let moves = 0; moves < 3; moves++) await page.keyboard.press('Alt+ArrowDown');
    await expect.poll(() => slotsIn('news')).toEqual([...before.slice(1, 4), before[0], ...before.slice(4)]);
    for (let moves = 0; moves < 3; moves++) await page.keyboard.press('u');
    await expect.poll(() => slotsIn('news')).toEqual(before);
  });

  it('is put in another order by dragging, within what is alike', async () => {
    const before = await slotsIn('news');
    await page.goto(`${desk.origin}/issue?at=slot:${before[0]}`);
    await page.locator('.lineup-row.at').waitFor();
    const rows = page.locator('.lineup-section', { has: page.locator('.lineup-row.at') }).locator('.lineup-row');
    await rows.nth(2).dragTo(rows.nth(0), { targetPosition: { x: 60, y: 4 } });
    await expect.poll(() => slotsIn('news')).toEqual([before[2], before[0], before[1], ...before.slice(3)]);
    await rows.nth(0).dragTo(page.locator('.lineup-row').first());
    await rows.nth(0).dragTo(rows.nth(2), { targetPosition: { x: 60, y: 30 } });
    await expect.poll(() => slotsIn('news')).toEqual(before);
    await page.keyboard.press('u');
    await expect.poll(() => slotsIn('news')).toEqual([before[2], before[0], before[1], ...before.slice(3)]);
    await page.keyboard.press('u');
    await expect.poll(() => slotsIn('news')).toEqual(before);
  });

  it('loses no text of two who write at once', async () => {
    const [, , slot] = await slotsIn('news');
    const address = `${desk.origin}/issue?at=slot:${slot}`;
    await page.goto(address);
    await field('Title English').waitFor();
    await page.context().setOffline(true);
    await field('Title English').fill('Mine, while I was away');
    await field('Title English').blur();
    const other = await openPage(browser, address);
    await other.page.getByRole('textbox', { name: 'Title English', exact: true }).fill('Theirs');
    await other.page.keyboard.press('Control+Enter');
    await expect.poll(() => stored(`slot:${slot}`, 'title', 'en')).toBe('Theirs');
    await page.context().setOffline(false);
    const conflict = page.getByRole('group', { name: 'Two texts' });
    await conflict.getByText('Theirs', { exact: true }).waitFor();
    expect(await conflict.getByRole('textbox', { name: 'Yours' }).inputValue()).toBe('Mine, while I was away');
    await conflict.getByRole('textbox', { name: 'Yours' }).fill('Both together');
    await conflict.getByRole('button', { name: 'Take this' }).click();
    await expect.poll(() => stored(`slot:${slot}`, 'title', 'en')).toBe('Both together');
    const versions = await store.wordings.history({ issue: 1, owner: `slot:${slot}`, field: 'title', lang: 'en' });
    expect(versions.length).toBeGreaterThanOrEqual(3);
    await other.page.context().close();
  });

  it('holds a feature with parts, a take and a figure, and shows them as readers will see them', async () => {
    await page.getByRole('button', { name: '+ feature' }).first().click();
    await page.locator('.part').first().waitFor();
    await field('Title English').fill('Who owns what a model has read');
    await page.locator('.part').first().getByRole('textbox', { name: 'Text English' }).fill('A summary of the case.');
    await page
      .getByRole('textbox', { name: 'Whose take' })
      .or(page.getByPlaceholder('Whose take'))
      .first()
      .fill('mina');
    await page.getByRole('button', { name: '+ take' }).click();
    await page.getByRole('textbox', { name: 'Take English' }).fill('This will be settled.');
    await page.locator('input[type=file]').setInputFiles({ name: 'one.png', mimeType: 'image/png', buffer: PIXEL });
    await field('Alt text English').fill('One pixel');
    await field('Alt text English').blur();
    await page.getByRole('button', { name: 'Preview' }).click();
    const preview = page.frameLocator('iframe');
    await preview.getByText('Who owns what a model has read').first().waitFor();
    await preview.getByText('This will be settled.').waitFor();
    expect(await preview.locator('img[alt="One pixel"]').getAttribute('src')).toContain('data:image/png');
  });

  it('makes a story a feature by one key, with its reports as sources', async () => {
    await page.goto(`${desk.origin}/candidates`);
    await page.locator('.lineup-row, .row').first().waitFor();
    await page.keyboard.press('f');
    await page.waitForURL(/\/issue\?at=piece/);
    await page.locator('.links li a').first().waitFor();
    await page.getByText('Dossier', { exact: true }).click();
    await page.locator('.timeline li').first().waitFor();
    expect(await page.locator('.part').count()).toBeGreaterThanOrEqual(2);
  });

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in the %s theme', async (colorScheme) => {
    const [slot] = await slotsIn('news');
    const own = await openPage(browser, `${desk.origin}/issue?at=slot:${slot}`, { colorScheme });
    await own.page.locator('.marked').first().waitFor();
    expect(await axeFindings(own.page)).toEqual([]);
    for (const [pane, part] of [
      ['preview', 'iframe'],
      ['checks', '.finding'],
      ['copy', '.targets li'],
      ['history', '.history li'],
    ] as const) {
      await own.page.goto(`${desk.origin}/issue?at=issue&pane=${pane}`);
      await own.page.locator(part).first().waitFor();
      // The page in the frame is the mail itself, for mail readers' own rules.
      expect([pane, ...(await axeFindings(own.page))]).toEqual([pane]);
    }
    await own.page.context().close();
  });

  it('refuses what is no picture, in words', async () => {
    const response = await fetch(`${desk.origin}/api/figures?issue=1`, {
      method: 'POST',
      headers: { origin: desk.origin },
      body: '<svg onload=alert(1)>',
    });
    expect(response.status).toBe(400);
    expect(((await response.json()) as { error: string }).error).toMatch(/SVG/);
  });

  it('hands out the very file that the command writes', async () => {
    const files = ['--db', desk.db, '--feeds', desk.feeds];
    const written = await nightdesk('export', '--issue', '1', '--to', 'substack', '--lang', 'en', ...files);
    const query = 'number=1&to=substack&lang=en';
    expect(await (await fetch(`${desk.origin}/api/issue/file?${query}`)).text()).toBe(written);
    const copy = (await (await fetch(`${desk.origin}/api/issue/copy?${query}`)).json()) as { html: string };
    expect(copy.html).toBe(written);
  });

  it('lists what to look at, and jumps there', async () => {
    await page.getByRole('button', { name: 'Checks' }).click();
    const finding = page.locator('.finding', { hasText: 'unedited' }).first();
    await finding.click();
    await expect.poll(() => page.url()).toContain('at=slot');
    await page.locator('.pane textarea').first().waitFor();
  });

  it('is locked once it is sent, and corrected with a reason only', async () => {
    const at = Date.parse('2024-08-23T09:00:00Z');
    await store.editions.review(1, 'en', { editor: 'jun', at });
    await page.reload();
    await page.getByRole('button', { name: 'Sign' }).first().click();
    await page.getByRole('button', { name: 'Mark as sent' }).click();
    await page.getByRole('button', { name: 'It is sent' }).click();
    await page.getByText('sent', { exact: true }).waitFor();
    const [slot] = await slotsIn('news');
    await page.goto(`${desk.origin}/issue?number=1&at=slot:${slot}`);
    await field('Title English').fill('A corrected title');
    await field('Title English').blur();
    const english = page.locator('.text', { has: page.getByRole('textbox', { name: 'Title English' }) });
    await english.locator('.correction input').fill('the name was wrong');
    await english.getByRole('button', { name: 'Correct' }).click();
    await expect.poll(() => stored(`slot:${slot}`, 'title', 'en')).toBe('A corrected title');
    // It was written once, with its reason, and nothing without one was sent.
    const versions = await store.wordings.history({ issue: 1, owner: `slot:${slot}`, field: 'title', lang: 'en' });
    expect(versions.filter(({ value }) => value === 'A corrected title')).toHaveLength(1);
    expect(await page.locator('.queue .lost').count()).toBe(0);
    expect((await store.editions.of(1)).find(({ lang }) => lang === 'en')?.state).toBe('corrected');
    expect((await store.issues.open())?.number).toBe(2);
  });
});
