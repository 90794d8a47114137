import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { issueStore } from './issue-store.ts';

let store: Store;
let end: () => void;
beforeEach(async () => ({ store, end } = await issueStore()));
afterEach(() => end());

it('keeps a picture once, under the hash of what is in it', () => {
  const name = store.figures.keep(Buffer.from('a picture'), 'image/png');
  expect(name).toMatch(/^[0-9a-f]{64}\.png$/);
  expect(store.figures.keep(Buffer.from('a picture'), 'image/png')).toBe(name);
  expect(store.figures.names()).toEqual([name]);
  expect(store.figures.read(name)?.toString()).toBe('a picture');
});

it('reads nothing but its own files', () => {
  expect(store.figures.read('../test.sqlite')).toBeNull();
  expect(() => store.figures.put('../x.png', Buffer.from(''))).toThrow('is no name of a figure');
});
