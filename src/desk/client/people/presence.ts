import { effect } from '@preact/signals';
import { post } from '../api.ts';
import { presence } from '../live.ts';
import { newId } from '../queue.ts';
import { type Route, route } from '../route.ts';
import { isLoggedOut } from '../session.ts';

/** The desk takes an editor for gone after 75 seconds without a word. */
const SAY_EVERY_MS = 30_000;
/** Whoever walks through a list by keys is nowhere until they stop. */
const SETTLED_MS = 400;

const KEY = 'nightdesk.window';
/** This window: another one of the same editor is another place. */
const desk = sessionStorage.getItem(KEY) ?? newId();
sessionStorage.setItem(KEY, desk);

/** Tells the desk what is open here, for as long as the page is seen. */
export function tellWhere(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = async (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(() => void say(), SAY_EVERY_MS);
    if (document.visibilityState !== 'visible' || isLoggedOut.peek()) return;
    // Whether the desk can be reached is for others to say.
    await post('/presence', { desk, place: placeOf(route.peek()) }).catch(() => null);
  };
  effect(() => {
    placeOf(route.value);
    clearTimeout(timer);
    timer = setTimeout(() => void say(), SETTLED_MS);
  });
  document.addEventListener('visibilitychange', () => void say());
  addEventListener('pagehide', () => {
    const body = new Blob([JSON.stringify({ desk })], { type: 'application/json' });
    navigator.sendBeacon('/api/presence/leave', body);
  });
}

/** The thing that is open: a story, a slot or a piece of the issue; else the screen. */
export function placeOf({ screen, params }: Route): string {
  for (const kind of ['story', 'slot', 'piece']) if (params[kind] !== undefined) return `${kind} ${params[kind]}`;
  return screen;
}

/** Who else has something open, each once. */
export function othersAt(place: string): string[] {
  const here = presence.value.filter((each) => each.place === place && each.desk !== desk);
  return [...new Set(here.map(({ editor }) => editor))];
}

/** Who else is at the desk at all. */
export function others(): string[] {
  return [...new Set(presence.value.filter((each) => each.desk !== desk).map(({ editor }) => editor))];
}
