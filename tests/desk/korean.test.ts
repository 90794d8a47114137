import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CandidateList, StoryPage } from '../../src/desk/wire/candidates.ts';
import type { InsightPage } from '../../src/desk/wire/insight.ts';
import type { FindingView, IssueView } from '../../src/desk/wire/issue.ts';
import type { NightList, NightPage } from '../../src/desk/wire/nights.ts';
import type { SourceList } from '../../src/desk/wire/sources.ts';
import type { Words } from '../../src/desk/wire/words.ts';
import { hasBrowser, launchBrowser } from '../browser/watched-page.ts';
import { CHANGED_FIELDS } from '../../src/store/schema.ts';
import { openPage, openSampleDesk, type SampleDesk } from './desk.ts';
import { Foreign, textsOf } from './read-texts.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk({ withWeb: true });
});
afterAll(() => desk.close());

async function get<T>(path: string): Promise<T> {
  return (await fetch(`${desk.origin}/api${path}`)).json() as Promise<T>;
}

/** Sentences that the desk shows in English to those who read Korean. */
function english(all: readonly (Words | null)[]): string[] {
  return [
    ...new Set(all.flatMap((words) => (words === null || words.en === '' || words.ko !== words.en ? [] : words.en))),
  ];
}

describe('what the desk says of two nights, in Korean', () => {
  it('why stories rank where they do, why they stand below the line and where they ran before', async () => {
    const { rows } = await get<CandidateList>('/candidates');
    const pages = await Promise.all(rows.map(({ story }) => get<StoryPage>(`/stories/${story}`)));
    const reasons = pages.flatMap((page) => page.reasons.map(({ value }) => value));
    expect(reasons.length).toBeGreaterThan(200);
    // A paper's fields are arXiv's own names.
    expect(english(reasons).filter((value) => !/^[a-z-]+(?:\.[A-Z]+)?(?:, |$)/.test(value))).toEqual([]);
    expect(english(pages.flatMap(({ below, before }) => [below, ...before.map(({ why }) => why)]))).toEqual([]);
  });

  it('how the nights went, what each source did, and what is to be looked at in the issue', async () => {
    const { nights } = await get<NightList>('/nights');
    const pages = await Promise.all(nights.map(({ night }) => get<NightPage>(`/nights/${night}`)));
    const { sources } = await get<SourceList>('/sources');
    const findings = await Promise.all(
      ['en', 'ko'].map((lang) => get<FindingView[]>(`/issue/preflight?number=1&lang=${lang}`)),
    );
    const answers = pages.flatMap((page) => page.answers.map(({ diagnosis }) => diagnosis));
    expect(english([...nights.map(({ verdict }) => verdict), ...answers])).toEqual([]);
    expect(english(sources.map(({ diagnosis }) => diagnosis))).toEqual([]);
    expect(english(findings.flat().map(({ message }) => message))).toEqual([]);
  });

  it('why it refuses', async () => {
    const body = JSON.stringify({ trail: 99_999 });
    const response = await ask('POST', '/issue/undo', body);
    expect(await response.json()).toMatchObject({ error: 'It is not there any more.', ko: '더는 없습니다.' });
  });
});

