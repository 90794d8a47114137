import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Remembered } from '../../src/desk/remembered.ts';
import { openStore, type Store } from '../../src/store/store.ts';

let folder: string;
let store: Store;
let writes: ReturnType<Store['watchWrites']>;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  store = openStore(join(folder, 'test.sqlite'));
  writes = store.watchWrites();
});
afterEach(() => {
  writes.close();
  store.close();
  rmSync(folder, { recursive: true });
});

const note = (text: string): Promise<number> => store.notes.add({ story: 1, editor: 'maria', at: 1, text });
const texts = async (): Promise<string> => (await store.notes.of([1])).map(({ text }) => text).join();

/** The notes on a story, remembered; `made` counts how often they were read. */
function remembered(read = texts, settings = () => 'settings') {
  const made = { times: 0 };
  const answer = new Remembered(
    async () => [writes.version(), settings()],
    () => {
      made.times += 1;
      return read();
    },
  );
  return { answer, made };
}

describe('a remembered answer', () => {
  it('is given again while nothing was written', async () => {
    await note('one');
    const { answer, made } = remembered();
    expect([await answer.get(), await answer.get()]).toEqual(['one', 'one']);
    expect(made.times).toBe(1);
  });

  it('is made anew after a write, also one of another connection', async () => {
    const { answer } = remembered();
    expect(await answer.get()).toBe('');
    await note('one');
    expect(await answer.get()).toBe('one');
    const other = openStore(store.file);
    await other.notes.add({ story: 1, editor: 'jun', at: 2, text: 'two' });
    other.close();
    expect(await answer.get()).toBe('one,two');
  });

  it('is made anew when something else that it is made of is another', async () => {
    let settings = 'old';
    const { answer } = remembered(
      async () => settings,
      () => settings,
    );
    expect(await answer.get()).toBe('old');
    settings = 'new';
    expect(await answer.get()).toBe('new');
  });

  it('that is under way is not given to those who ask after a write; they share the next', async () => {
    const held: (() => void)[] = [];
    const { answer, made } = remembered(async () => {
      const read = await texts();
      await new Promise<void>((resolve) => held.push(resolve));
      return read;
    });
    const release = async (): Promise<void> => {
      await expect.poll(() => held.length).toBe(1);
      held.pop()?.();
    };
    const before = answer.get();
    await expect.poll(() => held.length).toBe(1);
    await note('one');
    const after = [answer.get(), answer.get(), answer.get()];
    await release();
    expect(await before).toBe('');
    await release();
    expect(await Promise.all(after)).toEqual(['one', 'one', 'one']);
    expect(made.times).toBe(2);
  });

  it('that failed is tried again', async () => {
    let isBroken = true;
    const { answer } = remembered(async () => {
      if (isBroken) throw new Error('not now');
      return 'all is well';
    });
    await expect(answer.get()).rejects.toThrow('not now');
    isBroken = false;
    expect(await answer.get()).toBe('all is well');
  });
});
