import { likeEntries } from '../curate/stories/past.ts';
import { BASE_WORDS, learnWords } from '../curate/stories/words.ts';
import { addressKeys } from '../dedupe/keys.ts';
import type { Instant, Reason } from '../model.ts';
import type { ReadItem } from '../store/curation.ts';
import type { Met, PrintedRow, Recollection } from '../store/memory.ts';
import type { NightContext } from './context.ts';
import { groupItem, LEARNED_DAYS } from './group.ts';
import { say } from '../text/said.ts';

const DAY = 86_400_000;

/** Entries are compared by their words for so long; an address or a paper is known for ever. */
const REMEMBERED_DAYS = 45;
/** A report that comes so soon after an issue tells what the issue told; later ones tell what came of it. */
const LATE_REPORT = 2 * DAY;

type RecallContext = Pick<NightContext, 'store' | 'config' | 'began'>;

/** Checks every story that may still be offered against everything that past issues printed. */
export async function recall(context: NightContext): Promise<void> {
  const { progress } = context;
  const items = await openItems(context);
  progress.stage('recall', items.length);
  await recallItems(items, context);
  progress.done();
}

/** Reports of stories that may still be offered: those of the open issue's window, and those that take new reports. */
export async function openItems({ store, began, config }: RecallContext): Promise<ReadItem[]> {
  const open = await store.issues.open();
  return store.curation.groupedSince(Math.min(open?.windowFrom ?? began, began - config.stories.windowDays * DAY));
}

/** Makes the memory of the stories of these items anew. */
export async function recallItems(items: readonly ReadItem[], { store, began }: RecallContext): Promise<void> {
  const stories = [...new Set(items.flatMap(({ story }) => story ?? []))];
  const met = await store.memory.met(stories);
  const past = await store.memory.printedSince(began - REMEMBERED_DAYS * DAY);
  const titles = past.length === 0 ? [] : await store.curation.titlesBetween(began - LEARNED_DAYS * DAY, began);
  const entries = past.map(({ lang, ...row }) => ({ ...row, language: lang }));
  const like = likeEntries(items.map(groupItem), entries, learnWords(BASE_WORDS, titles));
  const storyOf = new Map(items.map((item) => [item.id, item.story ?? item.id]));
  const entryOf = new Map(past.map((row) => [row.id, row]));
  const found = [
    ...met.map((row) => ofMeeting(row, items)),
    ...like.flatMap(({ item, past: id, why }) => {
      const [story, entry] = [storyOf.get(item), entryOf.get(id)];
      return story === undefined || entry === undefined ? [] : [ofWords(story, entry, why, items)];
    }),
  ];
  await store.memory.recall(stories, strongest(found));
}

/** Reports of a story that was printed may go on after it. */
function ofMeeting(row: Met, items: readonly ReadItem[]): Recollection {
  const kind = row.by === 'story' ? 'story' : row.key.startsWith('arxiv:') ? 'paper' : 'link';
  const later = laterReports(row, items);
  const why = { link: say('past.address'), paper: say('past.paper'), story: say('past.story') }[kind];
  const [newest] = later;
  if (newest === undefined) return recollection(row.of, kind, row, why);
  const since = say('past.since', { why, outlet: newest.outlet, title: newest.title });
  return recollection(row.of, 'update', row, since);
}

function ofWords(story: number, entry: PrintedRow, why: string, items: readonly ReadItem[]): Recollection {
  const own = items.filter((item) => item.story === story);
  const first = Math.min(...own.map(({ published }) => published));
  return recollection(story, first > entry.date + LATE_REPORT ? 'update' : 'story', entry, why);
}

/** Other reports that came when the issue's own news was over, newest first. */
function laterReports({ of, date, key }: Met, items: readonly ReadItem[]): ReadItem[] {
  return items
    .filter((item) => item.story === of && item.published > date + LATE_REPORT && !addressKeys(item).includes(key))
    .toSorted((a, b) => b.published - a.published || b.id - a.id);
}

function recollection(
  story: number,
  kind: Recollection['kind'],
  { issue, date, title, url }: PrintedRow,
  why: string,
): Recollection {
  return { story, issue, kind, date, title, url, why };
}

const STRENGTH: Record<Recollection['kind'], number> = { paper: 4, link: 3, update: 2, story: 1 };

/** One word an issue: the strongest. */
function strongest(found: readonly Recollection[]): Recollection[] {
  const best = new Map<string, Recollection>();
  for (const one of found) {
    const key = `${one.story} ${one.issue}`;
    const before = best.get(key);
    if (before === undefined || STRENGTH[one.kind] > STRENGTH[before.kind]) best.set(key, one);
  }
  return [...best.values()];
}

/** "ran in #41, 12 days ago", "update to #41, 12 days ago". */
export function inWords({ kind, issue, date }: Recollection, now: Instant): string {
  return say(kind === 'update' ? 'past.update' : 'past.ran', { issue, ago: ago(date, now) });
}

/** A recollection as a reason of a candidate; it adds nothing to the score. */
export function remembered(past: Recollection, now: Instant): Reason {
  const name = past.kind === 'update' ? 'update' : 'ran';
  const { issue, date, title, why } = past;
  const saying = past.kind === 'update' ? 'past.updateOf' : 'past.ranAs';
  return { name, value: say(saying, { issue, ago: ago(date, now), title, why }), weight: 0 };
}

function ago(date: Instant, now: Instant): string {
  const days = Math.max(0, Math.floor((now - date) / DAY));
  return days === 0 ? say('ago.today') : say('ago.days', { n: days });
}
