import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { issueStore, lineup, writeTitle } from './issue-store.ts';

let store: Store;
let end: () => void;
beforeEach(async () => ({ store, end } = await issueStore()));
afterEach(() => end());

const mina = { editor: 'mina', at: 50 };
const jun = { editor: 'jun', at: 60 };
const sent = (title = 'Item 1') => ({
  entries: [
    { section: 'news', title, url: 'https://courier.example/1?utm_source=x', text: 'What 1 is about.', story: 1 },
  ],
  markdown: `# ${title}`,
  date: '2024-08-26',
  template: 'daily',
});

async function sendEnglish(): Promise<void> {
  await store.editions.review(1, 'en', mina);
  await store.editions.sign(1, 'en', jun);
  await store.editions.send(1, 'en', sent(), { editor: 'mina', at: 70 });
}

describe('an edition', () => {
  it('is sent only when a second editor has signed it', async () => {
    expect(await store.editions.send(1, 'en', sent(), mina)).toEqual({ is: 'refused', because: 'state' });
    await store.editions.review(1, 'en', mina);
    expect(await store.editions.sign(1, 'en', { ...mina, editor: ' Mina ' })).toEqual({
      is: 'refused',
      because: 'second-editor',
    });
    expect(await store.editions.send(1, 'en', sent(), mina)).toEqual({ is: 'refused', because: 'unsigned' });
    await store.editions.sign(1, 'en', jun);
    expect(await store.editions.send(1, 'en', sent(), mina)).toMatchObject({
      is: 'done',
      edition: { state: 'sent', sentAt: 50, date: '2024-08-26', signedBy: 'jun' },
    });
  });

  it('loses its signature with the next change of a text or of the lineup, in that language', async () => {
    for (const lang of ['en', 'ko'] as const) {
      await store.editions.review(1, lang, mina);
      await store.editions.sign(1, lang, jun);
    }
    await writeTitle(store, 'en', 'Changed after');
    expect((await store.editions.of(1)).map(({ signedBy }) => signedBy)).toEqual([null, 'jun']);
    await store.slots.remove(2, mina);
    expect((await store.editions.of(1)).map(({ signedBy }) => signedBy)).toEqual([null, null]);
    const trail = await store.trail(1, 'edition:en');
    expect(trail.map(({ action, editor }) => [action, editor])).toEqual([
      ['review', 'mina'],
      ['sign', 'jun'],
      ['unsign', 'mina'],
    ]);
  });

  it('goes back to be worked on', async () => {
    await store.editions.review(1, 'ko', mina);
    expect(await store.editions.sendBack(1, 'ko', { ...jun, why: 'the take is missing' })).toMatchObject({
      edition: { state: 'draft' },
    });
    expect((await store.trail(1)).at(-1)).toMatchObject({ action: 'return', note: 'the take is missing' });
  });
});

describe('an issue that readers have', () => {
  it('closes, and the next one opens with everything since', async () => {
    await sendEnglish();
    expect(await store.issues.get(1)).toMatchObject({ closedAt: 70 });
    expect(await store.issues.open()).toMatchObject({ number: 2, windowFrom: 70, template: 'daily', closedAt: null });
    expect((await store.issues.list()).filter(({ closedAt }) => closedAt === null)).toHaveLength(1);
    expect((await store.editions.of(2)).map(({ lang, state }) => [lang, state])).toEqual([
      ['en', 'draft'],
      ['ko', 'draft'],
    ]);
  });

  it('is locked in the language that was sent; the other goes on and is sent days later', async () => {
    await sendEnglish();
    expect(await writeTitle(store, 'en', 'Too late')).toEqual({ is: 'locked', state: 'sent' });
    expect(await store.slots.remove(1, mina)).toEqual({ is: 'refused', because: 'sent' });
    expect(await writeTitle(store, 'ko', '첫째 소식')).toMatchObject({ is: 'stored' });
    await store.editions.review(1, 'ko', jun);
    await store.editions.sign(1, 'ko', mina);
    expect(await store.editions.send(1, 'ko', sent('첫째 소식'), { ...jun, at: 400 })).toMatchObject({
      edition: { sentAt: 400 },
      next: null,
    });
    expect((await store.editions.of(1)).map(({ sentAt }) => sentAt)).toEqual([70, 400]);
    expect(await lineup(store)).toEqual([1, 2, 3]);
  });

  it('is remembered as readers got it', async () => {
    await sendEnglish();
    expect(await store.printedBefore(2)).toMatchObject([
      { issue: 1, lang: 'en', title: 'Item 1', canonicalUrl: 'https://courier.example/1', story: 1, date: 70 },
    ]);
    expect(await store.memory.met([1])).toMatchObject([{ issue: 1, of: 1, by: 'story', key: 'courier.example/1' }]);
    expect(await store.editions.sentCopy(1, 'en')).toMatchObject({ markdown: '# Item 1' });
  });

  it('is corrected with a trail, and remembered as corrected', async () => {
    await sendEnglish();
    const outcome = await writeTitle(store, 'en', 'Item one', { correction: 'a name was wrong', at: 500 });
    expect(outcome).toMatchObject({ is: 'stored', text: { correction: 'a name was wrong' } });
    await store.editions.record(1, 'en', 'correct', sent('Item one'), { editor: 'mina', at: 500 });
    expect((await store.editions.of(1))[0]).toMatchObject({ state: 'corrected', sentAt: 70 });
    expect((await store.trail(1, 'edition:en')).filter(({ action }) => action === 'correct')[0]).toMatchObject({
      editor: 'mina',
      note: 'a name was wrong',
      before: { value: 'Item 1' },
      after: { value: 'Item one' },
    });
    expect(await store.printedBefore(2)).toMatchObject([{ title: 'Item one', date: 70 }]);
  });
});
