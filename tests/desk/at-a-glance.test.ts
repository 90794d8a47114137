import type { Browser, Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { StoryPage } from '../../src/desk/wire/candidates.ts';
import { hasBrowser } from '../browser/watched-page.ts';
import { openPage, type SampleDesk } from './desk.ts';
import { candidatesInBrowser } from './in-browser.ts';

/** The box of each element: x, y, width, height. */
const boxesOf = (all: Locator) => all.evaluateAll((each) => each.map((one) => one.getBoundingClientRect().toJSON()));

describe.skipIf(!hasBrowser)('what an editor sees at a glance', () => {
  let desk: SampleDesk;
  let browser: Browser;
  let page: Page;
  candidatesInBrowser((at) => ({ desk, browser, page } = at));

  it('age and score of the rows stand in columns', async () => {
    const ends = async (what: string): Promise<number[]> =>
      (await boxesOf(page.locator(`.row ${what}`))).map(({ right }: DOMRect) => Math.round(right));
    expect(new Set(await ends('.score')).size).toBe(1);
    expect(new Set(await ends('.age')).size).toBe(1);
    expect(await page.locator('.row .score').first().innerText()).toMatch(/\d\.\d$/);
  });

  it('the texts of a feature stand side by side, and it is called by its report until it has a title', async () => {
    const first = Number(new URL(page.url()).searchParams.get('story') ?? (await focused(page)));
    const { lead, others } = (await (await fetch(`${desk.origin}/api/stories/${first}`)).json()) as StoryPage;
    const titles = [lead, ...others].map(({ title }) => title);
    await page.getByRole('button', { name: 'Make it a feature' }).click();
    const row = page.locator('.lineup-row.at .lineup-title');
    await row.waitFor();
    expect(titles).toContain(await row.textContent());
    const [english, korean] = await Promise.all(
      ['English', 'Korean'].map((lang) =>
        page
          .getByRole('textbox', { name: `Text ${lang}` })
          .first()
          .boundingBox(),
      ),
    );
    expect(english?.y).toBe(korean?.y);
    expect(english?.x).toBeLessThan(korean?.x ?? 0);
    await page.goto(`${desk.origin}/features`);
    expect(titles).toContain(await page.locator('.feature-card strong').textContent());
  });

  it('a mouse or a thumb does what keys do: votes, merges, moves a row', async () => {
    await page.getByRole('button', { name: 'Vote for it' }).click();
    await page.getByText('Voted for by mina').waitFor();
    await page.getByRole('button', { name: 'Merge the selected' }).click();
    await page.getByRole('dialog').getByText('goes into the story you choose').waitFor();
    await page.goto(`${desk.origin}/issue`);
    const second = page.locator('.lineup-section', { hasText: 'News12 of 12' }).locator('.lineup-row').nth(1);
    await second.click();
    const name = await second.locator('.lineup-title').textContent();
    await page.getByRole('button', { name: 'Move up' }).click();
    const first = page.locator('.lineup-section', { hasText: 'News12 of 12' }).locator('.lineup-row').nth(0);
    await expect.poll(() => first.locator('.lineup-title').textContent()).toBe(name);
  });

  it('says in words, in both languages, what changed in a story', async () => {
    await page.locator('.change-list').waitFor();
    expect(await page.locator('.change-list').innerText()).toContain('a new development');
    const korean = await openPage(browser, page.url(), { locale: 'ko-KR' });
    await korean.page.locator('.change-list').getByText('새로운 전개').waitFor();
    await korean.page.context().close();
  });

  it('the answers of a night stand a line each, whatever the outcome', async () => {
    await page.route('**/api/nights/2024-08-23', async (route) => {
      const answer = (await (await route.fetch()).json()) as { answers: { outcome: string }[] };
      for (const each of answer.answers) each.outcome = 'empty';
      await route.fulfill({ json: answer });
    });
    await page.goto(`${desk.origin}/nights`);
    await page.getByText('Empty').first().waitFor();
    const heights = (await boxesOf(page.locator('.answers tbody tr'))).map(({ height }: DOMRect) => height);
    expect(Math.max(...heights)).toBeLessThan(70);
  });

  it('prints the whole issue as readers will see it, and nothing of the desk around it', async () => {
    await page.goto(`${desk.origin}/issue?pane=preview`);
    const frame = page.locator('iframe.preview');
    await page.frameLocator('iframe.preview').locator('h1').waitFor();
    await page.emulateMedia({ media: 'print' });
    const inside = await page
      .frameLocator('iframe.preview')
      .locator('html')
      .evaluate((html) => html.scrollHeight);
    expect((await frame.boundingBox())?.height).toBeGreaterThanOrEqual(inside);
    for (const around of ['.top', '.side', '.issue-list', '.issue .tabs', '.choices'])
      expect(await page.locator(around).isVisible()).toBe(false);
  });
});

async function focused(page: Page): Promise<string> {
  return (await page.locator('.row.focus').getAttribute('id'))?.replace('story-', '') ?? '';
}
