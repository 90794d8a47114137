import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/store/open.ts';
import type { SearchFilter } from '../../src/store/search-query.ts';
import { openStore } from '../../src/store/store.ts';

const ITEMS = Number(process.env['SEARCH_ITEMS'] ?? 1_000_000);
/** A file to make the items in once, and to search again the next time; a temporary one when not named. */
const KEPT = process.env['SEARCH_DB'];
const ROUNDS = 21;
const START = Date.UTC(2023, 0);
const SPAN = 3 * 365 * 86_400_000;

type Asked = SearchFilter & { limit?: number };

/** Common and rare, one syllable and many words, with and without filters; what is costly last. */
const QUERIES: [string, Asked][] = [
  ['ai', {}],
  ['model', {}],
  ['openai google', {}],
  ['"open source"', {}],
  ['ai 모델', {}],
  ['w9000 w9100', {}],
  ['nowhere', {}],
  ['봄', {}],
  ['인공', {}],
  ['인공지능', {}],
  ['연구자', {}],
  ['ai', { source: 's7' }],
  ['ai', { decision: 'keep' }],
  ['ai', { section: 'papers', from: Date.UTC(2024, 2, 5), to: Date.UTC(2024, 2, 8) }],
  ['model', { from: Date.UTC(2023, 1, 3), to: Date.UTC(2025, 10, 20) }],
  ['model', { decision: 'none', section: 'news', source: 's3' }],
  [
    'model',
    { decision: 'none', section: 'news', source: 's3', from: Date.UTC(2023, 1, 3), to: Date.UTC(2025, 10, 20) },
  ],
  ['ai', { limit: 1000 }],
  ['mo', {}],
  ['w1', {}],
  ['trans', {}],
  ['w40 w41 w42 w43', {}],
  ['w12 w13 w14 w15 w16', {}],
];

/** How long a search takes over a great many items, and what its index costs. Markdown. */
export async function benchSearch(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-search-'));
  try {
    const file = KEPT ?? join(folder, 'bench.sqlite');
    const isThere = existsSync(file);
    if (!isThere) fill(file);
    const store = openStore(file);
    const cost = await indexing(store);
    const indexed = isThere ? [] : ['', cost];
    const rows = [];
    for (const [words, asked] of QUERIES) rows.push(await timeQuery(store, words, asked));
    store.close();
    return [
      `### Search over ${ITEMS.toLocaleString('en')} items: ${ROUNDS} rounds, in milliseconds`,
      '',
      '| words | filter | found | processor, median | clock, median | clock, worst |',
      '| --- | --- | ---: | ---: | ---: | ---: |',
      ...rows,
      ...indexed,
    ].join('\n');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What the index costs, in a sentence. */
async function indexing(store: ReturnType<typeof openStore>): Promise<string> {
  const before = store.size().bytes;
  const cpu = process.cpuUsage();
  await store.search.catchUp();
  const spent = process.cpuUsage(cpu).user / ITEMS;
  const bytes = (store.size().bytes - before) / ITEMS;
  return `Indexing: ${spent.toFixed(0)} µs of processor time an item; the index takes ${bytes.toFixed(0)} bytes an item of 40 words (the items ${(before / ITEMS).toFixed(0)}).`;
}

async function timeQuery(
  store: ReturnType<typeof openStore>,
  words: string,
  { limit = 50, ...filter }: Asked,
): Promise<string> {
  const [cpu, clock]: [number[], number[]] = [[], []];
  let found = '';
  for (let round = 0; round < ROUNDS; round++) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    const { items, more } = await store.search.find(words, { ...filter, limit });
    const { user, system } = process.cpuUsage(before);
    cpu.push((user + system) / 1000);
    clock.push(performance.now() - started);
    found = `${items.length}${more ? '+' : ''}`;
  }
  const figures = [middle(cpu), middle(clock), Math.max(...clock)].map((figure) => figure.toFixed(1));
  return `| ${words} | ${narrowed(filter)} | ${found} | ${figures.join(' | ')} |`;
}

function middle(figures: readonly number[]): number {
  return figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
}

function narrowed(filter: SearchFilter): string {
  const parts = Object.entries(filter).map(
    ([key, value]) => `${key} ${typeof value === 'number' ? iso(value) : value}`,
  );
  return parts.join(', ');
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** Items with words by Zipf's law, a fifth of them Korean; one of a thousand stories is kept. */
function fill(file: string): void {
  const db = openDatabase(file);
  const client = db.$client;
  client.pragma('synchronous = OFF');
  const addItem = client.prepare(
    `insert into item (url, canonical_url, title, authors, published, first_seen, language, section, outlet, summary, told_by, story)
     values (@url, @url, @title, '[]', @at, @at, @language, @section, 'Courier', @summary, @source, @story)`,
  );
  const see = client.prepare(
    `insert into sighting (source_id, entry_id, item_id, first_seen, title, why, digest) values (?, ?, ?, ?, '', '', '')`,
  );
  const decide = client.prepare(
    `insert into decision (story, action, editor, at, why, taken_on) values (?, 'keep', 'bench', 0, '', '{}')`,
  );
  const random = generator(7);
  const insert = client.transaction((from: number, to: number) => {
    for (let id = from; id <= to; id++) {
      const korean = random() < 0.2;
      const at = START + Math.floor((SPAN * id) / ITEMS);
      const text = (count: number): string => sentence(count, korean, random);
      const source = `s${Math.floor(random() * 200)}`;
      const section = random() < 0.5 ? 'papers' : 'news';
      const language = korean ? 'ko' : 'en';
      addItem.run({
        url: `https://courier.example/${id}`,
        title: text(9),
        summary: text(30),
        at,
        language,
        section,
        source,
        story: id,
      });
      see.run(source, String(id), id, at);
      if (id % 1000 === 0) decide.run(id);
    }
  });
  for (let from = 1; from <= ITEMS; from += 20_000) insert(from, Math.min(ITEMS, from + 19_999));
  client.close();
}

const FREQUENT = ['ai', 'model', 'openai', 'google', 'open', 'source', 'new', 'data', 'learning', 'transformer'];
const NOUNS = [
  '인공지능',
  '모델',
  '연구자',
  '구글',
  '오픈소스',
  '데이터',
  '학습',
  '봄',
  '기업',
  '정부',
  '공개',
  '개발',
];
const PARTICLES = ['', '이', '가', '을', '를', '의', '에서', '들이', '은'];

function sentence(count: number, korean: boolean, random: () => number): string {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const words = Array.from({ length: count }, () => {
    const rank = Math.floor(Math.exp(random() * Math.log(60_000)));
    if (korean && random() < 0.8) return `${rank < 4000 ? pick(NOUNS) : syllables(rank)}${pick(PARTICLES)}`;
    return FREQUENT[rank - 1] ?? `w${rank}`;
  });
  return words.join(' ');
}

/** A made-up Korean word, the same for the same number. */
function syllables(number: number): string {
  return String.fromCharCode(0xac00 + (number % 11_000), 0xac00 + ((number * 7) % 11_000));
}

/** A small seeded generator (mulberry32), so that every run measures the same items. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
