import { netError } from './trouble.ts';
import { MAX_WAIT_MS, sleep } from './retry.ts';
import { SERVICE_RULES } from './service.ts';
import type { ServiceRule } from './service.ts';
import { verbatim } from '../text/said.ts';

/** Turns shared with the other processes of this installation, for services whose rule is for all of them together. */
export interface Pace {
  /**
   * Resolves when no other process is asking the service and `gapMs` have passed since the last start.
   * @returns `handBack`, to be called when the request has ended; or why nothing is to be asked of it this night
   */
  turn(
    service: string,
    gapMs: number,
    signal: AbortSignal,
  ): Promise<{ halted: string } | { halted: null; handBack(): void }>;
  /** The service told this process to stop: so it did all others. Called within a turn. */
  halt(service: string, reason: string): void;
}

export interface QueueOptions {
  /** Connections at a time to one service. */
  perService: number;
  /** Least milliseconds between the starts of two requests to one service. */
  delayMs: number;
  jitter: () => number;
  pace: Pace | undefined;
  /** Ends all waiting. */
  closing: AbortSignal;
}

/** Leave to send one request. */
export interface Turn<T> {
  /** What starting gave. */
  started: T;
  /** Must be called when the request has ended. */
  done(): void;
}

interface Line {
  rule: ServiceRule;
  /** Settles when everybody before the newcomer has had their turn. */
  tail: Promise<void>;
  running: number;
  onFree: (() => void) | null;
  nextStart: number;
  heldUntil: number;
  halted: string | null;
}

/** One line of requests per service, each with its own pace. */
export interface Queue {
  /**
   * Waits in the service's line, then starts.
   * @param start called in turn, with no later request of the service started before it resolves
   * @throws with failure "halted", or "rate-limited" when the service wants more rest than a request can wait
   */
  enter<T>(service: string, start: () => Promise<T>): Promise<Turn<T>>;
  /** The service wants at least so long between two requests. */
  slowDown(service: string, gapMs: number): void;
  /** The service asked to be left alone for so long. */
  hold(service: string, ms: number): void;
  /** Nothing more is asked of the service, by this client and by those it shares a pace with. */
  halt(service: string, reason: string): void;
  rule(service: string): ServiceRule;
  halted: () => ReadonlyMap<string, string>;
}

/** A share of the delay is drawn, so that our requests do not beat in time. */
const DELAY_JITTER = 0.25;

export function createQueue(options: QueueOptions): Queue {
  const ordinary: ServiceRule = {
    connections: options.perService,
    gapMs: options.delayMs,
    onForbidden: 'fail',
    shared: false,
  };
  const lines = new Map<string, Line>();

  const lineOf = (service: string): Line => {
    const known = lines.get(service);
    if (known !== undefined) return known;
    const rule = SERVICE_RULES.get(service) ?? ordinary;
    const line: Line = {
      rule,
      tail: Promise.resolve(),
      running: 0,
      onFree: null,
      nextStart: 0,
      heldUntil: 0,
      halted: null,
    };
    lines.set(service, line);
    return line;
  };

  /** Waits until the line's first may go. */
  const untilReady = async (line: Line): Promise<void> => {
    for (;;) {
      if (line.halted !== null) throw netError('halted', verbatim(line.halted));
      const now = performance.now();
      const held = line.heldUntil - now;
      if (held > MAX_WAIT_MS) throw netError('rate-limited', '', held);
      const pause = Math.max(held, line.nextStart - now);
      if (pause > 0) await sleep(pause, options.closing);
      else if (line.running >= line.rule.connections) await new Promise<void>((resolve) => (line.onFree = resolve));
      else return;
    }
  };

  const inTurn = async <T>(service: string, line: Line, start: () => Promise<T>): Promise<Turn<T>> => {
    await untilReady(line);
    const shared = line.rule.shared ? await options.pace?.turn(service, line.rule.gapMs, options.closing) : undefined;
    if (shared !== undefined && shared.halted !== null) {
      line.halted = shared.halted;
      throw netError('halted', verbatim(shared.halted));
    }
    const started = await start();
    line.nextStart = performance.now() + line.rule.gapMs * (1 + DELAY_JITTER * options.jitter());
    line.running++;
    return {
      started,
      done() {
        line.running--;
        line.onFree?.();
        line.onFree = null;
        shared?.handBack();
      },
    };
  };

  return {
    async enter(service, start) {
      const line = lineOf(service);
      const turn = line.tail.then(() => inTurn(service, line, start));
      // A failure is its owner's; those behind only need to know that it is over.
      line.tail = turn.then(
        () => {},
        () => {},
      );
      return turn;
    },
    slowDown(service, gapMs) {
      const line = lineOf(service);
      line.rule = { ...line.rule, gapMs: Math.max(line.rule.gapMs, gapMs) };
    },
    hold(service, ms) {
      const line = lineOf(service);
      line.heldUntil = Math.max(line.heldUntil, performance.now() + ms);
    },
    halt(service, reason) {
      const line = lineOf(service);
      line.halted = reason;
      if (line.rule.shared) options.pace?.halt(service, reason);
    },
    rule: (service) => lineOf(service).rule,
    halted: () =>
      new Map([...lines].flatMap(([service, { halted }]) => (halted === null ? [] : [[service, halted] as const]))),
  };
}
