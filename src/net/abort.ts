/** Whoever waits for a signal, by signal. */
const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `stop` when the signal fires. All who wait for a signal share one listener: a night's signal is waited for by
 * every request of it, and Node's own lists of listeners cost nearly as much as the requests.
 *
 * @returns lets go of it
 */
export function onAbort(signal: AbortSignal | undefined, stop: () => void): () => void {
  if (signal === undefined) return () => {};
  const stops = waiting.get(signal) ?? listenTo(signal);
  stops.add(stop);
  return () => void stops.delete(stop);
}

function listenTo(signal: AbortSignal): Set<() => void> {
  const stops = new Set<() => void>();
  waiting.set(signal, stops);
  signal.addEventListener('abort', () => stops.forEach((stop) => stop()), { once: true });
  return stops;
}
