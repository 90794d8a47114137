import { existsSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPace } from '../../../src/store/pace.ts';
import { openStore } from '../../../src/store/store.ts';
import { WRITER } from '../../../src/store/text-state.ts';
import { startOrigin, type Origin } from '../../fakes/origin.ts';
import { startProxy, type Proxy } from '../../fakes/proxy.ts';
import { desk, type Desk } from './run.ts';
import { REPORTS, store } from './stored.ts';

const DAY = 86_400_000;

let at: Desk;
beforeEach(async () => {
  at = desk('sources: []\nnet: { proxy: NIGHTDESK_TEST_PROXY, delayMs: 0, retries: 0 }\n');
  await store(at.db, [], 'daily');
});
afterEach(() => at.end());

describe('an invented link in a machine-made text', () => {
  const invented = 'Halden asked 40 families ([more](https://invented.example/7)).';

  beforeEach(async () => {
    at.end();
    at = desk();
    await store(at.db, REPORTS, 'daily');
  });

  it('keeps the issue from being exported, until an editor has typed it or taken it out', async () => {
    const file = `${at.folder}/issue.md`;
    expect((await at.run('export', '--to', 'markdown', '-o', file)).code).toBe(0);
    const opened = openStore(at.db);
    const key = { issue: 1, owner: 'slot:1', field: 'blurb', lang: 'en' } as const;
    const [standing] = await opened.wordings.history(key);
    await opened.wordings.set({
      ...key,
      value: invented,
      madeOn: standing?.id ?? null,
      author: WRITER,
      at: Date.now(),
    });
    opened.close();

    const refused = `${at.folder}/refused.md`;
    const { code, out, log } = await at.run('export', '--to', 'markdown', '-o', refused);
    expect([code, out, existsSync(refused)]).toEqual([1, '', false]);
    expect(log).toMatch(/slot:1 \/ blurb: https:\/\/invented\.example\/7 is in no stored source and nobody typed it/);
    expect(log).toMatch(/Not written: \d+ findings\.\n$/);
    expect((await at.run('preflight')).code).toBe(1);

    await at.run('issues', 'text', 'set', 'slot:1', 'blurb', `${invented} We looked.`, '--editor', 'mina');
    expect((await at.run('export', '--to', 'markdown')).code).toBe(0);
  });
});

describe('what links answered', () => {
  let origin: Origin;
  let proxy: Proxy;
  beforeEach(async () => {
    origin = await startOrigin();
    proxy = await startProxy(origin.port);
    vi.stubEnv('NIGHTDESK_TEST_PROXY', proxy.url);
    origin.page('/here', { body: 'here' });
    origin.page('/gone', { status: 410 });
    const letter = 'See [this](http://harbour.example/here) and [that](http://harbour.example/gone).';
    await at.run('issues', 'text', 'set', 'section:welcome', 'text', letter, '--editor', 'mina');
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await proxy.close();
    await origin.close();
  });

  it('is kept for a day: nothing is asked twice', async () => {
    const { out, log } = await at.run('preflight', '--links');
    expect(log).toContain('2 links asked, 0 known since yesterday.');
    expect(out).toMatch(/harbour\.example\/gone.*\[dead-link\]/);
    const asked = proxy.asked.length;
    expect(proxy.asked).toEqual(expect.arrayContaining(['GET http://harbour.example/gone']));

    const second = await at.run('preflight', '--links');
    expect(second.log).toContain('0 links asked, 2 known since yesterday.');
    expect(second.out).toBe(out);
    expect(proxy.asked).toHaveLength(asked);
    expect((await at.run('preflight')).out).toBe(out);
  });

  it('is not asked of a service that the processes beside this database have stopped asking', async () => {
    const letter = 'A paper: [Locks](http://arxiv.org/abs/2408.00004), [news](http://harbour.example/here).';
    await at.run('issues', 'text', 'set', 'section:welcome', 'text', letter, '--editor', 'mina');
    const pace = openPace(`${at.folder}/pace.sqlite`, { now: Date.now, nightEnds: async () => Date.now() + DAY / 24 });
    await pace.turn('arxiv.org', 0, AbortSignal.timeout(10_000));
    pace.halt('arxiv.org', 'it said 403');
    pace.close();
    const { out, log } = await at.run('preflight', '--links');
    expect(log).toContain('2 links asked');
    expect(proxy.asked.filter((line) => line.includes('arxiv.org'))).toEqual([]);
    expect(proxy.asked).toContain('GET http://harbour.example/here');
    expect(out).not.toContain('[dead-link]');
  });

  it('is asked for again after a day', async () => {
    await at.run('preflight', '--links');
    const opened = openStore(at.db);
    const known = await opened.linkChecks.known(['http://harbour.example/here'], 0);
    await opened.linkChecks.save(known.map((check) => ({ ...check, askedAt: check.askedAt - DAY - 1 })));
    opened.close();
    expect((await at.run('preflight', '--links')).log).toContain('1 links asked, 1 known since yesterday.');
  });
});
