import { afterEach, beforeEach, expect, it } from 'vitest';
import { execFileSync, spawnSync } from 'node:child_process';
import { loadConfig } from '../../src/config.ts';
import { startBench, type Bench } from '../fakes/bench.ts';

let bench: Bench;
beforeEach(() => {
  bench = startBench();
});
afterEach(() => bench.remove());

const init = (...args: string[]): string =>
  execFileSync(process.execPath, ['dist/nightdesk.js', 'init', '--feeds', bench.feeds, ...args], { encoding: 'utf8' });

it('writes a commented feeds.yaml with the answers in their places', () => {
  const said = init('--timezone', 'Asia/Seoul', '--contact', 'editors@example.org', '--languages', 'ko');
  expect(said).toMatch(/\d\d of \d\d+ sources on/);
  const config = loadConfig(bench.feeds);
  expect(config).toMatchObject({ timezone: 'Asia/Seoul', contact: 'editors@example.org', languages: ['ko'] });
  expect(config.sources.length).toBeGreaterThanOrEqual(60);
  expect(bench.configuration().match(/^ *#/gm)?.length).toBeGreaterThan(10);
});

it('starts with papers only, or with nothing', () => {
  init('--catalogue', 'papers');
  expect(new Set(loadConfig(bench.feeds).sources.map(({ kind }) => kind))).toEqual(new Set(['arxiv']));
  init('--catalogue', 'empty', '--force');
  expect(loadConfig(bench.feeds).sources).toEqual([]);
});

it('overwrites nothing unasked, and refuses a zone that is none', () => {
  bench.configure('contact: mine\n');
  const run = (...args: string[]) =>
    spawnSync(process.execPath, ['dist/nightdesk.js', 'init', '--feeds', bench.feeds, ...args], { encoding: 'utf8' });
  expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('stands there already') as string });
  expect(run('--force', '--timezone', 'Seoul')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('not an IANA time zone') as string,
  });
  expect(bench.configuration()).toBe('contact: mine\n');
});

it('a night without a contact runs, and warns', async () => {
  bench.configure('sources: []\n');
  const { code, log } = await bench.night();
  expect(code).toBe(0);
  expect(log).toContain('names no contact: sites cannot reach you and may block you.');
});
