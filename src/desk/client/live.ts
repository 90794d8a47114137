import { signal } from '@preact/signals';
import type { DeskEvent, Frame, Marks, Presence } from '../wire.ts';
import { get } from './api.ts';

/** Whether the desk answers. */
export const online = signal(true);
/** The newest marks of the desk; null until it has told them. Screens ask again when the mark they show has moved. */
export const marks = signal<Marks | null>(null);
export const presence = signal<readonly Presence[]>([]);
/** What the frame shows; null until it is known. */
export const frame = signal<Frame | null>(null);

let source: EventSource | null = null;

/**
 * Listens to the desk while the page is seen: a browser opens only six connections to one host, and a page in the
 * background catches up when it is looked at again. The browser itself connects anew after a break.
 */
export function listen(): void {
  const look = (): void => (document.visibilityState === 'visible' ? open() : close());
  document.addEventListener('visibilitychange', look);
  addEventListener('pagehide', close);
  addEventListener('pageshow', look);
  addEventListener('online', open);
  look();
}

function open(): void {
  if (source !== null && source.readyState !== EventSource.CLOSED) return;
  source = new EventSource('/api/events');
  source.addEventListener('open', () => (online.value = true));
  source.addEventListener('error', () => {
    online.value = false;
    // A proxy's error page ends the stream for good; the browser then does not try again by itself.
    if (source?.readyState === EventSource.CLOSED) setTimeout(open, 2000);
  });
  on('marks', (event) => {
    marks.value = event.marks;
    void readFrame();
  });
  on('presence', (event) => (presence.value = event.presence));
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

async function readFrame(): Promise<void> {
  try {
    frame.value = await get('/frame');
  } catch {
    // The stream of events tells whether the desk is there; the next marks ask again.
  }
}
