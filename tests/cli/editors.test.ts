import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPassword } from '../../src/desk/access/passwords.ts';
import { startBench, type Bench } from '../fakes/bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = startBench();
  bench.configure('sources: []\n');
});
afterEach(() => bench.remove());

/** Runs a command with a password on standard input. */
async function type(password: string, ...args: string[]): Promise<{ code: number; out: string; log: string }> {
  const process = bench.start(...args);
  // A command that refuses its arguments ends without reading.
  process.stdin?.on('error', () => {}).end(password);
  const { stdout, stderr } = process;
  if (stdout === null || stderr === null) throw new Error('the process has no output');
  const [out, log, [code]] = await Promise.all([
    text(stdout),
    text(stderr),
    once(process, 'exit') as Promise<[number]>,
  ]);
  return { code, out, log };
}

describe('editors', () => {
  it('are added, listed, given another password and removed', async () => {
    expect(await type('correct horse battery\n', 'editors', 'add', '마리아')).toMatchObject({
      code: 0,
      out: '마리아 may log in now.\n',
    });
    expect((await bench.nightdesk('editors', 'list')).out).toMatch(/^\d{4}-\d\d-\d\d\t마리아\n$/);
    expect((await type('another password\n', 'editors', 'password', '마리아')).code).toBe(0);
    const hash = await bench.store(async ({ editors }) => (await editors.get('마리아'))?.password ?? '');
    expect(hash).toMatch(/^\$argon2id\$/);
    expect([await isPassword('another password', hash), await isPassword('correct horse battery', hash)]).toEqual([
      true,
      false,
    ]);
    expect((await bench.nightdesk('editors', 'remove', '마리아')).out).toContain('No editor is left');
    expect((await bench.nightdesk('editors', 'list')).out).toBe('');
    const history = await bench.store(({ history }) => history.list({ limit: 10 }));
    expect(history.map(({ what, detail }) => `${what} ${detail}`)).toEqual([
      'editor-removed 마리아',
      'password-changed 마리아',
      'editor-added 마리아',
    ]);
  });

  it.each([
    ['a short password', 'short\n', ['editors', 'add', 'maria'], 'at least 10 characters'],
    ['no password', '', ['editors', 'add', 'maria'], 'at least 10 characters'],
    ['a name that is none', 'long enough to be good\n', ['editors', 'add', '<b>'], 'A name has at most 40'],
    ['nobody', 'long enough to be good\n', ['editors', 'password', 'maria'], 'There is no editor maria'],
  ])('refuse %s with a sentence', async (_, password, args, sentence) => {
    const { code, log } = await type(password, ...args);
    expect([code, log.includes(sentence), log.split('\n').length]).toEqual([2, true, 2]);
    expect((await bench.nightdesk('editors', 'list')).out).toBe('');
  });
});

it('search finds what a night brought', async () => {
  const { code, out, log } = await bench.nightdesk('search', 'nothing', '--jsonl');
  expect([code, out, log]).toEqual([0, '', '']);
  expect((await bench.nightdesk('search', 'x', '--from', 'yesterday')).code).toBe(2);
});
