import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../../src/store/store.ts';
import { startOrigin, type Origin } from '../../fakes/origin.ts';
import { HTML } from '../../fakes/pages.ts';
import { desk, type Desk } from './run.ts';
import { store } from './stored.ts';

let at: Desk;
beforeEach(async () => {
  at = desk('sources: []\nissue: { template: daily }\nnet: { delayMs: 0, retries: 0 }\n');
  await store(at.db, undefined, 'daily');
});
afterEach(() => at.end());

/** Runs a command that must work; returns what it printed. */
async function ok(...args: string[]): Promise<string> {
  const { code, out, log } = await at.run(...args);
  if (code !== 0) throw new Error(`${args.join(' ')}: ${log}`);
  return out;
}

async function send(lang: string): Promise<void> {
  for (const [step, editor] of [
    ['review', 'mina'],
    ['sign', 'jun'],
    ['send', 'mina'],
  ] as const)
    await ok('issues', step, '--issue', '1', '--lang', lang, '--editor', editor);
}

/** What is remembered of issue 1 in a language: its titles. */
async function remembered(lang: string): Promise<string[]> {
  const opened = openStore(at.db);
  const rows = await opened.printedBefore(2);
  opened.close();
  return rows.filter((row) => row.lang === lang).map(({ title }) => title);
}

describe('a page that is published', () => {
  let origin: Origin;
  beforeEach(async () => {
    origin = await startOrigin();
    await ok('issues', 'text', 'set', 'slot:1', 'title', '로보택시 회사, 청소년 계정을 저울질', '--lang', 'ko');
    await send('en');
    await send('ko');
    const page = await ok('export', '--issue', '1', '--to', 'html', '--lang', 'ko');
    origin.page('/p/1', { body: page.replaceAll('저울질', '검토'), headers: HTML });
    origin.page('/p/other', { body: '<h1>Another letter</h1><p>Nothing of ours.</p>', headers: HTML });
  });
  afterEach(() => origin.close());

  it('is asked for at its address, in its language, and kept as sent', async () => {
    const reconcile = ['issues', 'reconcile', '1', `${origin.url}/p/1`, '--lang', 'ko', '--allow-private'];
    expect(await ok(...reconcile)).toMatch(/changed: slot:1 title\n {2}- .*저울질.*\n {2}\+ .*검토/);
    expect(await remembered('ko')).toContain('로보택시 회사, 청소년 계정을 저울질');
    expect(await ok(...reconcile, '--yes')).toContain('What readers of #1 got in ko is kept as sent.');
    expect(await remembered('ko')).toContain('로보택시 회사, 청소년 계정을 검토');
    expect(await remembered('en')).toContain('Robotaxi firm weighs accounts for teenagers');
    expect(await ok(...reconcile)).toMatch(/^0 differences/);
  });

  it.each<[string, string, string[], RegExp]>([
    ['at a private address', '/p/1', [], /\/p\/1: .*Save it as a file and name that instead\./],
    ['that is not there', '/p/2', ['--allow-private'], /\/p\/2: .*404.*Save it as a file/],
    ['of something else', '/p/other', ['--allow-private'], /is not issue 1 in ko: hardly any of its lines/],
  ])('%s is refused with a sentence, and nothing changes', async (_, path, more, why) => {
    const before = await remembered('ko');
    const { code, log } = await at.run('issues', 'reconcile', '1', origin.url + path, '--lang', 'ko', '--yes', ...more);
    expect([code, log]).toEqual([2, expect.stringMatching(why)]);
    expect(await remembered('ko')).toEqual(before);
  });
});

it('remembers an older version that a correction has put in force again', async () => {
  const title = 'Robotaxi firm weighs accounts for teenagers';
  await send('en');
  const fix = ['--issue', '1', '--editor', 'jun', '--correction', 'the name'];
  await ok('issues', 'text', 'set', 'slot:1', 'title', 'Halden weighs teen accounts', ...fix);
  expect(await remembered('en')).toContain('Halden weighs teen accounts');
  const history = await ok('issues', 'text', 'history', 'slot:1', 'title', '--issue', '1');
  const oldest = /\t(\d+)\tnight\t/.exec(history)?.[1] ?? '';
  expect((await at.run('issues', 'text', 'restore', oldest)).log).toMatch(/readers have this text/);
  expect(await ok('issues', 'text', 'restore', oldest, ...fix)).toContain('The correction is kept as sent.');
  expect(await remembered('en')).toContain(title);
  expect(await remembered('en')).not.toContain('Halden weighs teen accounts');
  const opened = openStore(at.db);
  expect((await opened.editions.sentCopy(1, 'en'))?.markdown).toContain(title);
  opened.close();
});
