/** A request under way. */
export interface Place {
  since: number;
  deadline: number;
  onDeadline: () => void;
  /** Counts towards the limit. */
  counted: boolean;
}

/**
 * The global limit on requests under way, and the watch over them.
 *
 * A request that has been silent for longer than answers usually take gives up its place to the next in line while it
 * waits on: so a source that hangs until its time-out costs the others a fraction of a second, not half a minute. At most
 * `overtime` requests wait without a place. One timer watches all of them; a timer a request would cost more than the request.
 */
export interface Places {
  /** Resolves when the request may start. @param limitMs after this long `onDeadline` is called, once */
  take(limitMs: number, onDeadline: () => void): Promise<Place>;
  /** @param answered whether a server answered; only then its time counts as usual */
  leave(place: Place, answered: boolean): void;
  /** Requests under way, with and without a place. */
  active: ReadonlySet<Place>;
}

const TICK_MS = 50;
/** Before there is any experience. */
const FIRST_GUESS_MS = 300;
/** Silence beyond this many times the usual time of an answer gives up the place. */
const PATIENCE = 2;
const LEAST_PATIENCE_MS = 100;
const MOST_PATIENCE_MS = 2000;
/** Weight of the newest answer in the running mean. */
const NEWEST = 0.1;
const OVERTIME = 256;

export function createPlaces(limit: number, overtime = OVERTIME): Places {
  const active = new Set<Place>();
  const waiting: (() => void)[] = [];
  let counted = 0;
  let usualMs = FIRST_GUESS_MS;
  let watch: NodeJS.Timeout | null = null;

  /** Gives a place that has become free to the next in line. */
  const passOn = (): void => {
    const next = waiting.shift();
    if (next === undefined) counted--;
    // Not at once: undici takes a connection back a turn of the event loop after its answer, and would open another.
    else setImmediate(next);
  };

  const look = (): void => {
    const now = performance.now();
    const patience = Math.min(MOST_PATIENCE_MS, Math.max(LEAST_PATIENCE_MS, PATIENCE * usualMs));
    for (const place of active) {
      if (now > place.deadline) {
        place.deadline = Infinity;
        place.onDeadline();
      } else if (
        place.counted &&
        waiting.length > 0 &&
        now - place.since > patience &&
        active.size - counted < overtime
      ) {
        place.counted = false;
        passOn();
      }
    }
    if (active.size === 0 && watch !== null) {
      clearInterval(watch);
      watch = null;
    }
  };

  return {
    active,
    async take(limitMs, onDeadline) {
      if (counted >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
      else counted++;
      const since = performance.now();
      const place = { since, deadline: since + limitMs, onDeadline, counted: true };
      active.add(place);
      // The sockets it watches keep the process alive; the watch alone must not.
      watch ??= setInterval(look, TICK_MS).unref();
      return place;
    },
    leave(place, answered) {
      active.delete(place);
      if (answered) usualMs += NEWEST * (performance.now() - place.since - usualMs);
      if (place.counted) passOn();
    },
  };
}
