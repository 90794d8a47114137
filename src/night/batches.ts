import type { Reading } from '../store/record.ts';

/** Readings are stored so many errands at a time: few enough to lose little, many enough to be cheap. */
const BATCH = 64;

/** So many finished errands wait for a slow one before them; then they are stored without it. */
const PATIENCE = 256;

/**
 * Stores readings in batches, one batch at a time, in the order of the sources, so that the same answers give the same
 * item ids however fast each source is. Only behind a source that is much slower than hundreds of others does the
 * order give way: memory is bounded, and little is lost when the process dies.
 */
export class Batches {
  readonly #store: (readings: readonly Reading[]) => Promise<unknown>;
  readonly #finished = new Map<number, readonly Reading[]>();
  /** The first place that has not been stored, and the places behind it that have. */
  #next = 0;
  readonly #ahead = new Set<number>();
  #storing: Promise<unknown> = Promise.resolve();

  constructor(store: (readings: readonly Reading[]) => Promise<unknown>) {
    this.#store = store;
  }

  /** Takes what one errand brought; `place` is its place in the order, from 0 without gaps. */
  async add(place: number, readings: readonly Reading[]): Promise<void> {
    this.#finished.set(place, readings);
    if (this.#finished.size >= PATIENCE) await this.#flush([...this.#finished.keys()].toSorted((a, b) => a - b));
    else if (this.#inOrder().length >= BATCH) await this.#flush(this.#inOrder());
  }

  /** Stores the rest. */
  async end(): Promise<void> {
    await this.#flush([...this.#finished.keys()].toSorted((a, b) => a - b));
  }

  /** The finished places before the first one that is still under way. */
  #inOrder(): number[] {
    const places: number[] = [];
    for (let place = this.#next; this.#finished.has(place) || this.#ahead.has(place); place++)
      if (!this.#ahead.has(place)) places.push(place);
    return places;
  }

  async #flush(places: readonly number[]): Promise<void> {
    const readings = places.flatMap((place) => this.#finished.get(place) ?? []);
    for (const place of places) {
      this.#finished.delete(place);
      this.#ahead.add(place);
    }
    while (this.#ahead.delete(this.#next)) this.#next++;
    if (readings.length === 0) return;
    this.#storing = this.#storing.then(() => this.#store(readings));
    await this.#storing;
  }
}
