import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseConfig } from '../../src/config.ts';
import { groupStories } from '../../src/curate/stories/group.ts';
import type { GroupItem } from '../../src/curate/stories/model.ts';
import { BASE_WORDS, learnWords } from '../../src/curate/stories/words.ts';
import { identifyBatch, type KnownItem } from '../../src/dedupe/identify.ts';
import { keysOf } from '../../src/dedupe/keys.ts';
import type { ItemDraft } from '../../src/model.ts';
import { groupItems } from '../../src/night/group.ts';
import { openDatabase } from '../../src/store/open.ts';
import { openStore } from '../../src/store/store.ts';

const ARCHIVE = Number(process.env['STORIES_ITEMS'] ?? 1_000_000);
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 1, 15, 20);
/** What an ordinary desk sees a night. */
const NIGHTLY = 500;

/** How long grouping and the look for duplicates take, and that neither grows with the archive. Markdown. */
export async function benchStories(): Promise<string> {
  const nights = [group(500, 10_000), group(20_000, 200_000)];
  const curve = [];
  for (const size of [ARCHIVE / 100, ARCHIVE / 10, ARCHIVE]) curve.push(await nightOver(size));
  return [
    '### Grouping: new titles against those of earlier nights',
    '',
    '| new | earlier | seconds of processor time | the process holds at most |',
    '|---|---|---|---|',
    ...nights,
    '',
    `### A night of ${NIGHTLY} items over an archive, the store included`,
    '',
    '| items in the archive | in open stories | milliseconds an item |',
    '|---|---|---|',
    ...curve,
    '',
    `Duplicates: ${Math.round(lookups(200_000)).toLocaleString('en')} items are looked up a second among 200,000 known ones.`,
  ].join('\n');
}

function group(fresh: number, earlier: number): string {
  const random = generator(7);
  const known = titles(earlier, random).map((title, id) => ({ ...item(id, title, NOW - 5 * DAY), story: id }));
  const tonight = titles(fresh, random).map((title, n) => item(earlier + n, title, NOW));
  const stats = learnWords(
    BASE_WORDS,
    known.map(({ title }) => title),
  );
  const started = process.cpuUsage();
  groupStories(tonight, known, stats);
  const { user, system } = process.cpuUsage(started);
  const held = process.resourceUsage().maxRSS / 1000;
  return `| ${fresh.toLocaleString('en')} | ${earlier.toLocaleString('en')} | ${((user + system) / 1e6).toFixed(2)} | ${held.toFixed(0)} MB |`;
}

/** One night over an archive whose items came evenly, so many a night. */
async function nightOver(size: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-stories-'));
  try {
    const file = join(folder, 'bench.sqlite');
    fill(file, size);
    const store = openStore(file);
    const tonight = await store.curation.ungrouped();
    const config = parseConfig('sources: []');
    const open = await store.curation.groupedSince(NOW - config.stories.windowDays * DAY);
    const started = process.cpuUsage();
    await groupItems(tonight, { store, config, began: NOW });
    const { user, system } = process.cpuUsage(started);
    store.close();
    const each = (user + system) / 1000 / tonight.length;
    return `| ${size.toLocaleString('en')} | ${open.length.toLocaleString('en')} | ${each.toFixed(2)} |`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function fill(file: string, size: number): void {
  const db = openDatabase(file);
  const random = generator(11);
  const add = db.$client.prepare(
    `insert into item (id, url, canonical_url, title, authors, published, first_seen, language, section, outlet, summary, told_by, story)
     values (@id, @url, @url, @title, '[]', @at, @at, 'en', 'news', @outlet, '', 'bench', @story)`,
  );
  db.$client.transaction(() => {
    for (let id = 1; id <= size; id += 1) {
      const night = Math.floor((size - id) / NIGHTLY);
      const story = night === 0 ? null : id;
      const [title = ''] = titles(1, random);
      const url = `https://o${id % 300}.example/${id}`;
      add.run({ id, url, title, at: NOW - night * DAY, outlet: `Outlet ${id % 300}`, story });
    }
  })();
  db.$client.close();
}

/** Items identified in a second, by addresses and titles, half of them known. */
function lookups(size: number): number {
  const random = generator(13);
  const drafts = titles(size, random).map(draft);
  const byAddress = new Map<string, KnownItem[]>();
  const byTitleDay = new Map<string, KnownItem[]>();
  for (const [id, one] of drafts.entries()) {
    const { addresses, titleDay } = keysOf(one);
    const known = { id, title: one.title, summary: '', published: NOW, addresses, sources: ['other'] };
    for (const key of addresses) byAddress.set(key, [known]);
    if (titleDay !== null) byTitleDay.set(titleDay, [known]);
  }
  const asked = [...drafts.slice(0, size / 4), ...titles(size / 4, random).map((title, n) => draft(title, size + n))];
  const started = process.cpuUsage();
  for (let from = 0; from < asked.length; from += 50)
    identifyBatch(asked.slice(from, from + 50), { byEntry: new Map(), byAddress, byTitleDay });
  const { user, system } = process.cpuUsage(started);
  return asked.length / ((user + system) / 1e6);
}

function draft(title: string, n: number): ItemDraft {
  const url = `https://www.outlet${n % 300}.example/2026/02/${n}-story?utm_source=rss&utm_medium=feed`;
  const texts = { title, summary: '', text: '', outlet: `Outlet ${n % 300}`, language: 'en', section: 'news' as const };
  const nothing = { image: null, discussion: null, arxiv: null, claimedUpdated: null, authors: [], categories: [] };
  const canonicalUrl = `https://www.outlet${n % 300}.example/2026/02/${n}-story`;
  return { sourceId: 'bench', entryId: String(n), url, canonicalUrl, claimedPublished: NOW, ...texts, ...nothing };
}

function item(id: number, title: string, published: number): GroupItem {
  const addresses = [`o${id % 300}.example/${id}`];
  return { id, title, lead: '', outlet: `Outlet ${id % 300}`, published, language: 'en', addresses, cites: [] };
}

/** Titles of words that are as unevenly common as those of a language (Zipf), names among them; some tell one story. */
function titles(count: number, random: () => number): string[] {
  const made: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const told = random() < 0.3 ? made.at(-1 - Math.floor(random() * 20)) : undefined;
    const words = told?.split(' ') ?? Array.from({ length: 6 + Math.floor(random() * 6) }, () => word(random));
    if (told !== undefined) for (let k = 0; k < 3; k += 1) words[Math.floor(random() * words.length)] = word(random);
    made.push(words.join(' '));
  }
  return made;
}

const VOCABULARY = 60_000;

function word(random: () => number): string {
  const rank = Math.floor(VOCABULARY ** random());
  const letters = rank.toString(26).replace(/./gu, (digit) => String.fromCodePoint(97 + Number.parseInt(digit, 26)));
  return rank % 3 === 0 ? `${letters.slice(0, 1).toUpperCase()}${letters.slice(1)}ox` : `${letters}an`;
}

/** A linear congruential generator (the constants of ANSI C's example rand). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x7f_ff_ff_ff;
  };
}
