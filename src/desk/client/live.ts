import { computed, signal } from '@preact/signals';
import type { DeskEvent, Frame, Marks, Presence } from '../wire.ts';
import { get } from './api.ts';
import { isLoggedOut } from './session.ts';

/** Whether the desk answers. */
export const online = signal(true);
/** The newest marks of the desk; null until it has told them. Screens ask again when the mark they show has moved. */
export const marks = signal<Marks | null>(null);
export const presence = signal<readonly Presence[]>([]);
/** What the frame shows; null until it is known. */
export const frame = signal<Frame | null>(null);
/** Who sits here, for all that does not change with the rest of the frame; null until it is known. */
export const editor = computed(() => frame.value?.editor ?? null);

let source: EventSource | null = null;

/**
 * Listens to the desk while the page is seen: a browser opens only six connections to one host, and a page in the
 * background catches up when it is looked at again. The browser itself connects anew after a break.
 */
export function listen(): void {
  const look = (): void => (document.visibilityState === 'visible' ? connect() : close());
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', close);
  addEventListener('pageshow', look);
  addEventListener('online', connect);
  look();
}

/** Begins to listen where that has ended. */
export function connect(): void {
  if (source !== null && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource('/api/events');
  source.addEventListener('open', () => {
    online.value = true;
    framedAt = 0;
  });
  source.addEventListener('error', () => {
    if (source?.readyState === EventSource.CLOSED) void askWhy();
    else online.value = false;
  });
  on('marks', (event) => {
    const isOther = framed(event.marks) !== framed(marks.value);
    marks.value = event.marks;
    if (isOther || Date.now() - framedAt > FRAME_MS) void readFrame();
  });
  on('presence', (event) => (presence.value = event.presence));
}

/** An answer that is no stream ends it for good: nobody is logged in, or a proxy tells of an error. */
async function askWhy(): Promise<void> {
  await readFrame();
  online.value = isLoggedOut.value;
  if (!isLoggedOut.value) setTimeout(connect, 2000);
}

function close(): void {
  source?.close();
  source = null;
}

function on<Type extends DeskEvent['type']>(
  type: Type,
  take: (event: Extract<DeskEvent, { type: Type }>) => void,
): void {
  source?.addEventListener(type, (message: MessageEvent<string>) =>
    take({ type, ...JSON.parse(message.data) } as Extract<DeskEvent, { type: Type }>),
  );
}

/** What moves the frame. Marks come four times a second while a night runs, and most move nothing of it. */
function framed(of: Marks | null): string {
  return `${of?.run} ${of?.trail} ${of?.running === null}`;
}

/** So old may the frame be when anything else is written, in milliseconds: settings have no mark. */
const FRAME_MS = 15_000;
let framedAt = 0;

/** Asks for the frame; it stays as it is while the desk cannot be reached. */
export async function readFrame(): Promise<void> {
  try {
    frame.value = await get('/frame');
    framedAt = Date.now();
  } catch {
    // The stream of events tells whether the desk is there; the next marks ask again.
  }
}
