import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CandidateList, StoryPage } from '../../src/desk/wire/candidates.ts';
import type { FindingView } from '../../src/desk/wire/issue.ts';
import type { NightList, NightPage } from '../../src/desk/wire/nights.ts';
import type { SourceList } from '../../src/desk/wire/sources.ts';
import type { Words } from '../../src/desk/wire/words.ts';
import { hasBrowser, launchBrowser } from '../browser/watched-page.ts';
import { openPage, openSampleDesk, type SampleDesk } from './desk.ts';

let desk: SampleDesk;
beforeAll(async () => {
  desk = await openSampleDesk();
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
    const headers = { 'content-type': 'application/json', origin: desk.origin };
    const body = JSON.stringify({ trail: 99_999 });
    const response = await fetch(`${desk.origin}/api/issue/undo`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ error: 'It is not there any more.', ko: '더는 없습니다.' });
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
});
