import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseConfig } from '../../src/config.ts';
import { learn } from '../../src/night/learn.ts';
import { storiesOf } from '../../src/night/stories.ts';
import { inputOf } from '../../src/night/taken-on.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { decided, writePast, type PastStory } from '../fakes/past.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 16, 20);
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

/** Court cases and gadgets by turns: the starting profile likes the courts, the team likes the gadgets. */
function mixed(count: number, from = 0): PastStory[] {
  return Array.from({ length: count }, (_, i): PastStory => {
    const court = i % 2 === 0;
    return {
      title: court ? `Court weighs AI training data in case ${from + i}` : `AI gadget ${from + i} goes on show`,
      outlet: court ? 'Law Review' : 'Gadget Weekly',
      summary: court ? 'A judge heard both sides on copyright.' : 'The pocket device blinks, hums and talks.',
      published: NOW - 2 * DAY,
    };
  });
}

async function decideAll(ids: readonly number[], at: number, kept: (i: number) => boolean): Promise<void> {
  for (const [i, id] of ids.entries()) await store.decisions.add(decided(id, kept(i) ? 'keep' : 'spike', at + i));
}

const likesGadgets = (i: number): boolean => i % 2 === 1;
const past = (): { store: Store; config: typeof config } => ({ store, config });
const rowOf = (name: string) => store.models.newest(name);

describe('learning from decisions', () => {
  it('puts better weights into service, says so, and does not do it twice', async () => {
    await decideAll(writePast(file, '2026-02-14', mixed(20)), NOW, likesGadgets);
    const [said = '', ...more] = await learn(past());
    expect(said).toMatch(/^The news ranker and 20 new decisions: .*; the new one is in service\.$/u);
    expect(more).toEqual([]);
    expect(JSON.parse((await rowOf('rank-news'))?.data ?? '')).toMatchObject({ kind: 'news', decisions: 20 });
    const before = await rowOf('rank-news');
    expect(await learn(past())).toEqual([]);
    expect(await rowOf('rank-news')).toEqual(before);
  });

  it('has nothing to do, and says nothing, before there are decisions', async () => {
    expect(await learn(past())).toEqual([]);
    writePast(file, '2026-02-14', mixed(4));
    expect(await learn(past())).toEqual([]);
  });

  it('waits while there are few decisions', async () => {
    await decideAll(writePast(file, '2026-02-14', mixed(4)), NOW, likesGadgets);
    expect(await learn(past())).toEqual([]);
    expect(await rowOf('rank-news')).toBeNull();
  });

  it('keeps the old ranker, and says so, when the new one agrees no better', async () => {
    await decideAll(writePast(file, '2026-02-14', mixed(20)), NOW, likesGadgets);
    await learn(past());
    const old = await rowOf('rank-news');
    await decideAll(writePast(file, '2026-02-16', mixed(24, 100)), NOW + DAY, likesGadgets);
    expect(await learn(past())).toEqual([expect.stringMatching(/24 new decisions.*the old one stays\.$/u)]);
    expect(await rowOf('rank-news')).toEqual(old);
  });

  it.each([
    ['all spiked', () => false],
    ['all kept, nothing passed over', () => true],
  ])('%s: the starting profile stays', async (_, kept) => {
    await decideAll(writePast(file, '2026-02-14', mixed(20)), NOW, kept);
    expect(await learn(past())).toEqual([expect.stringContaining('nothing was picked beside something left')]);
    expect(await rowOf('rank-news')).toBeNull();
  });

  it('learns from keeps alone where others were passed over on the way', async () => {
    const ids = writePast(file, '2026-02-14', mixed(20));
    await decideAll(
      ids.filter((_, i) => i % 2 === 1),
      NOW,
      () => true,
    );
    await learn(past());
    const { outlets } = JSON.parse((await rowOf('rank-news'))?.data ?? '{}') as {
      outlets: Record<string, { kept: number; offered: number }>;
    };
    expect(outlets['Gadget Weekly']).toMatchObject({ kept: 10, offered: 10 });
    expect(outlets['Law Review']).toMatchObject({ kept: 0, offered: 10 });
  });

  it('an undone decision teaches nothing', async () => {
    const ids = writePast(file, '2026-02-14', mixed(10));
    await decideAll(ids, NOW, likesGadgets);
    const wrong = await store.decisions.add(decided(ids[0] ?? 0, 'spike', NOW + 100));
    await store.decisions.undo(wrong, 'ana', NOW + 200);
    await learn(past());
    expect((JSON.parse((await rowOf('rank-news'))?.data ?? '{}') as { decisions: number }).decisions).toBe(10);
  });
});