/** Every address of the API, as its files name them. What streams, and what would begin a night, is left out. */
const ROUTES = readdirSync('src/desk/api')
  .flatMap((file) => [...readFileSync(join('src/desk/api', file), 'utf8').matchAll(/\.(get|post)\('(\/[^']+)'/g)])
  .map(([, method = '', path = '']) => ({ method: method.toUpperCase(), path }))
  .filter(({ path }) => path !== '/events' && path !== '/nights/run');

/** Asks as the desk's own pages do. */
function ask(method: string, path: string, body?: string): Promise<Response> {
  const headers = { 'content-type': 'application/json', origin: desk.origin };
  return fetch(`${desk.origin}/api${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
}

const NONSENSE = '?number=x&lang=xx&to=x&owner=x&piece=x&after=x&from=x&before=x&issue=x';
const UNKNOWN = '?number=999&lang=ko&to=html&owner=slot:9&piece=999&field=x&links=no&issue=1&parent=999';
/** Names things that are not there: what a POST of each kind is refused for. */
const DEED = { id: 'a-deed-of-nobody', at: 0 };
const DEEDS: readonly [path: string, body: object][] = [
  ['/decisions', { ...DEED, action: 'keep', story: 99_999 }],
  ['/decisions', { ...DEED, action: 'merge', story: 99_999, target: 1 }],
  ['/decisions', { ...DEED, action: 'split', story: 1, item: 99_999 }],
  ['/decisions', { ...DEED, action: 'split', story: 1, item: 1 }],
  ['/decisions', { ...DEED, action: 'undo', undoes: 'nothing' }],
  ['/issue/text', { issue: 999, owner: 'slot:9', field: 'title', lang: 'ko', value: 'x', madeOn: null }],
  ['/issue/move', { slot: 99_999, section: 'news', place: 0 }],
  ['/issue/sign', { owner: 'slot:99999', lang: 'ko' }],
  ['/issue/edition', { issue: 1, lang: 'ko', action: 'sign' }],
  ['/features', { story: 99_999, about: 'papers' }],
  ['/history/undo', { kind: 'decision', id: 99_999 }],
  ['/notes/undo', { ...DEED, note: 99_999 }],
  ['/sources/change', { source: 'nobody', weight: 1 }],
  ['/sources/change', { source: 'harborledger', move: true }],
  ['/login', { name: 'nobody', password: 'nothing' }],
];

describe('what the desk refuses', () => {
  it('is told in Korean by every address of the API: for nonsense, for what is not there, for nothing at all', async () => {
    expect(ROUTES.length).toBeGreaterThan(35);
    const asked = ROUTES.flatMap(({ method, path }) => {
      const [nonsense, unknown] = ['x', '99999'].map((id) => path.replace(/:\w+/, id));
      return method === 'GET'
        ? [ask('GET', `${nonsense}${NONSENSE}`), ask('GET', `${unknown}${UNKNOWN}`)]
        : [ask('POST', `${path}${NONSENSE}`, '{"a"'), ask('POST', `${path}${UNKNOWN}`, '{"url":"ftp://a"}')];
    });
    const deeds = DEEDS.map(([path, body]) => ask('POST', path, JSON.stringify(body)));
    const answers = await Promise.all([...asked, ...deeds, ask('GET', '/nothing')]);
    const refused = answers.filter(({ status }) => status >= 400);
    expect(refused.length).toBeGreaterThan(60);
    const told = await Promise.all(
      refused.map(async (answer) => ({ ...((await answer.json()) as object), url: answer.url })),
    );
    expect(told.filter((body) => !('ko' in body && typeof body.ko === 'string' && /[가-힣]/.test(body.ko)))).toEqual(
      [],
    );
  });

  it('is said through the one file that says it in both languages', () => {
    const files = readdirSync('src/desk', { recursive: true, encoding: 'utf8' });
    const others = files.filter((file) => file.endsWith('.ts') && !/^client|^refusal\.ts$/.test(file));
    const own = others.filter((file) =>
      /new HTTPException|\berror: ['"`]/.test(readFileSync(join('src/desk', file), 'utf8')),
    );
    expect(own).toEqual([]);
  });

  it('holds for whatever is said: only other people’s words are put through as they are', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    const ours = files.flatMap((file) => {
      const text = readFileSync(join('src', file), 'utf8');
      return [...text.matchAll(/verbatim\(['"`][^'"`]*[a-z]{2,} [a-z]{2,}|\bas Sentence\b/g)].map(
        ([all]) => `${file}: ${all}`,
      );
    });
    expect(ours).toEqual(['text/said.ts: as Sentence']);
  });
});

