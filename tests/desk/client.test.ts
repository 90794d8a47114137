import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../src/desk/client/messages/table.ts';
import { countsOf, membersOf, sortedBy, withNews, type Tab } from '../../src/desk/client/screens/candidates/tabs.ts';
import { mergeLog, paceOf, standingOf, withOwn } from '../../src/desk/client/screens/candidates/standing.ts';
import type { CandidateList, DecisionEntry, StoryRow } from '../../src/desk/wire/candidates.ts';

const CLIENT = 'src/desk/client';
const files = readdirSync(CLIENT, { recursive: true, encoding: 'utf8' });
const sources = files.filter((file) => /\.tsx?$/.test(file)).map((file) => readFileSync(join(CLIENT, file), 'utf8'));

const messages = Object.entries(MESSAGES).map(([key, [en, ko]]) => ({ key, en, ko }));

describe('the client', () => {
  it('is below 60 kB packed: every screen, every style, both languages', () => {
    const assets = readdirSync('dist/desk/assets');
    const packed = assets.map((name) => gzipSync(readFileSync(join('dist/desk/assets', name)), { level: 9 }).length);
    expect(assets.some((name) => name.endsWith('.js')) && assets.some((name) => name.endsWith('.css'))).toBe(true);
    expect(packed.reduce((sum, size) => sum + size, 0)).toBeLessThan(60_000);
  });

  it('holds every message in both languages, a line each', () => {
    const script = readdirSync('dist/desk/assets').find((name) => name.endsWith('.js')) ?? '';
    const lines = new Set(readFileSync(join('dist/desk/assets', script), 'utf8').split(/[\n`]/));
    const texts = messages.flatMap(({ en, ko }) => [en, ko]);
    expect(texts.filter((text) => !lines.has(text))).toEqual([]);
  });

  it('has no message that nothing shows, and none twice', () => {
    const code = sources.join('\n');
    const beginnings = [...code.matchAll(/`([\w.]+\.)\$\{/g)].map(([, beginning = '']) => beginning);
    const isShown = (key: string): boolean =>
      code.split(`'${key}'`).length > 2 || beginnings.some((beginning) => key.startsWith(beginning));
    const keys = sources.flatMap((source) => [...source.matchAll(/^  '([\w. ]+)': \[/gm)].map(([, key = '']) => key));
    expect(keys.filter((key) => !isShown(key))).toEqual([]);
    // What the build knows a name by.
    expect(keys.filter((key) => !key.includes('.'))).toEqual([]);
    expect(keys.toSorted()).toEqual(messages.map(({ key }) => key).toSorted());
  });

  it('has every message in both languages, with the same values in it', () => {
    const valuesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
    expect(messages.length).toBeGreaterThan(150);
    for (const { key, en, ko } of messages) {
      expect([key, en.trim(), ko.trim()]).not.toContain('');
      expect([key, ...new Set(valuesOf(ko))].sort()).toEqual([key, ...new Set(valuesOf(en))].sort());
    }
  });

  it('says nothing that is not in the table of messages', () => {
    const texts = sources.flatMap((source) => [...source.matchAll(/>\s*([A-Za-z][a-z]+(?: [a-z]+)*)\s*<\//g)]);
    expect(texts.map((match) => match[1])).toEqual([]);
  });
});

const entry = (id: number, action: DecisionEntry['action'], more: Partial<DecisionEntry> = {}): DecisionEntry => ({
  id,
  key: `k${id}`,
  action,
  story: id,
  undoes: null,
  target: null,
  item: null,
  editor: 'mina',
  at: id * 10_000,
  ...more,
});

const row = (story: number, more: Partial<StoryRow> = {}): StoryRow => ({
  story,
  section: 'news',
  rank: story,
  score: 1,
  below: null,
  title: `Story ${story}`,
  lang: 'en',
  outlets: ['One'],
  published: 0,
  badges: [],
  flags: [],
  slot: null,
  notes: 0,
  votes: 0,
  ...more,
});

describe('what stands', () => {
  it('is the newest decision on a story that nobody took back', () => {
    const log = [entry(1, 'keep'), entry(2, 'spike', { story: 1 }), entry(3, 'undo', { story: 1, undoes: 'k2' })];
    expect(standingOf(log.slice(0, 2)).choices.get(1)?.action).toBe('spike');
    expect(standingOf(log).choices.get(1)?.action).toBe('keep');
    expect(standingOf(log).inForce.map(({ key }) => key)).toEqual(['k1']);
  });

  it('counts a deed of this browser once, and stands in the order of the desk', () => {
    const own = entry(2, 'spike', { key: 'mine' });
    expect(withOwn([entry(1, 'keep'), own], [own])).toHaveLength(2);
    expect(mergeLog([entry(3, 'keep')], [entry(1, 'keep'), entry(3, 'keep')]).map(({ id }) => id)).toEqual([1, 3]);
  });

  it('puts stories into tabs: undecided by section, merged ones nowhere', () => {
    const rows = [
      row(1),
      row(2),
      row(3, { section: 'papers' }),
      row(4, { slot: { section: 'news', place: 1 } }),
      row(5),
    ];
    const standing = standingOf([entry(1, 'hold'), entry(2, 'keep'), entry(5, 'merge', { target: 4 })]);
    const membersIn = (tab: Tab): number[] => membersOf(tab, sortedBy('score', rows), standing, 'all');
    expect(membersIn('news')).toEqual([4]);
    expect(membersIn('held')).toEqual([1]);
    expect(membersIn('issue')).toEqual([4, 2]);
    expect(countsOf(rows, standing)).toEqual({ news: 1, papers: 1, held: 1, spiked: 0, issue: 2 });
  });

  it('takes over where stories stand and what is said of them, and touches no other row', () => {
    const rows = [
      row(1),
      row(2, { slot: { section: 'news', place: 1 } }),
      row(3, { slot: { section: 'news', place: 2 } }),
    ];
    const list: CandidateList = { night: null, issue: 1, rows, log: [] };
    const same = [
      { story: 2, section: 'news', place: 1 },
      { story: 3, section: 'news', place: 2 },
    ];
    expect(withNews(list, { slots: same, talk: [] })).toBe(list);
    const moved = withNews(list, {
      slots: [{ story: 3, section: 'news', place: 1 }],
      talk: [{ story: 2, notes: 0, votes: 2 }],
    }).rows;
    expect(moved.map(({ slot }) => slot?.place ?? null)).toEqual([null, null, 1]);
    expect(moved.map(({ votes }) => votes)).toEqual([0, 2, 0]);
    expect(moved[0]).toBe(rows[0]);
  });

  it('knows an editor’s pace: the median, without the pauses', () => {
    const at = [0, 10, 22, 30, 600, 612, 620, 631].map((seconds) => seconds * 1000);
    const log = at.map((moment, index) => entry(index + 1, 'keep', { at: moment }));
    expect(paceOf(log, 'mina')).toBe(11_000);
    expect(paceOf(log.slice(0, 3), 'mina')).toBeNull();
  });
});
