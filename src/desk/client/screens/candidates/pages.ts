import { computed, effect, signal } from '@preact/signals';
import type { Report, StoryPage } from '../../../wire/candidates.ts';
import { get } from '../../api.ts';
import { marks } from '../../live.ts';
import { onConfirmed } from '../../queue.ts';
import { route } from '../../route.ts';
import { focused, shown } from './state.ts';

/** Stories that were opened or are likely to be next. */
const pages = signal<ReadonlyMap<number, { page: StoryPage; written: string }>>(new Map());
const asked = new Set<number>();
/** How far everything has come that a story's page shows. */
const written = computed(() => {
  const { decision, run, text, trail, talk } = marks.value ?? {};
  return [decision, run, text, trail, talk].join();
});
/** The story could not be read: why, for a person. */
export const trouble = signal<string | null>(null);

const AHEAD = 2;
const KEPT = 60;

export function pageOf(story: number): StoryPage | null {
  return pages.value.get(story)?.page ?? null;
}

export const page = computed(() => (focused.value === null ? null : pageOf(focused.value)));

/** The report that is read: the one named in the address, else the lead. */
export const report = computed<Report | null>(() => {
  if (page.value === null) return null;
  const item = Number(route.value.params['report']);
  return page.value.others.find((each) => each.item === item) ?? page.value.lead;
});

/** Reads the story in focus, again whenever something was written, and ahead the ones below it. */
export function followPages(): () => void {
  return effect(() => {
    const now = written.value;
    const story = focused.value;
    if (story === null) return;
    if (pages.peek().get(story)?.written !== now) void read(story, now);
    const at = shown.value.indexOf(story);
    for (const next of shown.value.slice(at + 1, at + 1 + AHEAD)) if (!pages.peek().has(next)) void read(next, now);
  });
}

async function read(story: number, now: string): Promise<void> {
  if (asked.has(story)) return;
  asked.add(story);
  try {
    const found = await get(`/stories/${story}`);
    const kept = [...pages.value].filter(([id]) => id !== story).slice(-KEPT);
    pages.value = new Map([...kept, [story, { page: found, written: now }]]);
    if (story === focused.peek()) trouble.value = null;
  } catch (error) {
    if (story === focused.peek() && pageOf(story) === null)
      trouble.value = error instanceof Error ? error.message : String(error);
  } finally {
    asked.delete(story);
    // What was written while the answer was on its way may not be in it.
    if (story === focused.peek() && written.peek() !== now) void read(story, written.peek());
  }
}

// A note, a vote or a text changes the page that it is about.
onConfirmed(({ path }) => {
  if (path !== '/decisions' && focused.peek() !== null) void read(focused.peek() ?? 0, written.peek());
});
