import { batch, computed, effect, signal } from '@preact/signals';
import { Refused, send } from './api.ts';
import { editor, frame, online, readFrame } from './live.ts';
import { t } from './messages.ts';

/** One thing an editor did, on its way to the desk. */
export interface Deed {
  /** Made here: the desk takes a deed of one id once, however often it arrives. */
  id: string;
  /** When it was done, in milliseconds since 1970. */
  at: number;
  /** Whose it is: a deed waits for its own editor. */
  editor: string;
  /** The database it was done on: another one that is put in its place has other stories under the same numbers. */
  database: string;
  /** The address it is posted to, without "/api". */
  path: string;
  body: unknown;
  /** What was done, in the words of that moment, for the line that shows it while it waits. */
  what: string;
}

/** A deed that the desk did not accept, with its reason; it stays until the editor tries again or lets it go. */
export interface RefusedDeed extends Deed {
  why: string;
  details: unknown;
}

const PREFIX = 'nightdesk.deed.';
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;

const waiting = signal<readonly Deed[]>(load());
export const refused = signal<readonly RefusedDeed[]>([]);
/** Deeds that the desk has not confirmed, oldest first. */
export const pending = computed(() => waiting.value.filter((deed) => deed.editor === editor.value));
/** Texts that somebody else has changed too, with where both are to be seen. */
export const toSettle = signal<readonly { what: string; href: string }[]>([]);
/** Whether something could not be sent at the last try. */
export const isStuck = signal(false);

type Settled = (deed: Deed, reply: unknown) => void;
const settled = new Set<Settled>();

/** Calls back when the desk has confirmed a deed. */
export function onConfirmed(callback: Settled): void {
  settled.add(callback);
}

/**
 * Takes a deed: it is stored in this browser before this returns, and sent behind it, in order. It survives a reload, a
 * break of the network and a restart of the desk. `body` gets the deed's id and moment.
 */
export function enqueue(path: string, body: Readonly<Record<string, unknown>>, what: string): Deed {
  const id = newId();
  const at = Date.now();
  const { editor: by = '', database = '' } = frame.value ?? {};
  const deed: Deed = { id, at, editor: by, database, path, body: { ...body, id, at }, what };
  localStorage.setItem(keyOf(deed), JSON.stringify(deed));
  waiting.value = [...waiting.value, deed];
  void flush();
  return deed;
}

export function newId(): string {
  return crypto.randomUUID();
}

/** Sends a refused deed once more. */
export function retry(deed: RefusedDeed): void {
  refused.value = refused.value.filter(({ id }) => id !== deed.id);
  const { why: _why, details: _details, ...rest } = deed;
  const again = { ...rest, database: frame.value?.database ?? '' };
  localStorage.setItem(keyOf(again), JSON.stringify(again));
  waiting.value = [...waiting.value, again];
  void flush();
}

/** Lets go of a refused deed. */
export function dismiss(deed: RefusedDeed): void {
  refused.value = refused.value.filter(({ id }) => id !== deed.id);
  localStorage.removeItem(keyOf(deed));
}

let isSending = false;
let pause = FIRST_PAUSE_MS;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Sends what waits, one after the other, until the desk cannot be reached; then it tries again by itself. */
export async function flush(): Promise<void> {
  if (isSending) return;
  isSending = true;
  clearTimeout(timer);
  try {
    for (let deed = pending.value[0]; deed !== undefined; deed = pending.value[0]) await deliver(deed);
    isStuck.value = false;
    pause = FIRST_PAUSE_MS;
  } catch {
    isStuck.value = true;
    timer = setTimeout(() => void flush(), pause);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  } finally {
    isSending = false;
  }
}

/** Throws when the deed should be sent again later. */
async function deliver(deed: Deed): Promise<void> {
  try {
    const reply = await send(deed.path, deed.body, deed.database);
    localStorage.removeItem(keyOf(deed));
    // At once: between the two the deed would seem undone.
    batch(() => {
      remove(deed);
      for (const callback of settled) callback(deed, reply);
    });
  } catch (error) {
    if (!(error instanceof Refused) || isPassing(error.status)) throw error;
    // Another database stands there, and the editor may want the deed done on that one.
    if (error.status === 412) await readFrame();
    remove(deed);
    refused.value = [...refused.value, { ...deed, why: whyOf(error), details: error.details }];
  }
}

function whyOf({ status, message }: Refused): string {
  return status === 412 ? t('queue.otherDatabase') : message;
}

/** Answers that a later try may not get: signed out, too early, too many, and faults of the desk or a proxy. */
function isPassing(status: number): boolean {
  return status === 401 || status === 408 || status === 425 || status === 429 || status >= 500;
}

function remove(deed: Deed): void {
  waiting.value = waiting.value.filter(({ id }) => id !== deed.id);
}

/** Each deed has a key of its own, so that two pages of one browser do not overwrite each other's. */
function keyOf({ at, id }: Deed): string {
  return `${PREFIX}${at}.${id}`;
}

function load(): Deed[] {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .map((key) => JSON.parse(localStorage.getItem(key) ?? '') as Deed)
    .sort((a, b) => a.at - b.at);
}

// What an earlier session left goes out as soon as the desk answers and tells who sits here.
effect(() => {
  if (online.value && pending.value.length > 0) void flush();
});
