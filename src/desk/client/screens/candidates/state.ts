import { batch, computed, effect, signal } from '@preact/signals';
import type { CandidateList, DecisionDeed, DecisionEntry, StoryRow } from '../../../wire/candidates.ts';
import { get } from '../../api.ts';
import { editor, marks } from '../../live.ts';
import { enqueue, onConfirmed, pending } from '../../queue.ts';
import { adjust, route } from '../../route.ts';
import { mergeLog, paceOf, standingOf, withOwn, type Entry } from './standing.ts';
import { bestScores, countsOf, FLAG_FILTERS, membersOf, sortedBy, SORTS, TABS, withNews } from './tabs.ts';

const PATH = '/decisions';

/** The list as the desk told it last; null until then. */
export const list = signal<CandidateList | null>(null);
const log = signal<readonly DecisionEntry[]>([]);
/** Deeds of this browser that the desk has not confirmed. */
const own = computed(() =>
  pending.value.flatMap((deed) => (deed.path === PATH ? [entryFrom(deed.body as DecisionDeed, deed.editor)] : [])),
);
const entries = computed(() => withOwn(log.value, own.value));
export const standing = computed(() => standingOf(entries.value));
export const rows = computed(() => new Map((list.value?.rows ?? []).map((row) => [row.story, row])));
export const counts = computed(() => countsOf(list.value?.rows ?? [], standing.value));
export const pace = computed(() => paceOf(entries.value, editor.value ?? ''));

export const tab = computed(() => TABS.find((each) => each === route.value.params['tab']) ?? 'news');
export const sort = computed(() => SORTS.find((each) => each === route.value.params['sort']) ?? 'score');
export const flag = computed(() => FLAG_FILTERS.find((each) => each === route.value.params['flag']) ?? 'all');

/** All rows in the chosen order: no decision changes it, and sorting ten thousand takes longer than a frame. */
const sorted = computed(() => sortedBy(sort.value, list.value?.rows ?? []));
/** The stories of the tab now. What the editor sees is `shown`: nothing moves under them. */
const members = computed(() => membersOf(tab.value, sorted.value, standing.value, flag.value));
const snapshot = signal<readonly number[]>([]);
const seen = computed(() => new Set(snapshot.value));
export const shown = computed(() =>
  snapshot.value.filter((story) => rows.value.has(story) && !standing.value.merged.has(story)),
);
/** Stories of the tab that came after the list was opened. */
export const fresh = computed(() => members.value.filter((story) => !seen.value.has(story)));
/** The best score of each section: what the bars of the rows are measured by. */
export const best = computed(() => bestScores(list.value?.rows ?? []));

/** Rows chosen for one deed, beside the one in focus. */
export const selected = signal<ReadonlySet<number>>(new Set());
/** What was done last, for the line below the list. */
export const lastDeed = signal<string>('');

/** The story in focus: as the address says, else the first. */
export const focused = computed(() => {
  const named = Number(route.value.params['story']);
  return rows.value.has(named) ? named : (shown.value[0] ?? null);
});

export function focus(story: number): void {
  adjust({ story: String(story) });
}

/**
 * Shows what is new and lets go of what is decided. The story that the address names stays, on top if it stands elsewhere
 * by now: a list always holds what is read beside it.
 */
export function refresh(): void {
  const named = Number(route.peek().params['story']);
  const stories = members.peek();
  snapshot.value = !rows.peek().has(named) || stories.includes(named) ? stories : [named, ...stories];
}

/** Moves the focus by rows; with `extend`, the rows on the way are selected. */
export function step(by: number, extend = false): void {
  const at = shown.value.indexOf(focused.value ?? -1);
  const next = shown.value[Math.max(0, Math.min(shown.value.length - 1, at + by))];
  if (next === undefined) return;
  if (extend) selected.value = new Set([...selected.value, ...(focused.value === null ? [] : [focused.value]), next]);
  else if (selected.value.size > 0) selected.value = new Set();
  focus(next);
}

/** The stories that a deed is about: the selected ones, else the one in focus. */
export function targets(): StoryRow[] {
  const ids = selected.value.size > 0 ? shown.value.filter((story) => selected.value.has(story)) : [focused.value];
  return ids.flatMap((id) => (id === null ? [] : (rows.value.get(id) ?? [])));
}

