import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import type { Changed } from '../../src/store/trail.ts';
import { issueStore, lineup, offered, textOf, writeTitle } from './issue-store.ts';

let store: Store;
let end: () => void;
beforeEach(async () => ({ store, end } = await issueStore()));
afterEach(() => end());

const act = { editor: 'mina', at: 50 };
const undo = async (change: Changed): Promise<Changed> =>
  change.is === 'done' ? store.undoChange(change.trail, act) : change;

describe('an editor', () => {
  it('reorders a section, and takes it back', async () => {
    const moved = await store.slots.move(3, { place: 0 }, act);
    expect(await lineup(store)).toEqual([3, 1, 2]);
    await undo(moved);
    expect(await lineup(store)).toEqual([1, 2, 3]);
  });

  it('moves a slot to another section with its texts, and takes it back', async () => {
    const moved = await store.slots.move(2, { section: 'extra', place: 0 }, act);
    expect([await lineup(store), await lineup(store, 'extra')]).toEqual([[1, 3], [2]]);
    expect((await textOf(store, 'slot:2', 'title', 'en')).value).toBe('Item 2');
    await undo(moved);
    expect([await lineup(store), await lineup(store, 'extra')]).toEqual([[1, 2, 3], []]);
  });

  it('takes a slot out, takes that back, and takes the taking back back', async () => {
    const removed = await store.slots.remove(1, act);
    expect(await lineup(store)).toEqual([2, 3]);
    const back = await undo(removed);
    expect(await lineup(store)).toEqual([1, 2, 3]);
    await undo(back);
    expect(await lineup(store)).toEqual([2, 3]);
  });

  it('puts a story in at a place, and takes it back', async () => {
    const added = await store.slots.add(1, 'news', { ...offered(5), place: 1 }, act);
    expect(await lineup(store)).toEqual([1, 5, 2, 3]);
    await undo(added);
    expect(await lineup(store)).toEqual([1, 2, 3]);
  });

  it('takes a decision back once, with what it did to the lineup', async () => {
    const added = await store.slots.add(1, 'news', offered(5), act);
    const trail = added.is === 'done' ? added.trail : null;
    const keep = { story: 5, action: 'keep', editor: 'mina', at: 50, why: '', takenOn: {}, trail } as const;
    const kept = await store.decisions.add(keep);
    await store.undo(kept, 'jun', 60);
    expect([await lineup(store), await store.decisions.inForce()]).toEqual([[1, 2, 3], []]);
    await store.slots.add(1, 'news', offered(5), act);
    await store.undo(kept, 'jun', 70);
    expect(await lineup(store)).toEqual([1, 2, 3, 5]);
  });

  it('finds their own last change', async () => {
    await store.slots.move(3, { place: 0 }, act);
    const removed = await store.slots.remove(2, { ...act, editor: 'jun' });
    expect(await store.lastChange(1, 'jun')).toMatchObject({ owner: 'slot:2', action: 'remove' });
    await undo(removed);
    expect(await store.lastChange(1, 'mina')).toMatchObject({ owner: 'slot:3', action: 'move' });
  });
});

describe('no night', () => {
  it.each([
    ['a reordered', () => store.slots.move(3, { place: 0 }, act), [3, 1, 2]],
    ['a shortened', () => store.slots.remove(1, act), [2, 3]],
    ['an emptied', () => store.slots.move(1, { section: 'extra', place: 0 }, act), [2, 3]],
  ])('fills %s section', async (_, change, left) => {
    await change();
    expect(await store.issues.offer(1, 'news', [4, 5].map(offered), 60)).toBeNull();
    expect(await lineup(store)).toEqual(left);
  });
});

describe('a sensitive slot', () => {
  it('is signed by somebody who did not write it, until its text changes', async () => {
    await store.slots.flag(1, 'a minor is named', act);
    expect(await store.slots.sign(1, 'en', act)).toEqual({ is: 'refused', because: 'second-editor' });
    await store.slots.sign(1, 'en', { ...act, editor: 'jun' });
    expect(await store.signedOff(1)).toEqual([{ owner: 'slot:1', lang: 'en', editor: 'jun' }]);
    await writeTitle(store, 'en', 'Another word');
    expect(await store.signedOff(1)).toEqual([]);
  });
});

it('says what is not there', async () => {
  expect(await store.slots.remove(99, act)).toEqual({ is: 'refused', because: 'unknown' });
  expect(await store.undoChange(99, act)).toEqual({ is: 'refused', because: 'unknown' });
});
