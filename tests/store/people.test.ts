import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PRESENT_FOR } from '../../src/store/presences.ts';
import { openStore, type Store } from '../../src/store/store.ts';

let store: Store;
beforeEach(() => {
  store = openStore(':memory:');
});
afterEach(() => store.close());

const AT = Date.UTC(2026, 1, 15);

describe('notes', () => {
  it('stand until they are taken back, and come back when that is undone', async () => {
    const id = await store.notes.add({ story: 7, editor: 'maria', at: AT, text: 'Ask the lab first.' });
    await store.notes.add({ story: 8, editor: 'jun', at: AT, text: 'Old news.' });
    const texts = async (): Promise<string[]> => (await store.notes.of([7])).map(({ text }) => text);
    expect(await texts()).toEqual(['Ask the lab first.']);
    await store.notes.undo(id, 'jun', AT + 1);
    expect(await texts()).toEqual([]);
    await store.notes.undo(id, 'maria', AT + 2);
    expect(await texts()).toEqual(['Ask the lab first.']);
  });

  it('know no note that is not there', async () => {
    await expect(store.notes.undo(1, 'maria', AT)).rejects.toThrow('there is no note 1');
  });
});

describe('votes', () => {
  it('count an editor once, by the newest', async () => {
    for (const [editor, value] of [
      ['maria', 1],
      ['jun', -1],
      ['jun', 1],
      ['ada', 1],
      ['ada', 0],
    ] as const)
      await store.votes.add({ story: 7, editor, at: AT, value });
    const votes = await store.votes.of([7]);
    expect(votes.map(({ editor, value }) => [editor, value])).toEqual([
      ['maria', 1],
      ['jun', 1],
    ]);
  });
});

describe('presence', () => {
  it('follows an editor from story to story, and ends by itself', async () => {
    await store.presences.say({ desk: 'a', editor: 'maria', place: 'story 7', seenAt: AT });
    await store.presences.say({ desk: 'b', editor: 'jun', place: 'story 7', seenAt: AT });
    await store.presences.say({ desk: 'a', editor: 'maria', place: 'story 8', seenAt: AT + 30_000 });
    const places = async (at: number): Promise<string[]> =>
      (await store.presences.now(at)).map(({ editor, place }) => `${editor}: ${place}`);
    expect(await places(AT + 30_000)).toEqual(['jun: story 7', 'maria: story 8']);
    expect(await places(AT + PRESENT_FOR + 1)).toEqual(['maria: story 8']);
    await store.presences.leave('a');
    expect(await places(AT + PRESENT_FOR + 1)).toEqual([]);
  });
});

describe('history', () => {
  it('tells who did what, newest first, and what was undone', async () => {
    const id = await store.decisions.add({
      story: 7,
      action: 'keep',
      editor: 'maria',
      at: AT,
      why: 'ours',
      takenOn: {},
    });
    await store.decisions.undo(id, 'jun', AT + 1);
    const note = await store.notes.add({ story: 7, editor: 'jun', at: AT + 2, text: 'Hm.' });
    await store.notes.undo(note, 'jun', AT + 3);
    await store.votes.add({ story: 8, editor: 'ada', at: AT + 4, value: 1 });
    const setting = { editor: 'ada', action: 'source-paused', about: 'bbc', before: null, after: null };
    await store.settings.add({ ...setting, at: AT + 5 });
    const lines = (await store.history.list({ limit: 10 })).map(
      ({ editor, what, detail, undone }) => `${editor} ${what} ${detail}${undone ? ' (undone)' : ''}`,
    );
    expect(lines).toEqual([
      'ada source-paused bbc',
      'ada for ',
      'jun undo Hm.',
      'jun note Hm. (undone)',
      'jun undo ',
      'maria keep ours (undone)',
    ]);
    const ofMaria = await store.history.list({ editor: 'maria', story: 7, limit: 10 });
    expect(ofMaria.map(({ what }) => what)).toEqual(['keep']);
    expect((await store.history.list({ before: AT + 1, limit: 10 })).map(({ what }) => what)).toEqual(['keep']);
  });
});
