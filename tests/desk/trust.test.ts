import Database from 'better-sqlite3';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { readVectors } from '../fixtures/xss/vectors.ts';
import { hasBrowser } from '../browser/watched-page.ts';
import { openPage, type SampleDesk } from './desk.ts';
import { deskInBrowser } from './in-browser.ts';

/** Counts what markup that runs would reach, and what the policy had to stop. */
const WATCH = `
  window.ran = [];
  for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = () => window.ran.push(name);
  addEventListener('securitypolicyviolation', (event) => window.ran.push('blocked ' + event.blockedURI));
`;

/** So many stories in a row hold every vector. */
const GROUPS = 12;

/** Puts every vector into titles, names, outlets, summaries and texts of the stored stories, and scripts into links. */
function poison(db: string): void {
  const vectors = readVectors().map(({ html }) => html);
  const client = new Database(db);
  const ids = client.prepare('select id from item order by id').pluck().all() as number[];
  const item = client.prepare(
    'update item set title = ?, authors = ?, outlet = ?, summary = ?, url = ?, image = ? where id = ?',
  );
  const article = client.prepare('update article set text = ?, facts = null where item_id = ?');
  client.transaction(() => {
    for (const [index, id] of ids.entries()) {
      const text = vectors.filter((_, place) => place % GROUPS === index % GROUPS).join('\n\n');
      item.run(
        text.slice(0, 900),
        JSON.stringify([text, '"><svg onload=alert(1)>']),
        text.slice(0, 200),
        text,
        'javascript:alert(1)',
        'javascript:alert(2)',
        id,
      );
      article.run(text, id);
    }
    client.prepare('update wording set value = ?').run(vectors.slice(40, 80).join(' '));
    client
      .prepare('update candidate set reasons = ?')
      .run(JSON.stringify([{ name: 'x', value: vectors.slice(0, 40).join(' '), weight: 1 }]));
  })();
  client.close();
}

/** Puts them into whatever people, nights and other newsletters write: notes, features, diagnoses, names of sources, past titles. */
function poisonTheRest({ db, feeds }: SampleDesk): void {
  const all = readVectors()
    .map(({ html }) => html)
    .join(' ');
  const part = (from: number): string => all.slice(from, from + 3000);
  const client = new Database(db);
  const stories = client.prepare('select story from candidate where rank < 6').pluck().all() as number[];
  client.transaction(() => {
    for (const [index, story] of stories.entries()) {
      const text = part(index * 3000);
      client
        .prepare(`insert into note (story, editor, at, text) values (?, ?, 1, ?)`)
        .run(story, text.slice(0, 80), text);
      client
        .prepare(
          `insert or replace into memory (story, issue, kind, date, title, url, why) values (?, 9, 'update', 1, ?, ?, ?)`,
        )
        .run(story, text, 'javascript:alert(3)', text);
    }
    client.prepare('update run set verdict = ?').run(part(0));
    client.prepare('update fetch set diagnosis = ?').run(part(3000));
    client.prepare('update change set before = ?, after = ?').run(part(6000), part(9000));
    client.prepare('update trail set note = ?').run(part(12_000));
    client.prepare('update piece set assignee = ?, sensitive = ?').run(part(500), part(900));
    client
      .prepare(`insert into setting (editor, at, action, about) values (?, 1, 'source-paused', ?)`)
      .run(part(100), part(200));
    client.prepare('update wording set value = ?, author = ?').run(part(15_000), part(300).slice(0, 90));
  })();
  client.close();
  const config = parseDocument(readFileSync(feeds, 'utf8'));
  const { sources } = config.toJS() as { sources: unknown[] };
  for (const index of sources.keys()) {
    config.setIn(['sources', index, 'title'], part(index * 700).slice(0, 300));
    config.setIn(['sources', index, 'outlet'], part(index * 900).slice(0, 200));
    if (index % 4 === 0) config.setIn(['sources', index, 'rival'], true);
  }
  writeFileSync(feeds, config.toString());
}