describe('a stored ranker', () => {
  const damage = (text: string): void => {
    const client = new Database(file);
    client.prepare("update model set data = ? where name = 'rank-news'").run(text);
    client.close();
  };

  it.each(['', '{"version":', '[]', '{"version":1,"kind":"news"}'])(
    'that is damaged (%j) is made anew, bit for bit, and said so',
    async (text) => {
      await decideAll(writePast(file, '2026-02-14', mixed(20)), NOW, likesGadgets);
      await learn(past());
      const good = await rowOf('rank-news');
      damage(text);
      expect(await learn(past())).toEqual([
        expect.stringMatching(
          /^The stored news ranker \(version \d+\) cannot be read; it was made anew from 20 decisions\.$/u,
        ),
      ]);
      expect((await rowOf('rank-news'))?.data).toBe(good?.data);
    },
  );

  it('is rebuilt from what decisions were taken on, also when the story has grown since', async () => {
    const ids = writePast(file, '2026-02-14', mixed(20));
    for (const [i, story] of storiesOf(await store.curation.itemsOf(ids), config).entries()) {
      const takenOn = { input: inputOf(story, config) };
      await store.decisions.add({ ...decided(story.id, likesGadgets(i) ? 'keep' : 'spike', NOW + i), takenOn });
    }
    await learn(past());
    const good = await rowOf('rank-news');
    const client = new Database(file);
    client.prepare("update item set title = 'Something else', outlet = 'Another'").run();
    client.close();
    damage('?');
    await learn(past());
    expect((await rowOf('rank-news'))?.data).toBe(good?.data);
  });
});

describe('imported issues', () => {
  it('teach a team that has decided nothing yet', async () => {
    writePast(file, '2026-02-14', mixed(60));
    const client = new Database(file);
    const add = client.prepare(
      "insert into printed (issue, lang, section, title, url, canonical_url, text, date) values (?, 'en', 'news', ?, ?, ?, ?, ?)",
    );
    for (let i = 0; i < 20; i++) {
      const url = `https://past.example/${i}`;
      const text = 'The judge said the pocket device blinks and talks.';
      add.run(70 + (i % 4), `A gadget that hums, number ${i}`, url, url, text, NOW - 90 * DAY);
    }
    client.close();
    expect(await learn(past())).toEqual([expect.stringMatching(/20 new decisions.*is in service\.$/u)]);
    const { words } = JSON.parse((await rowOf('rank-news'))?.data ?? '{}') as { words: Record<string, number> };
    expect(words['gadget']).toBeGreaterThan(0);
    expect(words['court']).toBeLessThan(0);
  });
});

describe('learning of papers', () => {
  it('moves the papers ranker away from its start only when it then agrees better', async () => {
    const papers = Array.from({ length: 60 }, (_, i): PastStory => {
      const robots = i % 6 === 0;
      const title = robots
        ? `A long study of grasping by robot hands in cluttered scenes with tactile feedback, part ${i}`
        : `Agent memory ${i}`;
      const arxiv = {
        id: `2602.${String(10_000 + i)}`,
        version: 1,
        announce: 'new' as const,
        categories: robots ? ['cs.RO'] : ['cs.CL'],
        license: null,
        doi: null,
        comment: null,
      };
      return { title, section: 'papers', outlet: 'arXiv', summary: title, published: NOW - 2 * DAY, arxiv };
    });
    const ids = writePast(file, '2026-02-14', papers);
    await decideAll(
      ids.filter((_, i) => i % 6 === 0),
      NOW,
      () => true,
    );
    expect(await learn(past())).toEqual([
      expect.stringMatching(/^The papers ranker and 10 new decisions: .*; the new one is in service\.$/u),
    ]);
  });
});
