import { createBreaker } from './breaker.ts';
import type { Breaker } from './breaker.ts';
import type { ClientOptions } from './options.ts';
import { createPlaces } from './places.ts';
import { createQueue } from './queue.ts';
import type { Queue } from './queue.ts';
import { MAX_WAIT_MS, sleep } from './retry.ts';
import { serviceOf } from './service.ts';
import type { ServiceRule } from './service.ts';
import { netError } from './trouble.ts';

/** Leave to send one request. */
export interface Admission {
  /** How its service wants to be asked; null = nobody's wishes, on a private web without delays. */
  rule: ServiceRule | null;
  /** Must be called when the request has ended. @param answered whether a server answered */
  leave(answered: boolean): void;
}

/** All that a request waits for before it is sent: its host's rest, its service's turn, a place among all requests. */
export interface Admissions {
  /**
   * @param free needs a place only
   * @param onDeadline called when the request has taken longer than a whole exchange may
   * @throws with failure "circuit-open", "rate-limited" or "halted" when the wait would be too long
   */
  admit(url: URL, free: boolean, onDeadline: () => void): Promise<Admission>;
  serviceFor(url: URL): Promise<string>;
  queue: Queue;
  breaker: Breaker;
}

/** @param closing ends all waiting */
export function createAdmissions(options: ClientOptions, closing: AbortSignal): Admissions {
  const { perService, delayMs, jitter, pace, timeouts } = options;
  const breaker = createBreaker(jitter);
  const places = createPlaces(options.concurrency);
  const queue = createQueue({ perService, delayMs, jitter, pace, closing });
  const services = new Map<string, string>();

  const serviceFor = async (url: URL): Promise<string> => {
    const known = services.get(url.host);
    if (known !== undefined) return known;
    const service = await serviceOf(url);
    services.set(url.host, service);
    return service;
  };

  const inTurn = async (url: URL, onDeadline: () => void): Promise<Admission> => {
    const service = await serviceFor(url);
    for (;;) {
      const rest = breaker.restMs(url.host);
      if (rest > MAX_WAIT_MS) throw netError('circuit-open', '', rest);
      if (rest > 0) await sleep(rest, closing);
      const turn = await queue.enter(service, () => places.take(timeouts.totalMs, onDeadline));
      const leave = (answered: boolean): void => {
        places.leave(turn.started, answered);
        turn.done();
      };
      // The host may have failed again while we stood in line.
      if (breaker.restMs(url.host) === 0) return { rule: queue.rule(service), leave };
      leave(false);
    }
  };

  return {
    async admit(url, free, onDeadline) {
      if (!free) return inTurn(url, onDeadline);
      const place = await places.take(timeouts.totalMs, onDeadline);
      return { rule: null, leave: (answered) => places.leave(place, answered) };
    },
    serviceFor,
    queue,
    breaker,
  };
}