describe.skipIf(!hasBrowser)('the desk and what it shows', () => {
  let desk: SampleDesk;
  let browser: Browser;
  deskInBrowser({}, (...both) => ([desk, browser] = both));

  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  /** What axe finds against WCAG 2.2 A and AA, a line each. */
  const findings = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe);
    return page.evaluate<
      string[]
    >(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })
      .then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => id + ' ' + target + ' ' + failureSummary)))`);
  };

  it.each(['light', 'dark'] as const)('has nothing that axe finds, in the %s theme', async (colorScheme) => {
    const { page } = await openPage(browser, `${desk.origin}/candidates`, { colorScheme });
    await page.locator('.reports').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('x');
    await page.keyboard.press('Shift+J');
    await page.keyboard.press('n');
    await page.getByRole('textbox', { name: 'Write a note' }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await page.keyboard.press('m');
    await page.getByRole('dialog').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(`${desk.origin}/candidates?tab=papers`);
    await page.locator('.paper').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.goto(`${desk.origin}/add`);
    await page.getByLabel('Address').waitFor();
    expect(await findings(page)).toEqual([]);
    await page.context().close();
  });

  it('loads nothing from elsewhere', async () => {
    const { page } = await openPage(browser, 'about:blank');
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== desk.origin) elsewhere.push(request.url());
    });
    await page.goto(`${desk.origin}/candidates`);
    await page.getByText('Picture at').waitFor();
    for (let index = 0; index < 5; index++) await page.keyboard.press('j');
    await page.locator('.text p').first().waitFor();
    expect(elsewhere).toEqual([]);
    await page.context().close();
  });

  it('runs nothing that stands in titles, names, texts, reasons or links', async () => {
    await desk.restart(async () => poison(desk.db));
    const { page, troubles } = await openPage(browser, 'about:blank');
    await page.addInitScript(WATCH);
    for (const tab of ['news', 'papers', 'issue']) {
      await page.goto(`${desk.origin}/candidates?tab=${tab}`);
      await page.locator('.story .about').waitFor();
      for (let index = 0; index < GROUPS; index++) {
        await page.keyboard.press('j');
        await page.locator('.story .about').waitFor();
      }
      await page.keyboard.press('p');
    }
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('main a')].map(({ protocol }) => protocol)`,
    );
    expect(new Set(links)).toEqual(new Set(['http:']));
    expect(await page.evaluate('window.ran')).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('runs nothing that stands in notes, features, names of sources, diagnoses, search, pictures or the preview', async () => {
    await desk.restart(async () => poison(desk.db));
    const story = (await (await fetch(`${desk.origin}/api/candidates`)).json()) as { rows: { story: number }[] };
    const headers = { 'content-type': 'application/json', origin: desk.origin };
    const body = JSON.stringify({ story: story.rows[0]?.story ?? null, about: 'news' });
    const made = await fetch(`${desk.origin}/api/features`, { method: 'POST', headers, body });
    const { id: feature } = (await made.json()) as { id: number };
    await desk.restart(async () => poisonTheRest(desk));
    const { page, troubles } = await openPage(browser, 'about:blank');
    await page.addInitScript(WATCH);
    const shows: readonly [path: string, there: string][] = [
      [`candidates?story=${story.rows[0]?.story ?? 0}`, '.story .about'],
      [`issue?at=piece:${feature}`, '.pane textarea'],
      ['issue?pane=checks&at=issue', '.finding'],
      ['issue?pane=history&at=issue', '.history li'],
      ['features', '.feature-card'],
      ['sources', '.ledger tbody tr'],
      ['nights', '.answers tbody tr'],
      ['search?q=alert', '.hits li'],
      ['insight', '.pictures'],
      ['insight?part=rivals', 'main h2, main .empty, main p'],
      ['insight?part=history', '.deeds li'],
      ['issue?pane=preview&at=issue', 'iframe'],
    ];
    for (const [path, there] of shows) {
      await page.goto(`${desk.origin}/${path}`);
      await page.locator(there).first().waitFor();
      expect([path, await page.evaluate('window.ran')]).toEqual([path, []]);
      const links = await page.evaluate<string[]>(
        `[...document.querySelectorAll('main a')].map(({ protocol }) => protocol)`,
      );
      expect([path, links.filter((protocol) => !/^https?:$/.test(protocol))]).toEqual([path, []]);
    }
    // The mail in the frame: its own policy would tell of anything that tried to run.
    await page.frameLocator('iframe').locator('body').waitFor();
    expect(await page.frameLocator('iframe').locator('script, [onload], [onerror], [onclick]').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });
});
