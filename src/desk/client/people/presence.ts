import { computed, effect, signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { post } from '../api.ts';
import { presence } from '../live.ts';
import { newId } from '../queue.ts';
import { route } from '../route.ts';
import { isLoggedOut } from '../session.ts';

/** The desk takes an editor for gone after 75 seconds without a word. */
const SAY_EVERY_MS = 30_000;
/** Whoever walks through a list by keys is nowhere until they stop. */
const SETTLED_MS = 400;

const KEY = 'nightdesk.window';
/** This window: another one of the same editor is another place. */
const desk = sessionStorage.getItem(KEY) ?? newId();
sessionStorage.setItem(KEY, desk);

/** What is open here; null where it is the screen as a whole. */
const opened = signal<string | null>(null);
const place = computed(() => opened.value ?? route.value.screen);

/** Names what a screen has open: "story 812", "slot:40". */
export function usePlace(open: string | null): void {
  useEffect(() => {
    opened.value = open;
    return () => void (opened.value = null);
  }, [open]);
}

/** Tells the desk what is open here, for as long as the page is seen. */
export function tellWhere(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const say = async (): Promise<void> => {
    clearTimeout(timer);
    timer = setTimeout(() => void say(), SAY_EVERY_MS);
    if (document.visibilityState !== 'visible' || isLoggedOut.peek()) return;
    // Whether the desk can be reached is for others to say.
    await post('/presence', { desk, place: place.peek() }).catch(() => null);
  };
  effect(() => {
    void place.value;
    clearTimeout(timer);
    timer = setTimeout(() => void say(), SETTLED_MS);
  });
  document.addEventListener('visibilitychange', () => void say());
  addEventListener('pagehide', () => {
    const body = new Blob([JSON.stringify({ desk })], { type: 'application/json' });
    navigator.sendBeacon('/api/presence/leave', body);
  });
}

/** Who else has something open, each once. */
export function othersAt(there: string): string[] {
  const here = presence.value.filter((each) => each.place === there && each.desk !== desk);
  return [...new Set(here.map(({ editor }) => editor))];
}

/** Who else is at the desk at all. */
export function others(): string[] {
  return [...new Set(presence.value.filter((each) => each.desk !== desk).map(({ editor }) => editor))];
}
