import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/desk/access/passwords.ts';
import { openStore } from '../../src/store/store.ts';
import { hasBrowser } from '../browser/watched-page.ts';
import { axeFindings } from './axe.ts';
import { openPage, type SampleDesk } from './desk.ts';
import { deskInBrowser } from './in-browser.ts';

const PASSWORD = 'correct horse battery';

/** What stands over the screens or shows in bad moments only; the screens themselves are looked at in their own tests. */
describe.skipIf(!hasBrowser)('axe finds nothing', () => {
  let desk: SampleDesk;
  let browser: Browser;
  deskInBrowser({}, (...both) => ([desk, browser] = both));

  const themes = ['light', 'dark'] as const;
  /** What axe finds on a page that `look` has brought to its state, and what went wrong in it. */
  const found = async (
    path: string,
    colorScheme: 'light' | 'dark',
    look: (page: Page) => Promise<void>,
  ): Promise<string[]> => {
    const { page, troubles } = await openPage(browser, `${desk.origin}/${path}`, { colorScheme });
    await look(page);
    const findings = await axeFindings(page);
    await page.context().close();
    return [...findings, ...troubles];
  };

  it.each(themes)('in the form for a new source: %s', async (theme) => {
    const findings = await found('sources', theme, async (page) => {
      await page.getByRole('button', { name: 'Add a source' }).click();
      await page.getByLabel('Address of a feed').fill('http://127.0.0.1:9/feed');
      await page.getByRole('button', { name: 'Look' }).click();
      await page.getByRole('dialog').locator('.trouble').filter({ hasText: /\w/ }).waitFor();
    });
    expect(findings).toEqual([]);
  });

  it.each(themes)('in a feature with its dossier, and on the board: %s', async (theme) => {
    const findings = await found('candidates', theme, async (page) => {
      await page.locator('.row.focus').waitFor();
      await page.keyboard.press('f');
      await page.waitForURL(/\/issue\?at=piece/);
      await page.getByText('Dossier', { exact: true }).click();
      await page.locator('.timeline li').first().waitFor();
    });
    expect(findings).toEqual([]);
    const onBoard = await found('features', theme, (page) => page.locator('.feature-card').first().waitFor());
    expect(onBoard).toEqual([]);
  });

  it.each(themes)('in what waits, what was refused, and two texts side by side: %s', async (theme) => {
    const store = openStore(desk.db);
    const slot = (await store.issues.lineup(1))[0];
    const key = { issue: 1, owner: `slot:${slot?.id ?? 0}`, field: 'title', lang: 'en' } as const;
    const standing = (await store.wordings.inForce(1)).find(
      ({ owner, field, lang }) => owner === key.owner && field === key.field && lang === key.lang,
    );
    const findings = await found(`issue?at=${key.owner}`, theme, async (page) => {
      const title = page.getByRole('textbox', { name: 'Title English', exact: true });
      await title.waitFor();
      await page.context().setOffline(true);
      await title.fill(`Mine in the ${theme}`);
      await title.blur();
      await page.locator('.queue .line').waitFor();
      expect(await axeFindings(page)).toEqual([]);
      const theirs = { value: `Theirs in the ${theme}`, madeOn: standing?.id ?? null, author: 'jun', at: 1 };
      await store.wordings.set({ ...key, ...theirs });
      await page.context().setOffline(false);
      await page.getByRole('group', { name: 'Two texts' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      // On another screen a line leads back to both.
      await page.keyboard.press('Escape');
      await page.locator('nav.side').getByRole('link', { name: 'Candidates' }).click();
      await page.getByText(`to “Theirs in the ${theme}”`).waitFor();
      expect(await page.getByRole('link', { name: 'See both' }).getAttribute('href')).toContain(
        new URLSearchParams({ at: key.owner }).toString(),
      );
      await page.route('**/api/decisions', (route) => route.fulfill({ status: 409, json: { error: 'It is gone.' } }));
      await page.locator('.row.focus').waitFor();
      await page.keyboard.press('x');
      await page.locator('.queue .lost', { hasText: 'It is gone.' }).waitFor();
    });
    expect(findings).toEqual([]);
    store.close();
  });

  it.each(themes)('in the login: %s', async (theme) => {
    const store = openStore(desk.db);
    await store.editors.put('maria', await hashPassword(PASSWORD), 0);
    store.close();
    const findings = await found('candidates', theme, async (page) => {
      await page.getByLabel('Name').fill('maria');
      await page.getByLabel('Password').fill('not the password');
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByText('Name or password is wrong.').waitFor();
    });
    expect(findings).toEqual([]);
  });
});
