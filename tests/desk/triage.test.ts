import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { nightdesk } from '../../scripts/nightdesk.ts';
import type { CandidateList, StoryPage } from '../../src/desk/wire/candidates.ts';
import type { IssueView } from '../../src/desk/wire/issue.ts';
import { hasBrowser } from '../browser/watched-page.ts';
import { openPage, type SampleDesk } from './desk.ts';
import { candidatesInBrowser } from './in-browser.ts';

describe.skipIf(!hasBrowser)('an editor at the desk', () => {
  let desk: SampleDesk;
  let browser: Browser;
  let page: Page;
  candidatesInBrowser((at) => ({ desk, browser, page } = at));

  const ask = async <Answer>(path: string): Promise<Answer> =>
    (await (await fetch(`${desk.origin}/api${path}`)).json()) as Answer;
  const candidates = (): Promise<CandidateList> => ask('/candidates');
  const decided = async (): Promise<string[]> =>
    (await candidates()).log.map(({ action, story }) => `${action} ${story}`);
  const inIssue = async (): Promise<number[]> =>
    (await candidates()).rows.filter(({ slot }) => slot !== null).map(({ story }) => story);
  const focusedStory = async (on = page): Promise<number> =>
    Number((await on.locator('.row.focus').getAttribute('id'))?.replace('story-', ''));
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  it('decides on twenty stories by keys only, each deed moving on, and takes all of them back', async () => {
    const before = await inIssue();
    const taken: string[] = [];
    for (let index = 0; index < 20; index++) {
      const [key, action] = (
        [
          ['p', 'keep'],
          ['x', 'spike'],
          ['h', 'hold'],
        ] as const
      )[index % 3] ?? ['p', 'keep'];
      taken.push(`${action} ${await focusedStory()}`);
      await press(key);
    }
    expect(new Set(taken.map((each) => each.split(' ')[1])).size).toBe(20);
    await expect.poll(decided).toEqual(taken);
    const issue = await inIssue();
    for (const each of taken) {
      const [action, story] = each.split(' ');
      expect(issue.includes(Number(story))).toBe(action === 'keep');
    }
    expect(await page.locator('.list-head .left').textContent()).toMatch(/left, about \d+ minutes?$/);
    await press(...Array.from({ length: 20 }, () => 'u'));
    await expect.poll(decided).toEqual([]);
    expect(await inIssue()).toEqual(before);
  });

  it('takes thirty decisions back, one by one, after the page and the desk were started again', async () => {
    const first = await focusedStory();
    const before = await inIssue();
    const keys = Array.from({ length: 30 }, (_, index) => 'xph'[index % 3] ?? 'x');
    // More than one list holds, so that some stories are decided twice.
    for (const key of keys.slice(0, 15)) await press(key);
    await page.goto(`${desk.origin}/candidates?tab=papers`);
    await page.locator('.row.focus').waitFor();
    for (const key of keys.slice(15)) await press(key);
    const log = async (): Promise<number> => (await candidates()).log.length;
    await expect.poll(log).toBe(30);
    await desk.restart();
    await page.reload();
    await page.locator('.row.focus').waitFor();
    await press(...keys.map(() => 'u'));
    await expect.poll(log).toBe(0);
    expect(await inIssue()).toEqual(before);
    expect(await focusedStory()).toBe(first);
    await press('u');
    await page.getByText('There is nothing to undo.').waitFor();
  });

  it('comes back to the story that the address names, wherever it stands by now', async () => {
    const first = await focusedStory();
    await press('x');
    await expect.poll(decided).toEqual([`spike ${first}`]);
    const second = await focusedStory();
    await page.goto(`${desk.origin}/candidates?story=${first}`);
    expect(await focusedStory()).toBe(first);
    await page.locator(`#story-${first} .choice.spike`).waitFor();
    await press('j');
    expect(await focusedStory()).toBe(second);
  });

  it('takes back in the history what changed the lineup, and the lineup with it', async () => {
    const lineup = async (): Promise<number[]> =>
      (await ask<IssueView>('/issue')).slots.filter(({ section }) => section === 'news').map(({ id }) => id);
    const before = await lineup();
    const stories = await inIssue();
    const story = await focusedStory();
    await press('x');
    await expect.poll(inIssue).toEqual(stories.filter((each) => each !== story));
    await page.goto(`${desk.origin}/issue?at=slot:${before[1]}`);
    await page.locator('.lineup-row.at').waitFor();
    await press('Alt+ArrowDown');
    await expect.poll(lineup).toEqual([before[2], before[1], ...before.slice(3)]);
    await page.goto(`${desk.origin}/insight?part=history`);
    for (const what of ['moved', 'spiked']) {
      const deed = page.locator('.deeds li', { hasText: what }).first();
      await deed.getByRole('button', { name: 'Take back' }).click();
      await expect.poll(() => deed.getByRole('button', { name: 'Take back' }).count()).toBe(0);
    }
    await expect.poll(lineup).toEqual(before);
    expect(await inIssue()).toEqual(stories);
  });

  it('merges selected stories, splits a report off, and takes both back', async () => {
    const first = await focusedStory();
    const reports = async (story: number): Promise<number[]> => {
      const { lead, others } = await ask<StoryPage>(`/stories/${story}`);
      return [lead, ...others].map(({ item }) => item).sort((a, b) => a - b);
    };
    const before = await reports(first);
    await press('Shift+J');
    const second = await focusedStory();
    const theirs = await reports(second);
    await press('m');
    await expect.poll(() => reports(first)).toEqual([...before, ...theirs].sort((a, b) => a - b));
    expect(await page.locator(`#story-${second}`).count()).toBe(0);
    await press('u');
    await expect.poll(() => reports(first)).toEqual(before);
    await page.locator(`#story-${second}`).waitFor();

    await page.goto(`${desk.origin}/candidates?story=${first}`);
    await page.locator('.reports a').nth(1).waitFor();
    const split = (await ask<StoryPage>(`/stories/${first}`)).lead.item;
    expect(split).not.toBe(first);
    await press('s');
    await expect.poll(() => reports(first)).toEqual(before.filter((item) => item !== split));
    await page.locator('.fresh').click();
    await page.locator(`#story-${split}`).waitFor();
    await press('u');
    await expect.poll(() => reports(first)).toEqual(before);
  });

  it('acts on no key while something is typed or Hangul is composed', async () => {
    const story = await focusedStory();
    await page.locator('.story .about').waitFor();
    await press('n');
    const note = page.getByRole('textbox', { name: 'Write a note' });
    const cdp = await page.context().newCDPSession(page);
    for (const text of ['ㅎ', '하', '한'])
      await cdp.send('Input.imeSetComposition', { text, selectionStart: 1, selectionEnd: 1 });
    await cdp.send('Input.insertText', { text: '한' });
    await page.keyboard.type('xph');
    await page.evaluate(`document.querySelector('.rows').dispatchEvent(
      new KeyboardEvent('keydown', { key: 'x', code: 'KeyX', isComposing: true, bubbles: true }))`);
    expect(await note.inputValue()).toBe('한xph');
    await press('Control+Enter');
    await page.getByText('한xph').waitFor();
    expect((await ask<StoryPage>(`/stories/${story}`)).notes.map(({ text }) => text)).toEqual(['한xph']);
    expect(await decided()).toEqual([]);
    expect(await focusedStory()).toBe(story);
  });

  it('agrees with a second browser', async () => {
    const other = await openPage(browser, `${desk.origin}/candidates`);
    await other.page.locator('.row.focus').waitFor();
    const story = await focusedStory();
    await press('p');
    await other.page.locator(`#story-${story} .choice.keep`).waitFor();
    await other.page.keyboard.press('j');
    const theirs = await focusedStory(other.page);
    await other.page.keyboard.press('x');
    await page.locator(`#story-${theirs} .choice.spike`).waitFor();
    expect(other.troubles).toEqual([]);
    await other.page.context().close();
  });

  it('keeps decisions while the desk is down, says so, and sends them when it is back', async () => {
    const stories: number[] = [];
    const spike = async (): Promise<void> => {
      stories.push(await focusedStory());
      await press('x');
    };
    await spike();
    await expect.poll(decided).toHaveLength(1);
    await desk.restart(async () => {
      for (let index = 0; index < 8; index++) await spike();
      await page.getByText('Your 8 decisions are kept here').waitFor();
    });
    await expect.poll(decided).toEqual(stories.map((story) => `spike ${story}`));
    await expect.poll(() => page.locator('.queue .line').count()).toBe(0);
  });

  it('sends what an editor decided offline even when the page was closed before', async () => {
    await page.context().setOffline(true);
    const [first, second] = [
      await focusedStory(),
      Number((await page.locator('.row').nth(1).getAttribute('id'))?.slice(6)),
    ];
    // The second thought on the first story comes last, and counts.
    await press('h', 'x', 'k', 'k', 'p');
    await page.getByText('Your 3 decisions are kept here').waitFor();
    await page.close();
    await page.context().setOffline(false);
    page = await page.context().newPage();
    await page.goto(`${desk.origin}/candidates`);
    await expect.poll(decided).toEqual([`hold ${first}`, `spike ${second}`, `keep ${first}`]);
    await page.reload();
    await page.locator('.row.focus').waitFor();
    expect(await decided()).toHaveLength(3);
    expect(await inIssue()).toContain(first);
  });

  it('sends nothing to a database that was put in the place of its own, until the editor says so', async () => {
    await page.context().setOffline(true);
    const story = await focusedStory();
    await press('x');
    await page.locator('.queue .line').waitFor();
    const backup = `${desk.db}.backup`;
    await nightdesk('backup', backup, '--db', desk.db);
    await desk.restart(async () => void (await nightdesk('restore', backup, '--db', desk.db)));
    // The queue may reach the new database before anything else has told of it.
    await page.route('**/api/events', (route) => route.abort());
    await page.context().setOffline(false);
    const line = page.locator('.queue .lost');
    await line.getByText('It was done before a backup was put back, and waited here.').waitFor();
    expect(await decided()).toEqual([]);
    await line.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(decided).toEqual([`spike ${story}`]);
  });

  it('shows what the desk did not accept, and lets go of it when told', async () => {
    const story = await focusedStory();
    await page.route('**/api/decisions', (route) =>
      route.fulfill({ status: 409, json: { error: 'This story is no more.' } }),
    );
    await press('p');
    const line = page.locator('.queue .lost');
    await line.getByText('This story is no more.').waitFor();
    expect(await page.locator(`#story-${story} .choice`).count()).toBe(0);
    await line.getByRole('button', { name: 'Let go' }).click();
    await expect.poll(() => line.count()).toBe(0);
  });

  it('lets new stories wait until they are asked for', async () => {
    const first = await focusedStory();
    await press('x', 'x');
    await expect.poll(async () => (await decided()).length).toBe(2);
    await page.goto(`${desk.origin}/candidates?tab=spiked`);
    await page.locator(`#story-${first}`).waitFor();
    const other = await openPage(browser, `${desk.origin}/candidates`);
    await other.page.locator('.row.focus').waitFor();
    await other.page.keyboard.press('x');
    await page.getByText('1 new since you opened').waitFor();
    expect(await page.locator('.row').count()).toBe(2);
    await press('r');
    await expect.poll(() => page.locator('.row').count()).toBe(3);
    await other.page.context().close();
  });

  it('reads an address that the feeds missed into the open issue, or says why not', async () => {
    await page.goto(`${desk.origin}/add?url=${encodeURIComponent('http://nobody.invalid/article')}`);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByText('Not added.').waitFor();
    const { lead } = await ask<StoryPage>(`/stories/${(await candidates()).rows.at(0)?.story ?? 0}`);
    await page.getByLabel('Address').fill(lead.url ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('stands in issue #1').waitFor();
    expect(await page.getByRole('link', { name: 'Open the story' }).count()).toBe(1);
  });

  it('edits title and blurb in both languages', async () => {
    const story = await focusedStory();
    await press('p', 'k');
    await expect.poll(decided).toEqual([`keep ${story}`]);
    await page.getByRole('button', { name: 'Edit', exact: true }).waitFor();
    await press('e');
    await page.getByRole('group', { name: 'Korean' }).getByLabel('Title').fill('작가들의 소송');
    await press('Control+Enter');
    await expect
      .poll(
        async () =>
          (await ask<StoryPage>(`/stories/${story}`)).texts.find(
            ({ lang, field }) => lang === 'ko' && field === 'title',
          )?.value,
      )
      .toBe('작가들의 소송');
    await page.locator('.our-text').getByText('작가들의 소송').waitFor();
  });

  it('is usable on a phone: the list, then the story as a page, with the deeds at the bottom or by a wipe', async () => {
    const phone = await openPage(browser, `${desk.origin}/candidates`, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    const shown = async (): Promise<number> => Number(new URL(phone.page.url()).searchParams.get('story'));
    await phone.page.locator('.row').nth(8).waitFor();
    const order = await phone.page.locator('.row').evaluateAll((rows) => rows.map(({ id }) => Number(id.slice(6))));
    await phone.page.locator('.row').nth(1).tap();
    await phone.page.locator('.story .reports, .story .about').first().waitFor();
    expect(await phone.page.evaluate('document.documentElement.scrollWidth')).toBe(390);
    const bar = phone.page.getByRole('toolbar', { name: 'Decide' });
    const box = await bar.boundingBox();
    expect([box?.x, box?.width, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([0, 390, 844]);
    for (const button of await bar.getByRole('button').all()) {
      const { width = 0, height = 0, x = 0 } = (await button.boundingBox()) ?? {};
      expect([width >= 44, height >= 44, x >= 0 && x + width <= 390]).toEqual([true, true, true]);
    }
    await bar.getByRole('button', { name: 'Keep' }).tap();
    await expect.poll(decided).toEqual([`keep ${order[1]}`]);
    await expect.poll(shown).toBe(order[2]);
    await bar.getByRole('button', { name: 'Hold' }).tap();
    await bar.getByRole('button', { name: 'Spike' }).tap();
    await expect.poll(decided).toEqual([`keep ${order[1]}`, `hold ${order[2]}`, `spike ${order[3]}`]);
    await bar.getByRole('button', { name: 'Next' }).tap();
    await expect.poll(shown).toBe(order[5]);
    const touch = await phone.page.context().newCDPSession(phone.page);
    const wipe = async (way: readonly [number, number][]): Promise<void> => {
      const [[x, y] = [0, 0]] = way;
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
      for (const [nextX, nextY] of way.slice(1))
        await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: nextX, y: nextY }] });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await wipe([
      [320, 400],
      [200, 405],
      [90, 410],
    ]);
    await expect.poll(shown).toBe(order[6]);
    await wipe([
      [60, 400],
      [200, 405],
      [300, 410],
    ]);
    await expect.poll(shown).toBe(order[5]);
    await wipe([
      [200, 600],
      [180, 400],
      [100, 300],
    ]);
    expect(await shown()).toBe(order[5]);
    expect(await decided()).toHaveLength(3);
    await bar.getByRole('button', { name: 'Undo' }).tap();
    await expect.poll(decided).toHaveLength(2);
    await phone.page.getByRole('button', { name: 'Back to the list' }).tap();
    await phone.page.locator('.rows').waitFor();
    expect(phone.troubles).toEqual([]);
    await phone.page.context().close();
  });
});
