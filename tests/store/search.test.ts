import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ItemDraft } from '../../src/model.ts';
import type { SearchOptions } from '../../src/store/search.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { draftOf, showDrafts } from '../fakes/readings.ts';

let store: Store;
beforeEach(() => {
  store = openStore(':memory:');
});
afterEach(() => store.close());

const START = Date.UTC(2026, 1, 15, 18);
const DAY = 86_400_000;

/** Stores what one source shows: titles, or more, by the entries' ids. */
async function show(
  entries: Record<string, string | Partial<ItemDraft>>,
  sourceId = 'courier',
  at = START,
): Promise<void> {
  const drafts = Object.entries(entries).map(([id, what]) =>
    draftOf(id, START, typeof what === 'string' ? { title: what } : what),
  );
  await showDrafts(store, sourceId, drafts, at);
}

async function find(words: string, filter: Partial<SearchOptions> = {}): Promise<string[]> {
  await store.search.catchUp();
  return (await store.search.find(words, { limit: 50, ...filter })).items.map(({ title }) => title);
}

describe('words', () => {
  beforeEach(() =>
    show({
      a: 'AI regulation in Seoul',
      b: '인공지능 연구자들이 새 모델을 공개했다',
      c: '대한민국의 봄',
      d: 'OpenAI가 GPT-4o를 내놓다',
      e: { title: 'A quiet week', summary: 'Nothing about AI, and one open source release.' },
      f: 'Source code that is open',
      g: 'Café culture',
    }),
  );

  it.each([
    ['a two-letter word, titles first', 'ai', ['AI regulation in Seoul', 'A quiet week']],
    ['a part of a Korean compound', '지능', ['인공지능 연구자들이 새 모델을 공개했다']],
    ['a Korean noun without its particle', '연구자', ['인공지능 연구자들이 새 모델을 공개했다']],
    ['one syllable', '봄', ['대한민국의 봄']],
    ['a syllable inside a word', '국', ['대한민국의 봄']],
    ['no pair across two Korean words', '이새', []],
    ['no pairs in another order', '지인', []],
    ['Latin letters with a Korean particle', 'openai', ['OpenAI가 GPT-4o를 내놓다']],
    ['several words, in any order', 'seoul ai', ['AI regulation in Seoul']],
    ['Korean and Latin together', 'gpt 내놓', ['OpenAI가 GPT-4o를 내놓다']],
    ['a word that goes on', 'regul', ['AI regulation in Seoul']],
    ['words side by side', '"open source"', ['A quiet week']],
    ['letters without their accents', 'cafe', ['Café culture']],
    ['the outlet', 'courier seoul', ['AI regulation in Seoul']],
    ['nothing for signs', '*** ( "', []],
    ['signs of the index’s own language', 'seoul NOT "', []],
  ])('finds %s', async (_, words, titles) => {
    expect(await find(words)).toEqual(titles);
  });

  it('tells when there is more', async () => {
    await store.search.catchUp();
    const { items, more } = await store.search.find('ai', { limit: 1 });
    expect([items.length, more]).toEqual([1, true]);
  });
});

describe('filters', () => {
  beforeEach(async () => {
    await show({ a: 'Chips old', b: { title: 'Chips new', claimedPublished: START - 40 * DAY } });
    await show({ p: { title: 'Chips on paper', section: 'papers', url: 'https://l.example/p' } }, 'lab.x');
  });

  it('narrow by section, source and date', async () => {
    expect(await find('chips', { section: 'papers' })).toEqual(['Chips on paper']);
    expect(await find('chips', { source: 'lab.x' })).toEqual(['Chips on paper']);
    expect(await find('chips', { source: 'lab-x' })).toEqual([]);
    expect(await find('chips', { to: START - 2 * DAY })).toEqual(['Chips new']);
    expect(await find('chips', { from: Date.UTC(2025, 0), to: Date.UTC(2026, 1) })).toEqual(['Chips new']);
    expect(await find('chips', { from: START + DAY })).toEqual([]);
    expect(await find('chips', { from: START, to: START - DAY })).toEqual([]);
  });

  it('follow decisions and their undoing', async () => {
    await store.curation.join([{ item: 1, story: 1, reasons: [] }]);
    const id = await store.decisions.add({
      story: 1,
      action: 'keep',
      editor: 'maria',
      at: START,
      why: '',
      takenOn: {},
    });
    expect(await find('chips', { decision: 'keep' })).toEqual(['Chips old']);
    expect(await find('chips', { decision: 'none' })).toEqual(['Chips on paper', 'Chips new']);
    await store.decisions.undo(id, 'maria', START);
    expect(await find('chips', { decision: 'keep' })).toEqual([]);
  });
});

describe('the index keeps in step', () => {
  it('with a new title', async () => {
    await show({ a: 'The first title' });
    expect(await find('first')).toHaveLength(1);
    await show({ a: 'The second title' }, 'courier', START + DAY);
    expect([await find('first'), await find('second')]).toEqual([[], ['The second title']]);
  });

  it('with the text of the page, and with its going', async () => {
    await show({ a: { title: 'A title', text: 'The whole text speaks of marmots.' } });
    expect(await find('marmots')).toEqual(['A title']);
    await store.prune({ texts: 7, ledger: 400, items: 400 }, START + 90 * DAY, true);
    expect(await find('marmots')).toEqual([]);
    expect(await find('title')).toEqual(['A title']);
  });

  it('with another source that shows the item', async () => {
    await show({ a: 'Shared by two' });
    expect(await find('shared', { source: 'board' })).toEqual([]);
    await show({ x: { title: 'Shared by two', url: 'https://courier.example/a' } }, 'board');
    expect(await find('shared', { source: 'board' })).toEqual(['Shared by two']);
  });

  it('with items that were let go', async () => {
    await show({ a: 'Soon gone' });
    await store.search.catchUp();
    await show({}, 'courier', START + DAY);
    await store.prune({ texts: 7, ledger: 400, items: 30 }, START + 90 * DAY, true);
    expect(await find('soon')).toEqual([]);
  });
});
