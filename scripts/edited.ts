/**
 * Nights over a recorded world on whose third day an editor works on the issue: whether the nights after leave what she
 * made as it is, and whether her slots show what came to be of their stories.
 *
 *   node --import tsx scripts/edited.ts [--world feb2026 | none] [--nights 14] [--day 3]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import Database from 'better-sqlite3';
import { openDesk } from '../src/cli/desk-process.ts';
import type { ChangeView, SlotView } from '../src/desk/wire/issue.ts';
import { Desk, workOnIssue } from './edited/editor.ts';
import { startChangingWeb, type ChangingWeb, type Fate } from './edited/web.ts';
import { nightdesk } from './nightdesk.ts';
import { startRealWeb } from './realweb.ts';

/** A slot of the edited issue, and what it showed on the morning after each night. */
export interface WatchedSlot {
  title: string;
  /** What befalls its story, and on which night; undefined for stories of the recorded world. */
  fate: { is: Fate; night: number } | undefined;
  /** The kinds of changes that it showed in the end, each with the night on which it first did. */
  shown: readonly { slot: number; what: string; night: number; before: string | null; after: string | null }[];
}

export interface EditedNights {
  /** What is not as the editor left it: a table or an export, with the night. */
  altered: readonly string[];
  /** Rows that she left in the tables. */
  rows: Readonly<Record<string, number>>;
  slots: readonly WatchedSlot[];
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** The nights of the small web alone, without a recorded world. */
const START = Date.UTC(2026, 1, 15, 20);

interface World {
  feedsYaml: string;
  setNight(night: number): Promise<string>;
  close(): Promise<void>;
}

/** @param world a recorded world, null for the small web alone; @param day the night after which the editor works */
export async function replayEdited(world: string | null, nights: number, day: number): Promise<EditedNights> {
  const folder = mkdtempSync(join(tmpdir(), 'nightdesk-edited-'));
  const files = { db: join(folder, 'db.sqlite'), feeds: join(folder, 'feeds.yaml') };
  const small = await startChangingWeb(day, nights);
  const web = world === null ? alone() : await recorded(world);
  try {
    writeFileSync(files.feeds, web.feedsYaml + small.sources);
    return await watch({ ...files, web, small, nights, day });
  } finally {
    await Promise.all([web.close(), small.close()]);
    rmSync(folder, { recursive: true });
  }
}

function alone(): World {
  const feedsYaml = 'timezone: Asia/Seoul\ncontact: editors@example.org\npages: off\nsources:\n';
  const setNight = async (night: number): Promise<string> => new Date(START + (night - 1) * DAY).toISOString();
  return { feedsYaml, setNight, close: async () => {} };
}

async function recorded(world: string): Promise<World> {
  const web = await startRealWeb(world);
  const setNight = async (night: number): Promise<string> => (await web.setNight(night)).now;
  return { feedsYaml: await web.feedsYaml(), setNight, close: () => web.close() };
}

interface Watch {
  db: string;
  feeds: string;
  web: World;
  small: ChangingWeb;
  nights: number;
  day: number;
}

async function watch({ db, feeds, web, small, nights, day }: Watch): Promise<EditedNights> {
  const altered: string[] = [];
  const seen = new Map<string, Shown>();
  let left: State = {};
  let slots: readonly SlotView[] = [];
  for (let night = 1; night <= nights; night++) {
    const began = await web.setNight(night);
    small.setNight(night, Date.parse(began));
    await nightdesk('night', '--now', began, '--no-delay', '--db', db, '--feeds', feeds);
    const morning = Date.parse(began) + 3 * HOUR;
    if (night < day) continue;
    if (night === day) {
      const titles = small.subjects.map(({ title }) => title);
      await withDesk({ db, feeds, at: morning }, (desk) => workOnIssue(desk, titles, morning));
    }
    const now = await withDesk({ db, feeds, at: morning }, async (desk) => {
      return { state: await stateOf(db, desk), issue: await desk.issue() };
    });
    if (night === day) left = now.state;
    altered.push(...different(left, now.state).map((part) => `night ${night}: ${part}`));
    ({ slots } = now.issue);
    for (const { id, changes } of slots) remember(id, changes, night, seen);
  }
  return {
    altered,
    rows: Object.fromEntries(TABLES.map((table) => [table, (JSON.parse(left[table] ?? '[]') as unknown[]).length])),
    slots: slots.map((slot) => watchedSlot(slot, small, seen)),
  };
}

type State = Readonly<Record<string, string>>;

function different(before: State, after: State): string[] {
  return Object.keys(before).filter((part) => before[part] !== after[part]);
}

/** Everything that people made of the issue, and what would go out of it. */
const TABLES = ['slot', 'wording', 'piece', 'edition', 'trail', 'decision', 'issue'] as const;

/** What stands in these tables and in the exports, by name, as text. */
async function stateOf(db: string, desk: Desk): Promise<State> {
  const { number } = await desk.issue();
  const file = new Database(db, { readonly: true });
  const rows = TABLES.map((table) => {
    const all = file.prepare(`select * from ${table} order by rowid`).all();
    return [table, JSON.stringify(all)] as const;
  });
  file.close();
  const exports = ['en', 'ko'].map(async (lang) => {
    const text = await desk.text(`/issue/file?number=${number}&lang=${lang}&to=markdown`);
    // The subtitle names the newest night.
    return [`export ${lang}`, text.replace(/^\*.*\*$/m, '')] as const;
  });
  return Object.fromEntries([...rows, ...(await Promise.all(exports))]);
}

async function withDesk<T>(
  { db, feeds, at }: { db: string; feeds: string; at: number },
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const now = new Date(at).toISOString();
  const desk = await openDesk({ db, feeds, now, port: 0, host: '127.0.0.1', editor: 'mina', delay: false });
  try {
    return await work(new Desk(`http://127.0.0.1:${desk.address.port}`));
  } finally {
    await desk.close();
  }
}

type Shown = WatchedSlot['shown'][number];

/** Keeps on which night each change was shown first. */
function remember(slot: number, changes: readonly ChangeView[], night: number, seen: Map<string, Shown>): void {
  for (const { at, what, before, after } of changes) {
    const key = `${slot} ${at} ${what} ${before ?? ''} ${after ?? ''}`;
    if (!seen.has(key)) seen.set(key, { slot, what, night, before, after });
  }
}

function watchedSlot({ id, original }: SlotView, small: ChangingWeb, seen: ReadonlyMap<string, Shown>): WatchedSlot {
  const shown = [...seen.values()].filter(({ slot }) => slot === id);
  const subject = small.subjects.find(({ title, retitled }) => [title, retitled].includes(original.title));
  const fate = subject && { is: subject.fate, night: subject.night };
  return { title: original.title, fate, shown };
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      world: { type: 'string', default: 'feb2026' },
      nights: { type: 'string', default: '14' },
      day: { type: 'string', default: '3' },
    },
  });
  const [nights, day] = [Number(values.nights), Number(values.day)];
  const { altered, rows, slots } = await replayEdited(values.world === 'none' ? null : values.world, nights, day);
  console.log(`${values.world} and a small web beside it, ${nights} nights, edited on the morning of day ${day}\n`);
  console.log(`Rows left by night ${day}: ${TABLES.map((table) => `${table} ${rows[table]}`).join(', ')}`);
  console.log(
    `Altered by the ${nights - day} nights after: ${altered.length === 0 ? 'nothing' : altered.join('; ')}\n`,
  );
  console.log('| story | befalls it | shown on the slot |');
  console.log('|---|---|---|');
  for (const { title, fate, shown } of slots) {
    const due = fate === undefined ? 'recorded' : fate.is === null ? 'nothing' : `${fate.is}, night ${fate.night}`;
    const told = shown.map(({ what, night, after }) => `night ${night}: ${what} (${after ?? 'back'})`);
    console.log(`| ${title} | ${due} | ${told.join('; ')} |`);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