describe.skipIf(!hasBrowser)('the desk in a Korean browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it('shows the reasons of a story and the verdict of a night in Korean, and in English when asked', async () => {
    const { page, troubles } = await openPage(browser, `${desk.origin}/candidates`, { locale: 'ko-KR' });
    await page.locator('.reasons li').first().waitFor();
    for (const reason of await page.locator('.reasons li').allTextContents()) expect(reason).toMatch(/[가-힣]/);
    await page.goto(`${desk.origin}/nights`);
    await page.locator('.verdict', { hasText: /소스 \d+개 중/ }).waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.locator('.verdict', { hasText: 'sources fine' }).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('shows no English sentence of its own on any screen', async () => {
    const { story, item } = changeEverything(desk.db);
    const view = await get<IssueView>('/issue');
    const ofTemplate = view.sections.flatMap(({ fixed, heading }) => [
      ...Object.values(fixed),
      ...Object.values(heading),
    ]);
    const foreign = new Foreign(desk.db, [
      ...ofTemplate,
      ...Object.values(view.printedTitle),
      ...(await get<InsightPage>('/insight')).labs.map(({ name }) => name),
      'mina',
      'https://',
    ]);
    const english = new Set<string>();
    const { page, troubles } = await openPage(browser, `${desk.origin}/candidates`, { locale: 'ko-KR' });
    const look = async (where: string): Promise<void> => {
      for (const text of await textsOf(page)) {
        const found = foreign.englishIn(text);
        if (found !== null) english.add(`${where}: ${found}`);
      }
    };
    const visit = async (path: string, act?: (page: Page) => Promise<void>): Promise<void> => {
      await page.goto(`${desk.origin}/${path}`);
      await page.locator('main :is(h2, .empty, .row, li, form, table)').first().waitFor();
      await page.waitForLoadState('networkidle');
      await act?.(page);
      await look(path);
    };
    const { rows } = await get<CandidateList>('/candidates');
    const told = [story, ...rows.filter(({ rank }) => (rank ?? 0) % 12 === 1).map((row) => row.story)];
    for (const each of told) await visit(`candidates?story=${each}`);
    for (const tab of ['papers', 'held', 'issue']) await visit(`candidates?tab=${tab}`);
    await visit('candidates', () => page.keyboard.press('?'));
    await visit(`candidates?story=${story}`, async () => {
      await page.locator('.row.focus').waitFor();
      await page.keyboard.press('f');
      await page.waitForURL(/at=piece/);
      await page.locator('.dossier summary').click();
      await page.locator('.timeline li').nth(CHANGED_FIELDS.length).waitFor();
    });
    await visit('candidates', async () => {
      await page.locator('.row.focus').waitFor();
      for (const key of ['p', 'h', 'x', 'u', 'v', 'm']) await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
    });
    await visit('features');
    await ask('POST', '/issue/text', textOf(view, item));
    for (const { owner, sensitive } of view.slots.slice(0, 8)) {
      if (sensitive !== null || owner === view.slots[0]?.owner) await visit(`issue?at=${owner}`);
    }
    for (const { key } of view.sections) await visit(`issue?at=section:${key}`);
    for (const pane of ['preview', 'checks', 'copy', 'history']) await visit(`issue?at=issue&pane=${pane}&lang=ko`);
    await visit('issue?at=issue&pane=checks&lang=en', async () => {
      await page.getByRole('button', { name: '링크 확인' }).click();
      await page.getByRole('button', { name: '링크 확인', exact: true }).and(page.locator(':enabled')).waitFor();
    });
    const { sources } = await get<SourceList>('/sources');
    for (const { id, health } of sources)
      if (health !== 'fine' || id === 'harborledger') await visit(`sources?source=${id}`);
    await visit('sources?source=kestrelreport', async () => {
      await page.getByRole('button', { name: '지금 확인' }).click();
      await page.locator('.probe, .trouble:not(:empty)').first().waitFor();
    });
    await visit('sources', async () => {
      await page.getByRole('button', { name: '소스 추가' }).click();
      await page.locator('#source-url').fill('http://127.0.0.1:9/feed');
      await page.getByRole('button', { name: '살펴보기' }).click();
      await page.getByRole('dialog').locator('.trouble:not(:empty)').first().waitFor();
    });
    const { nights } = await get<NightList>('/nights');
    for (const { night } of nights) await visit(`nights?night=${night}`);
    for (const part of ['pictures', 'rivals', 'history']) await visit(`insight?part=${part}`);
    await visit('search?q=AI');
    await visit('add?url=http%3A%2F%2F127.0.0.1%3A9%2Fx', async () => {
      await page.locator('form.add button').click();
      await page.locator('form.add .lost').waitFor();
    });
    expect([...english]).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  }, 300_000);
});

/** Gives a story of the issue one change of every kind. */
function changeEverything(file: string): { story: number; item: number } {
  const db = new Database(file);
  const slot = db.prepare<[], { story: number; item: number }>(
    'select slot.story as story, item.id as item from slot join item on item.story = slot.story order by slot.id limit 1',
  );
  const { story = 0, item = 0 } = slot.get() ?? {};
  const add = db.prepare(
    'insert into change (item_id, source_id, at, field, before, after) values (?, null, ?, ?, ?, ?)',
  );
  for (const [index, field] of CHANGED_FIELDS.entries())
    add.run(item, Date.parse('2024-08-23T06:00:00+09:00') + index, field, field === 'version' ? null : '10', '20');
  db.close();
  return { story, item };
}

/** An editor's text in place of the night's. */
function textOf(view: IssueView, item: number): string {
  const slot = view.slots.find((each) => each.item === item) ?? view.slots[0];
  const text = view.texts.find(({ owner, field }) => owner === slot?.owner && field === 'title');
  const { owner, field, lang, version } = text ?? { owner: '', field: '', lang: 'ko', version: 0 };
  return JSON.stringify({ issue: view.number, owner, field, lang, value: '편집자가 쓴 제목', madeOn: version });
}
