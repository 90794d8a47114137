import type { Store } from '../store/store.ts';
import type { DeskEvent, Marks } from './wire.ts';

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
  #seen: number;

  constructor(store: Store) {
    this.#store = store;
    this.#writes = store.watchWrites();
    this.#seen = this.#writes.version();
  }

  async marks(): Promise<Marks> {
    return { version: this.#writes.version(), ...(await this.#store.marks()) };
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

  /** Pushes the marks when something was written since the last look. */
  async look(): Promise<void> {
    const version = this.#writes.version();
    if (version === this.#seen) return;
    this.#seen = version;
    this.publish({ type: 'marks', marks: await this.marks() });
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
