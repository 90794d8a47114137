import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IssueLang } from '../../src/model.ts';
import type { Store } from '../../src/store/store.ts';
import { issueStore, lineup, offered, textOf, writeTitle } from './issue-store.ts';

let store: Store;
let end: () => void;
beforeEach(async () => ({ store, end } = await issueStore()));
afterEach(() => end());

const state = async (lang: IssueLang): Promise<string> => (await textOf(store, 'slot:1', 'title', lang)).state;

describe('the state of a text in two languages', () => {
  it('is a draft from the night, then whatever its author says', async () => {
    expect(await state('en')).toBe('draft');
    await writeTitle(store, 'en', 'Item one', { state: 'checked' });
    expect(await state('en')).toBe('checked');
    await writeTitle(store, 'en', '');
    expect(await state('en')).toBe('missing');
  });

  it('remembers who translated it, and from which version', async () => {
    const english = await textOf(store, 'slot:1', 'title', 'en');
    await writeTitle(store, 'ko', '첫째 소식', { author: 'jun' });
    expect(await textOf(store, 'slot:1', 'title', 'ko')).toMatchObject({
      translatedBy: 'jun',
      basedOn: english.id,
      state: 'draft',
    });
    expect(await state('en')).toBe('draft');
  });

  it('is stale when the other language has changed, until somebody confirms it', async () => {
    await writeTitle(store, 'ko', '첫째 소식', { state: 'checked' });
    await writeTitle(store, 'en', 'Item one, mended');
    expect([await state('en'), await state('ko')]).toEqual(['draft', 'stale']);
    await writeTitle(store, 'ko', '첫째 소식', { state: 'checked', author: 'jun' });
    expect([await state('en'), await state('ko')]).toEqual(['draft', 'checked']);
  });

  it('is not confirmed by a look at the other language', async () => {
    await writeTitle(store, 'ko', '첫째 소식');
    await writeTitle(store, 'en', 'Item one, mended');
    await writeTitle(store, 'en', 'Item one, mended', { state: 'checked' });
    expect([await state('en'), await state('ko')]).toEqual(['checked', 'stale']);
  });

  it('is stale in English, too, when the Korean changes by itself', async () => {
    await writeTitle(store, 'ko', '첫째 소식', { state: 'checked' });
    await writeTitle(store, 'ko', '첫째 소식, 고침');
    expect([await state('en'), await state('ko')]).toEqual(['stale', 'draft']);
    await writeTitle(store, 'en', 'Item one, mended');
    expect([await state('en'), await state('ko')]).toEqual(['draft', 'draft']);
  });

  it('comes back with the text that is brought back', async () => {
    await writeTitle(store, 'ko', '첫째 소식', { state: 'checked' });
    const before = await textOf(store, 'slot:1', 'title', 'ko');
    await writeTitle(store, 'ko', '다른 말');
    const now = await textOf(store, 'slot:1', 'title', 'ko');
    await store.wordings.restore(before.id, { madeOn: now.id, author: 'mina', at: 200 });
    expect(await textOf(store, 'slot:1', 'title', 'ko')).toMatchObject({ value: '첫째 소식', state: 'checked' });
    expect(await state('en')).toBe('draft');
    const key = { issue: 1, owner: 'slot:1', field: 'title', lang: 'ko' } as const;
    expect((await store.wordings.history(key)).map(({ value }) => value)).toEqual([
      '첫째 소식',
      '다른 말',
      '첫째 소식',
    ]);
  });

  it('is the extract of each language alone until a person begins', async () => {
    const both = [
      { field: 'title', lang: 'en' as const, value: 'Item 4', spans: [] },
      { field: 'title', lang: 'ko' as const, value: '넷째', spans: [] },
    ];
    await store.issues.offer(1, 'other', [{ ...offered(4), texts: both }], 20);
    const texts = (await store.wordings.inForce(1)).filter(({ value }) => ['Item 4', '넷째'].includes(value));
    expect(texts.map((text) => text.state)).toEqual(['draft', 'draft']);
  });
});

describe('two who write one text', () => {
  it('lose nothing: the second is shown what stands there, and keeps their own', async () => {
    const { id } = await textOf(store, 'slot:1', 'title', 'en');
    await writeTitle(store, 'en', 'By Mina', { madeOn: id });
    const outcome = await writeTitle(store, 'en', 'By Jun', { madeOn: id, author: 'jun' });
    expect(outcome).toMatchObject({ is: 'conflict', theirs: { value: 'By Mina', author: 'mina' }, yours: 'By Jun' });
    expect((await textOf(store, 'slot:1', 'title', 'en')).value).toBe('By Mina');
  });

  it('do not quarrel over the same words', async () => {
    const { id } = await textOf(store, 'slot:1', 'title', 'en');
    await writeTitle(store, 'en', 'The same', { madeOn: id });
    expect(await writeTitle(store, 'en', 'The same', { madeOn: id })).toMatchObject({ is: 'same' });
  });

  it('are no two when one only confirmed what stood there', async () => {
    const { id } = await textOf(store, 'slot:1', 'title', 'en');
    await writeTitle(store, 'en', 'Item 1', { madeOn: id, state: 'checked' });
    expect(await writeTitle(store, 'en', 'Item one', { madeOn: id })).toMatchObject({ is: 'stored' });
  });

  it('both begin a text that was not there', async () => {
    await writeTitle(store, 'ko', '하나', { madeOn: null });
    expect(await writeTitle(store, 'ko', '둘', { madeOn: null })).toMatchObject({ is: 'conflict' });
  });

  it('who bring many texts at once keep those that fit', async () => {
    const { id } = await textOf(store, 'slot:1', 'title', 'en');
    await writeTitle(store, 'en', 'By Mina');
    const text = { issue: 1, field: 'title', lang: 'en', author: 'jun', at: 300 } as const;
    const outcomes = await store.wordings.setAll([
      { ...text, owner: 'slot:1', value: 'By Jun', madeOn: id },
      { ...text, owner: 'slot:2', value: 'Also by Jun', madeOn: (await textOf(store, 'slot:2', 'title', 'en')).id },
    ]);
    expect(outcomes.map((each) => each.is)).toEqual(['conflict', 'stored']);
  });
});

it('leaves what a person wrote alone, whatever later nights bring', async () => {
  await writeTitle(store, 'en', 'Mine');
  await store.issues.offer(1, 'news', [5, 4].map(offered), 400);
  expect(await lineup(store)).toEqual([1, 2, 3]);
  expect((await textOf(store, 'slot:1', 'title', 'en')).value).toBe('Mine');
});

it('refuses a text of something that is not in the issue', async () => {
  await expect(writeTitle(store, 'en', 'Whose?', { owner: 'slot:99', madeOn: null })).rejects.toThrow(
    'issue 1 has no slot:99',
  );
});

it('keeps texts of the issue and of its sections', async () => {
  await writeTitle(store, 'en', 'A quiet week', { owner: 'issue', madeOn: null });
  await writeTitle(store, 'ko', '어서 오세요', { owner: 'section:welcome', field: 'text', madeOn: null });
  expect((await textOf(store, 'issue', 'title', 'en')).value).toBe('A quiet week');
  expect((await textOf(store, 'section:welcome', 'text', 'ko')).value).toBe('어서 오세요');
});
