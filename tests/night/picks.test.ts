import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { dryRun } from '../../src/night/dry-run.ts';
import { agreementInWords, picksAgreement } from '../../src/night/picks.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { decided, writePast } from '../fakes/past.ts';

const DAY = 86_400_000;
const NIGHT = Date.UTC(2026, 1, 14);
const config = parseConfig('sources: []');

let folder: string;
let file: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nightdesk-'));
  file = join(folder, 'test.sqlite');
  store = openStore(file);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const news = (count: number, outlet: (index: number) => string = () => 'The Daily') =>
  Array.from({ length: count }, (_, i) => ({ title: `AI story ${i + 1}`, outlet: outlet(i), published: NIGHT - DAY }));

describe('how ranking and picks agree', () => {
  it('says how many of the last picks stood in the top, and at which rank by the median', async () => {
    const ids = writePast(file, '2026-02-14', news(100));
    for (const rank of [1, 11, 40, 60]) await store.decisions.add(decided(ids[rank - 1] ?? 0, 'keep', NIGHT + rank));
    const agreement = await picksAgreement({ store, config }, { last: 20 });
    expect(agreementInWords(agreement)).toBe('Of the last 4 kept, 3 stood in the top 50; median rank 11.');
    expect(agreement.top).toContainEqual({ first: 10, picks: 1 });
    expect(agreement.picks[0]).toMatchObject({ title: 'AI story 60', rank: 60, of: 100, night: '2026-02-14' });
  });

  it('goes by what was printed once something was, and by the list before the first decision', async () => {
    const [first = 0, second = 0] = writePast(file, '2026-02-14', news(60));
    await store.decisions.add(decided(first, 'keep', NIGHT + 1));
    const client = new Database(file);
    // The next night ranks the kept story elsewhere; nobody may take that for foresight.
    client
      .prepare(
        "insert into candidate (night, story, section, rank, score, reasons) values ('2026-02-15', ?, 'news', 9, 0, '[]')",
      )
      .run(first);
    const print = client.prepare(
      "insert into printed (issue, lang, section, title, url, canonical_url, text, date, story) values (7, 'en', 'news', 't', 'u', 'u', '', ?, ?)",
    );
    print.run(NIGHT + 3 * DAY, first);
    client.close();
    await store.decisions.add(decided(second, 'keep', NIGHT + 2));
    const agreement = await picksAgreement({ store, config }, { last: 20 });
    expect(agreement).toMatchObject({ kind: 'printed', medianRank: 1, picks: [{ story: first, issue: 7, rank: 1 }] });
  });

  it('counts what editors found themselves as not foreseen', async () => {
    const [story = 0] = writePast(file, '2026-02-14', news(1));
    const client = new Database(file);
    client.exec('delete from candidate');
    client.close();
    await store.decisions.add(decided(story, 'keep', NIGHT));
    const agreement = await picksAgreement({ store, config }, { last: 20 });
    expect(agreementInWords(agreement)).toBe(
      'Of the last 1 kept, 0 stood in the top 50; none of them was ranked before.',
    );
  });

  it('has a sentence for a team that has picked nothing', async () => {
    expect(agreementInWords(await picksAgreement({ store, config }, { last: 20 }))).toBe(
      'Nothing was printed or kept yet.',
    );
  });
});

describe('a dry run of rules', () => {
  const template = { lists: [{ key: 'news', of: 'news', cap: 4, order: 'rank', blurb: null }], own: null } as const;

  it('shows night by night what would have come in and gone out, and why; and changes nothing', async () => {
    writePast(
      file,
      '2026-02-14',
      news(6, (i) => `Outlet ${i % 2}`),
    );
    const ids = writePast(
      file,
      '2026-02-15',
      news(6, (i) => `Outlet ${i}`),
    );
    const before = await store.curation.candidates();
    const standing = { ...config, rules: [] };
    const proposed = parseConfig(
      'sources: []\nrules: [{ action: block, field: outlet, matches: outlet 0 }]\ncaps: { perOutlet: 0 }',
    );
    const { nights, changes } = await dryRun({ store, template, standing, proposed, nights: 14 });
    expect(nights).toEqual(['2026-02-14', '2026-02-15']);
    const last = changes.filter(({ night }) => night === '2026-02-15');
    expect(last).toContainEqual(
      expect.objectContaining({ story: ids[0], change: 'out', reason: 'blocked: outlet "outlet 0"' }),
    );
    expect(last.filter(({ change }) => change === 'in')).toHaveLength(1);
    expect(await store.curation.candidates()).toEqual(before);
  });

  it('looks at no more nights than it is asked to', async () => {
    for (const night of ['2026-02-13', '2026-02-14', '2026-02-15']) writePast(file, night, news(2));
    const run = { store, template, standing: config, proposed: config, nights: 2 };
    expect(await dryRun(run)).toEqual({ nights: ['2026-02-14', '2026-02-15'], changes: [] });
  });
});