type DeedBody = DecisionDeed extends infer Deed ? (Deed extends DecisionDeed ? Omit<Deed, 'id' | 'at'> : never) : never;

/** Takes a decision: shown at once, kept in this browser, sent behind it. */
export function decide(body: DeedBody, what: string): void {
  enqueue(PATH, body, what);
  lastDeed.value = what;
}

/** The editor's newest decision that stands; undo takes it back. */
export function newestOwn(): Entry | null {
  return standing.value.inForce.findLast((entry) => entry.editor === editor.value) ?? null;
}

/** To the next row that is to be decided, else to the next one at all; the list stays where it is. */
export function advance(): void {
  const ids = shown.value;
  const last = Math.max(...targets().map(({ story }) => ids.indexOf(story)));
  const isOpen = (story: number): boolean => !standing.value.choices.has(story) && !selected.value.has(story);
  const next = ids.slice(last + 1).find(isOpen) ?? ids.slice(0, last).findLast(isOpen) ?? ids[last + 1];
  selected.value = new Set();
  if (next !== undefined) focus(next);
}

function entryFrom(deed: DecisionDeed, by: string): Entry {
  return {
    key: deed.id,
    action: deed.action,
    story: 'story' in deed ? deed.story : 0,
    undoes: deed.action === 'undo' ? deed.undoes : null,
    target: 'target' in deed ? deed.target : null,
    item: 'item' in deed ? deed.item : null,
    editor: by,
    at: deed.at,
  };
}

/** The list is on its way: while a night runs, marks may come faster than a long one. */
let isLoading = false;

/** Asks for everything anew: after a night, and when reports went from one story to another. */
async function load(): Promise<void> {
  if (isLoading) return;
  isLoading = true;
  const asked = marks.peek();
  try {
    const answer = await get('/candidates');
    isLoading = false;
    batch(() => {
      const isFirst = list.value === null;
      list.value = answer;
      log.value = answer.log;
      const { run = '', talk = 0, decision = 0, trail = 0 } = asked ?? {};
      reached = { run, talk, decision, trail };
      // Where nothing stood, nothing moves.
      if (isFirst || snapshot.peek().length === 0) refresh();
    });
    // What was written while the answer was on its way may not be in it.
    if (marks.peek()?.run !== asked?.run) await load();
    else if (marks.peek() !== asked) await catchUp();
  } catch {
    isLoading = false;
    // The line of the frame says that the desk is away; its next marks ask again.
  }
}

/** Asks for what was decided and said since, by anybody. */
async function catchUp(): Promise<void> {
  const { trail = 0, talk = 0 } = marks.peek() ?? {};
  try {
    const news = await get(PATH, { after: String(reached.decision) });
    batch(() => {
      log.value = mergeLog(log.value, news.entries);
      reached.decision = Math.max(reached.decision, ...news.entries.map(({ id }) => id));
      Object.assign(reached, { trail, talk });
      if (list.value !== null) list.value = withNews(list.value, news);
    });
    const known = log.value.filter(({ key }) => news.entries.some((entry) => entry.undoes === key));
    if ([...news.entries, ...known].some(({ action }) => ['merge', 'split', 'move'].includes(action))) await load();
  } catch {
    // As above.
  }
}

/** How far the list has come. */
let reached = { run: '', talk: 0, decision: 0, trail: 0 };

/** Starts with the screen: keeps the list as new as the desk's marks say. */
export function followCandidates(): () => void {
  const stops = [
    effect(() => {
      const now = marks.value;
      if (now === null || editor.value === null) return;
      const { run, decision, trail, talk } = reached;
      if (list.peek() === null || now.run !== run) void load();
      else if (now.decision > decision || now.trail > trail || now.talk !== talk) void catchUp();
    }),
    // Another tab, order or filter is another list.
    effect(() => {
      if (tab.value && sort.value && flag.value) refresh();
      selected.value = new Set();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

onConfirmed(({ path }, reply) => {
  if (path === PATH) log.value = mergeLog(log.value, [reply as DecisionEntry]);
});
