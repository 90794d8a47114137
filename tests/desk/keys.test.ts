import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import type { CandidateList, StoryPage } from '../../src/desk/wire/candidates.ts';
import type { IssueView } from '../../src/desk/wire/issue.ts';
import { hasBrowser } from '../browser/watched-page.ts';
import { type SampleDesk } from './desk.ts';
import { candidatesInBrowser } from './in-browser.ts';

/** The table that "?" shows: what a key does in words, and the keys. */
const TABLE = {
  'Next story': 'j ↓',
  'Previous story': 'k ↑',
  'Select on downwards': '⇧ J ⇧ ↓',
  'Select on upwards': '⇧ K ⇧ ↑',
  'Next section': ']',
  'Previous section': '[',
  'Open the story': 'Enter',
  Back: 'Esc',
  'Keep for the issue': 'p',
  'Hold for later': 'h',
  'Spike: set aside': 'x',
  Undo: 'u',
  'Vote for it': 'v',
  'Merge the selected, or into…': 'm',
  'Split off this report': 's',
  'Make it a feature': 'f',
  'Edit title and blurb': 'e',
  'Write a note': 'n',
  'Open the source': 'o',
  'Show what is new': 'r',
  'Move up': 'Alt ↑',
  'Move down': 'Alt ↓',
  'Save and go on': 'Ctrl Enter ⌘ Enter',
  Search: '/',
  'Add a link': 'a',
  Candidates: 'g c',
  Issue: 'g i',
  Features: 'g f',
  Sources: 'g s',
  Nights: 'g n',
  'Rival check': 'g r',
  'Show this table': '?',
};

