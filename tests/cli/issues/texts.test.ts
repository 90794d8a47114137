import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { desk, type Desk } from './run.ts';
import { store } from './stored.ts';

let at: Desk;
beforeEach(async () => {
  at = desk();
  await store(at.db);
});
afterEach(() => at.end());

interface Shown {
  id: number;
  field: string;
  lang: string;
  state: string;
  value: string;
}

async function shown(owner: string): Promise<Shown[]> {
  const { out } = await at.run('issues', 'text', 'show', owner, '--jsonl');
  return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Shown]));
}
const states = async (owner: string, field = 'title'): Promise<string[]> =>
  (await shown(owner))
    .filter((text) => text.field === field)
    .toSorted((a, b) => a.lang.localeCompare(b.lang))
    .map(({ lang, state }) => `${lang} ${state}`);

describe('texts on the command line', () => {
  it('are written, confirmed, marked stale and brought back', async () => {
    const set = (...args: string[]) => at.run('issues', 'text', 'set', 'slot:1', 'title', ...args, '--editor', 'mina');
    expect((await set('로보택시 회사, 청소년 계정을 저울질', '--lang', 'ko', '--checked')).code).toBe(0);
    expect(await states('slot:1')).toEqual(['en draft', 'ko checked']);
    await set('Robotaxi firm weighs teen accounts');
    expect(await states('slot:1')).toEqual(['en draft', 'ko stale']);
    await set('--lang', 'ko');
    expect(await states('slot:1')).toEqual(['en draft', 'ko checked']);
    const { out } = await at.run('issues', 'text', 'history', 'slot:1', 'title');
    const oldest = /\t(\d+)\tnight\t/.exec(out)?.[1] ?? '';
    expect(await at.run('issues', 'text', 'restore', oldest)).toMatchObject({ code: 0 });
    expect((await shown('slot:1')).map(({ value }) => value)).toContain('Robotaxi firm weighs accounts for teenagers');
  });

  it('are refused when another text stands there by then, and both are shown', async () => {
    const [before] = await shown('slot:1');
    await at.run('issues', 'text', 'set', 'slot:1', 'title', 'By Mina', '--editor', 'mina');
    const on = ['--on', String(before?.id)];
    const { code, log } = await at.run('issues', 'text', 'set', 'slot:1', 'title', 'By Jun', ...on);
    expect(code).toBe(1);
    expect(log).toMatch(/mina has written since.*\nTheirs: "By Mina"\nYours: {2}"By Jun"/);
  });

  it('say what is not there', async () => {
    expect(await at.run('issues', 'text', 'set', 'slot:99', 'title', 'x')).toMatchObject({
      code: 2,
      log: 'issue 1 has no slot:99\n',
    });
    expect(await at.run('issues', 'text', 'set', 'slot:1', 'subtitle', '--checked')).toMatchObject({ code: 2 });
    expect((await at.run('issues', 'slot', 'remove', '99')).log).toMatch(/There is no such slot/);
    expect((await at.run('issues', 'text', 'show', '--issue', '7')).log).toMatch(/There is no issue 7. There are 1./);
  });
});

describe('the lineup on the command line', () => {
  it('is reordered, shortened and put back', async () => {
    const order = async (): Promise<string> =>
      [...(await at.run('export', '--to', 'markdown')).out.matchAll(/^#### \[(\w+)/gm)]
        .map((match) => match[1])
        .join(' ');
    await at.run('issues', 'slot', 'move', '2', '--place', '1');
    expect(await order()).toBe('Chips Robotaxi');
    await at.run('issues', 'slot', 'remove', '2');
    expect(await order()).toBe('Robotaxi');
    await at.run('issues', 'undo');
    await at.run('issues', 'undo');
    expect(await order()).toBe('Robotaxi Chips');
    expect((await at.run('issues', 'trail')).out.match(/\t(?:move|remove|undo)\t/g)).toHaveLength(4);
  });
});
