import type { Instant } from '../model.ts';
import type { Store } from '../store/store.ts';
import type { DeskEvent, Marks, Presence } from './wire.ts';

/** How often a write of another process is looked for, in milliseconds: well under the second that editors are promised. */
const LOOK_EVERY_MS = 250;

type Listener = (event: DeskEvent) => void;

/**
 * Tells every open browser what has come: looks at the database's write counter, which moves for writes of any process,
 * and pushes the new marks. Looks only while somebody listens.
 */
export class EventHub {
  readonly #listeners = new Set<Listener>();
  readonly #store: Store;
  readonly #writes: ReturnType<Store['watchWrites']>;
  #timer: NodeJS.Timeout | null = null;
  readonly #now: () => Instant;
  #seen: number;
  #present = '[]';
  #isRunning = false;

  constructor(store: Store, now: () => Instant) {
    this.#store = store;
    this.#now = now;
    this.#writes = store.watchWrites();
    this.#seen = this.#writes.version();
  }

  /** Moves with every write of any process. */
  version(): number {
    return this.#writes.version();
  }

  async marks(): Promise<Marks> {
    const marks = { version: this.#writes.version(), ...(await this.#store.marks()) };
    this.#isRunning = marks.running !== null;
    return marks;
  }

  /** Who is there, each window once. */
  async presence(): Promise<Presence[]> {
    const rows = await this.#store.presences.now(this.#now());
    return rows.map(({ desk, editor, place }) => ({ desk, editor, place }));
  }

  publish(event: DeskEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  /** Returns what ends the listening. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => void this.look(), LOOK_EVERY_MS);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#rest();
    };
  }

  /** Pushes the marks when something was written since the last look, and who is there when that changed. */
  async look(): Promise<void> {
    const version = this.#writes.version();
    const isWritten = version !== this.#seen;
    this.#seen = version;
    // A night that was killed writes nothing any more.
    const isGone = this.#isRunning && !(await this.#store.isLocked('night'));
    if (isWritten || isGone) this.publish({ type: 'marks', marks: await this.marks() });
    await this.#tellPresence();
  }

  /** Also when nobody wrote: who says no more is gone after a while. */
  async #tellPresence(): Promise<void> {
    const presence = await this.presence();
    const told = JSON.stringify(presence);
    if (told === this.#present) return;
    this.#present = told;
    this.publish({ type: 'presence', presence });
  }

  close(): void {
    this.#rest();
    this.#listeners.clear();
    this.#writes.close();
  }

  #rest(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }
}