/** Deciding, merging, splitting, undoing and composing are in triage.test.ts; order, features and composing in issue.test.ts. */
describe.skipIf(!hasBrowser)('the keys', () => {
  let desk: SampleDesk;
  let page: Page;
  candidatesInBrowser((at) => ({ desk, page } = at));

  const ask = async <Answer>(path: string): Promise<Answer> =>
    (await (await fetch(`${desk.origin}/api${path}`)).json()) as Answer;
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const focusedStory = async (): Promise<number> =>
    Number((await page.locator('.row.focus').getAttribute('id'))?.replace('story-', ''));
  const placeOf = async (): Promise<number> => Number(await page.locator('.row.focus').getAttribute('aria-posinset'));

  it('stand in one table, all of them', async () => {
    await press('?');
    const table = page.getByRole('dialog', { name: 'Keys' });
    await table.waitFor();
    const rows = await table.locator('dl > div').all();
    const shown = await Promise.all(
      rows.map(async (row) => {
        const keys = await row.locator('kbd').allTextContents();
        return [await row.locator('dd').textContent(), keys.join(' ')] as const;
      }),
    );
    expect(Object.fromEntries(shown)).toEqual(TABLE);
  });

  it('go to every screen', async () => {
    for (const [keys, path] of [
      ['g i', '/issue'],
      ['g f', '/features'],
      ['g s', '/sources'],
      ['g n', '/nights'],
      ['g r', '/insight?part=rivals'],
      ['a', '/add'],
      ['Escape g c', '/candidates'],
      ['/', '/search'],
    ] as const) {
      // The field of the screen that is left has the focus.
      await page.evaluate(`document.activeElement.blur()`);
      // All at once: the first key of two waits a moment only.
      await Promise.all(keys.split(' ').map((key) => press(key)));
      await page.waitForURL(desk.origin + path);
    }
    await page.getByRole('searchbox').waitFor();
    await expect.poll(() => page.evaluate('document.activeElement.type')).toBe('search');
  });

  it('move, select, open and go back', async () => {
    await press('j', 'ArrowDown', 'k');
    expect(await placeOf()).toBe(2);
    await press('ArrowUp', 'Shift+J', 'Shift+ArrowDown');
    await page.getByText('3 selected').waitFor();
    await press('Shift+K', 'Shift+ArrowUp');
    expect(await placeOf()).toBe(1);
    await press('Escape');
    expect(await page.locator('.row[aria-selected=true]').count()).toBe(1);
    await press(']');
    await page.locator('.tabs [aria-current]', { hasText: 'Papers' }).waitFor();
    await press('[', 'Enter');
    await page.waitForURL(/view=story/);
    await press('Escape');
    await page.waitForURL((url) => !url.search.includes('view'));
  });

  it('vote for a story and take the vote back', async () => {
    const story = await focusedStory();
    const voters = async (): Promise<readonly string[]> => (await ask<StoryPage>(`/stories/${story}`)).voters;
    await press('v');
    await expect.poll(voters).toEqual(['mina']);
    await page.getByText('Voted for by mina').waitFor();
    await press('v');
    await expect.poll(voters).toEqual([]);
  });

  it('open the source of what is read in a window of its own, which knows nothing of the desk', async () => {
    await page.locator('.reports').waitFor();
    const { lead } = await ask<StoryPage>(`/stories/${await focusedStory()}`);
    const opened = page.context().waitForEvent('page');
    await press('o');
    const source = await opened;
    await source.waitForURL(lead.url ?? '');
    expect(await source.evaluate('[window.opener, document.referrer]')).toEqual([null, '']);
  });

  it('begin a note, an edit, a merge and an added link, and lose no word that was begun', async () => {
    const story = await focusedStory();
    await press('n');
    await page.getByRole('textbox', { name: 'Write a note' }).fill('Ask the lab first');
    await press('Escape');
    await page.reload();
    await page.locator('.row.focus').waitFor();
    await page.getByRole('button', { name: 'Write a note' }).waitFor();
    await press('n');
    expect(await page.getByRole('textbox', { name: 'Write a note' }).inputValue()).toBe('Ask the lab first');
    await press('Meta+Enter');
    await expect.poll(async () => (await ask<StoryPage>(`/stories/${story}`)).notes.length).toBe(1);
    await press('p', 'k');
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    await press('e');
    await page
      .getByRole('group', { name: 'English' })
      .getByLabel('Title')
      .fill('Typed, and then left for another story');
    await page.locator('.row').nth(3).click();
    const titles = async () => (await ask<StoryPage>(`/stories/${story}`)).texts.map(({ value }) => value);
    await expect.poll(titles).toContain('Typed, and then left for another story');
    // The form goes on with the story that was gone to.
    await page.getByRole('group', { name: 'English' }).waitFor();
    await press('Escape', 'm');
    await page.getByRole('dialog', { name: 'Merge into' }).waitFor();
    await press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('work on the issue: move through it, order it, edit, open the source, take out and take back', async () => {
    const slots = async (): Promise<number[]> =>
      ((await ask<IssueView | null>('/issue'))?.slots ?? [])
        .filter(({ section }) => section === 'news')
        .map(({ id }) => id);
    const [first = 0, second = 0, ...rest] = await slots();
    await page.goto(`${desk.origin}/issue?at=slot:${first}`);
    const at = (): Promise<string | null> => page.evaluate(`new URLSearchParams(location.search).get('at')`);
    await page.locator('.lineup-row.at').waitFor();
    await press('j');
    await expect.poll(at).toBe(`slot:${second}`);
    await press('k');
    await expect.poll(at).toBe(`slot:${first}`);
    await press('Alt+ArrowDown');
    await expect.poll(slots).toEqual([second, first, ...rest]);
    await press('Alt+ArrowUp');
    await expect.poll(slots).toEqual([first, second, ...rest]);
    await press(']');
    await expect.poll(at).not.toBe(`slot:${first}`);
    await press('[');
    await expect.poll(at).toBe(`slot:${first}`);
    await press('x');
    await expect.poll(slots).toEqual([second, ...rest]);
    await press('u');
    await expect.poll(slots).toEqual([first, second, ...rest]);
    await page.goto(`${desk.origin}/issue?at=slot:${first}`);
    await page.locator('.pane textarea').first().waitFor();
    const opened = page.context().waitForEvent('page');
    await press('o');
    await (await opened).close();
    await press('e');
    await page.keyboard.type(' jkx');
    await press('Control+Enter');
    await expect
      .poll(async () =>
        (await ask<IssueView>('/issue')).texts.some(
          ({ value, owner }) => owner === `slot:${first}` && value.includes(' jkx'),
        ),
      )
      .toBe(true);
    expect(await slots()).toEqual([first, second, ...rest]);
  });

  it('do nothing while something is typed, chosen or held with another key', async () => {
    const decided = async (): Promise<number> => (await ask<CandidateList>('/candidates')).log.length;
    const story = await focusedStory();
    await page.locator('.story .about').waitFor();
    await press('n');
    await page.keyboard.type('jkphxuvmsfenoa/gi?[]r');
    await press('Escape');
    await page.locator('.list-head select').first().focus();
    await press('x', 'p');
    await page.evaluate(`document.activeElement.blur()`);
    await press('Control+x', 'Alt+x', 'Meta+h');
    await press('g', 'z', 'i');
    expect(await focusedStory()).toBe(story);
    expect(new URL(page.url()).pathname).toBe('/candidates');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await decided()).toBe(0);
  });
});
