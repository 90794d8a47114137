import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { TARGETS } from '../../../src/export/render.ts';
import { desk, type Desk } from './run.ts';
import { store } from './stored.ts';

/** A picture of one red dot. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

let at: Desk;
let other: Desk;
beforeEach(async () => {
  [at, other] = [desk(), desk()];
  await store(at.db);
});
afterEach(() => {
  at.end();
  other.end();
});

async function ok(on: Desk, ...args: string[]): Promise<string> {
  const { code, out, log } = await on.run(...args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${log}`);
  return out;
}

/** Every export of issue 1, by its name. */
async function exportsOf(on: Desk): Promise<Map<string, Buffer>> {
  const made = new Map<string, Buffer>();
  for (const lang of ['en', 'ko'])
    for (const target of [...TARGETS, 'docx --bilingual']) {
      const file = join(on.folder, `issue.${target.replace(' ', '')}.${lang}`);
      await ok(on, 'export', '--issue', '1', '--to', ...target.split(' '), '--lang', lang, '-o', file);
      made.set(`${target} ${lang}`, readFileSync(file));
    }
  return made;
}

/** What people did: every version of a text, and who did what to the issue. */
const historyOf = async (on: Desk): Promise<string> =>
  (await ok(on, 'issues', 'text', 'history', 'slot:1', 'title', '--issue', '1')) +
  (await ok(on, 'issues', 'trail', '--issue', '1'));

it('a backup restored into an empty folder gives every export byte for byte, with pictures and history', async () => {
  const added = await ok(at, 'issues', 'feature', 'add', '--section', 'research-features', '--story', '4');
  const feature = /piece:(\d+)/.exec(added)?.[1] ?? '';
  await ok(at, 'issues', 'text', 'set', `piece:${feature}`, 'title', 'Locks');
  await ok(at, 'issues', 'figure', 'add', at.file('one.png', PNG), '--of', feature, '--alt', 'a lock');
  await ok(at, 'issues', 'text', 'set', 'slot:1', 'title', '로보택시 회사, 청소년 계정을 저울질', '--lang', 'ko');
  const edit = (title: string, ...more: string[]): Promise<string> =>
    ok(at, 'issues', 'text', 'set', 'slot:1', 'title', title, '--issue', '1', '--editor', 'jun', ...more);
  await edit('Halden weighs accounts for teens');
  for (const [step, editor] of [
    ['review', 'mina'],
    ['sign', 'jun'],
    ['send', 'mina'],
  ] as const)
    await ok(at, 'issues', step, '--issue', '1', '--lang', 'en', '--editor', editor);
  await edit('Halden weighs teen accounts', '--correction', 'the name');

  const file = join(at.folder, 'stick', 'copy.sqlite');
  await ok(at, 'backup', file);
  await ok(other, 'restore', file);

  const [before, after] = [await exportsOf(at), await exportsOf(other)];
  expect(before.get('html en')?.toString()).toContain('data:image/png;base64,');
  expect(before.get('html ko')?.toString()).toContain('로보택시');
  for (const [name, bytes] of before) expect([name, after.get(name)?.equals(bytes)]).toEqual([name, true]);
  const history = await historyOf(at);
  expect(history).toContain('Halden weighs accounts for teens');
  expect(await historyOf(other)).toBe(history);
});
