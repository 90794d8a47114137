import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { NewPiece } from '../../src/store/pieces.ts';
import type { Store } from '../../src/store/store.ts';
import { issueStore, writeTitle } from './issue-store.ts';

let store: Store;
let end: () => void;
beforeEach(async () => ({ store, end } = await issueStore()));
afterEach(() => end());

const act = { editor: 'mina', at: 50 };

async function add(piece: NewPiece): Promise<number> {
  const done = await store.pieces.add(piece, act);
  if (done.is !== 'done') throw new Error(done.because);
  return done.id;
}

const feature = (): Promise<number> =>
  add({ issue: 1, kind: 'feature', section: 'news-feature', facts: { about: 'news', story: 1, item: null } });

describe('a feature', () => {
  it('has parts, links and several takes, each in its order, and stands in the section it is moved to', async () => {
    const parent = await feature();
    const below = { issue: 1, section: '', parent };
    await add({ ...below, kind: 'part', facts: { key: 'summary' } });
    await add({ ...below, kind: 'take', facts: { person: 'mina' } });
    await add({ ...below, kind: 'take', facts: { person: 'jun' }, place: 0 });
    await store.pieces.change(parent, { section: 'research-features' }, act);
    const pieces = await store.pieces.of(1);
    expect(new Set(pieces.map(({ section }) => section))).toEqual(new Set(['research-features']));
    expect(pieces.flatMap((piece) => (piece.kind === 'take' ? [piece.facts.person] : []))).toEqual(['jun', 'mina']);
  });

  it('has somebody who writes it, a day and a state; every change can be taken back', async () => {
    const id = await feature();
    const changed = await store.pieces.change(id, { assignee: 'jun', due: '2024-08-29', state: 'writing' }, act);
    expect(await store.pieces.get(id)).toMatchObject({ assignee: 'jun', due: '2024-08-29', state: 'writing' });
    if (changed.is === 'done') await store.undoChange(changed.trail, act);
    expect(await store.pieces.get(id)).toMatchObject({ assignee: null, due: null, state: 'planned' });
  });

  it('goes out with all that belongs to it, and comes back with it', async () => {
    const parent = await feature();
    const part = await add({ issue: 1, kind: 'part', section: '', parent, facts: { key: 'summary' } });
    await writeTitle(store, 'en', 'Judges keep the claims alive.', {
      owner: `piece:${part}`,
      field: 'text',
      madeOn: null,
    });
    const removed = await store.pieces.remove(parent, act);
    expect((await store.pieces.of(1)).filter(({ id }) => id === parent)).toEqual([]);
    if (removed.is === 'done') await store.undoChange(removed.trail, act);
    expect((await store.pieces.of(1)).map(({ id }) => id)).toEqual([parent, part]);
    expect((await store.wordings.inForce(1)).map(({ value }) => value)).toContain('Judges keep the claims alive.');
  });

  it('changes one fact and keeps the others', async () => {
    const facts = { file: 'a', width: 1, height: 2, credit: 'A', license: 'CC BY', source: null, url: null };
    const id = await add({ issue: 1, kind: 'figure', section: '', facts });
    await store.pieces.change(id, { facts: { credit: 'B' } }, act);
    expect((await store.pieces.get(id))?.facts).toEqual({ ...facts, credit: 'B' });
  });

  it('that is sensitive is signed with everything in it', async () => {
    const parent = await feature();
    const part = await add({ issue: 1, kind: 'part', section: '', parent, facts: { key: 'summary' } });
    const write = (value: string, madeOn: number | null) =>
      writeTitle(store, 'en', value, { owner: `piece:${part}`, field: 'text', madeOn });
    const written = await write('A claim.', null);
    expect(await store.pieces.sign(parent, 'en', act)).toEqual({ is: 'refused', because: 'second-editor' });
    await store.pieces.sign(parent, 'en', { ...act, editor: 'jun' });
    expect(await store.signedOff(1)).toMatchObject([{ owner: `piece:${parent}`, editor: 'jun' }]);
    await write('Another claim.', written.is === 'stored' ? written.text.id : null);
    expect(await store.signedOff(1)).toEqual([]);
  });
});

it('keeps prompts, letters and a cover', async () => {
  await add({ issue: 1, kind: 'prompt', section: 'prompts', facts: { model: 'Pastel-2' } });
  await add({ issue: 1, kind: 'letter', section: 'letters', facts: { from: 'R., Busan' } });
  expect((await store.pieces.of(1)).map(({ kind }) => kind).toSorted()).toEqual(['letter', 'prompt']);
});

it('refuses a part of a feature that is not in the issue', async () => {
  const part = { issue: 1, kind: 'part', section: '', parent: 99, facts: { key: 'summary' } } as const;
  expect(await store.pieces.add(part, act)).toEqual({ is: 'refused', because: 'unknown' });
});
