import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword } from '../../src/desk/access/passwords.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { hasBrowser, launchBrowser } from '../browser/watched-page.ts';
import { openPage, openSampleDesk, type SampleDesk } from './desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
});
afterAll(async () => {
  await desk.close();
});

const PASSWORD = 'correct horse battery';

/** Works on the desk's database from outside, as a command does. */
async function onStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = openStore(desk.db);
  try {
    return await work(store);
  } finally {
    store.close();
  }
}

describe('the API', () => {
  const post = (path: string, body: unknown): Promise<Response> =>
    fetch(`${desk.origin}/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: desk.origin },
      body: JSON.stringify(body),
    });

  it('keeps notes and votes once, and takes them back from the history', async () => {
    const note = { id: 'deed-note-1', at: 1, story: 1, text: 'Ask the lab first.' };
    for (let times = 0; times < 2; times++) expect((await post('/notes', note)).status).toBe(200);
    await post('/votes', { id: 'deed-vote-1', at: 2, story: 1, value: 1 });
    const list = async () =>
      (await (await fetch(`${desk.origin}/api/history`)).json()) as {
        deeds: { kind: 'note'; id: number; what: string }[];
      };
    expect((await list()).deeds.map(({ what }) => what)).toEqual(['for', 'note']);
    for (const { kind, id } of (await list()).deeds)
      expect((await post('/history/undo', { kind, id })).status).toBe(200);
    const [notes, votes] = await onStore(async (store) => [await store.notes.of([1]), await store.votes.of([1])]);
    expect([notes, votes]).toEqual([[], []]);
    const again = (await list()).deeds.find(({ what }) => what === 'note');
    expect((await post('/history/undo', { kind: 'note', id: again?.id ?? 0 })).status).toBe(409);
  });

  it('changes nothing for another site', async () => {
    const body = JSON.stringify({ id: 'x', at: 1, story: 1, text: 'hello' });
    const response = await fetch(`${desk.origin}/api/notes`, {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body,
    });
    expect(response.status).toBe(403);
  });
});

describe.skipIf(!hasBrowser)('several people in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
    const hash = await hashPassword(PASSWORD);
    await onStore(async ({ editors }) => {
      await editors.put('maria', hash, 0);
      await editors.put('준', hash, 0);
    });
  });
  afterAll(() => browser.close());
  const open: Page[] = [];
  afterEach(async () => {
    for (const page of open.splice(0)) await page.context().close();
  });

  const visit = async (address: string): Promise<Page> => {
    const { page } = await openPage(browser, address);
    open.push(page);
    return page;
  };
  const logIn = async (page: Page, name: string, password = PASSWORD): Promise<void> => {
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
  };

  it('are asked for a login, and told when it is wrong', async () => {
    const page = await visit(`${desk.origin}/nights`);
    await logIn(page, 'maria', 'not the password');
    await page.getByText('Name or password is wrong.').waitFor();
    await logIn(page, 'maria');
    await page.getByRole('banner').getByText('maria').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.getByRole('button', { name: 'Log out' }).click();
    await page.getByRole('heading', { name: 'Log in to the desk' }).waitFor();
  });

  it('see within a second that another editor is there', async () => {
    const [one, two] = [
      await visit(`${desk.origin}/candidates?story=7`),
      await visit(`${desk.origin}/candidates?story=7`),
    ];
    await logIn(one, 'maria');
    await logIn(two, '준');
    await one.getByText('Also here: 준').waitFor();
    await two.getByText('Also here: maria').waitFor();
    await two.context().close();
    await one.getByText('Also here: 준').waitFor({ state: 'detached' });
    expect(await one.getByRole('banner').getByText('maria').count()).toBe(1);
  });

  it('say which story and which text they have open, by themselves and in the list, until they are gone', async () => {
    const [one, two] = [await visit(`${desk.origin}/candidates`), await visit(`${desk.origin}/candidates`)];
    await logIn(one, 'maria');
    await logIn(two, '준');
    // Both stand on the first story, which no address names.
    await one.getByText('준 is on this story').waitFor();
    await two.getByText('maria is on this story').waitFor();
    await one.locator('.row.focus .here-marks', { hasText: '준' }).waitFor();
    await two.keyboard.press('j');
    await one.getByText('준 is on this story').waitFor({ state: 'detached' });
    await one.locator('.row').nth(1).locator('.here-marks', { hasText: '준' }).waitFor();
    // It is a word, no lock.
    await one.keyboard.press('j');
    await one.getByText('준 is on this story').waitFor();
    await one.keyboard.press('x');
    await two.locator('.row').nth(1).locator('.choice.spike').waitFor();
    for (const page of [one, two]) await page.goto(`${desk.origin}/issue?at=issue`);
    await expect.poll(() => one.locator('.here').textContent()).toBe('준 is on this text');
  });

  it('are gone from a story when their browser says nothing any more', async () => {
    const page = await visit(`${desk.origin}/candidates`);
    await logIn(page, 'maria');
    await page.locator('.row.focus').waitFor();
    const story = Number((await page.locator('.row.focus').getAttribute('id'))?.replace('story-', ''));
    const { now } = (await page.evaluate(`fetch('/api/frame').then((response) => response.json())`)) as { now: number };
    const said = { desk: 'a window that died', editor: '준', place: `story ${story}`, seenAt: now };
    await onStore((store) => store.presences.say(said));
    const here = page.locator('.story .here');
    await expect.poll(() => here.textContent()).toBe('준 is on this story');
    // Said a minute ago; it holds for 75 seconds.
    await onStore((store) => store.presences.say({ ...said, seenAt: now - 60_000 }));
    await expect.poll(() => here.textContent()).toBe('');
  });
});
