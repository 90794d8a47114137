import { setMaxListeners } from 'node:events';
import type { Dispatcher } from 'undici';
import Agent from 'undici/lib/dispatcher/agent.js';
import { createBreaker } from './breaker.ts';
import type { ClientOptions } from './client.ts';
import { guardedConnector } from './connect.ts';
import { ACCEPT_ENCODING } from './decode.ts';
import { startExchange } from './exchange.ts';
import type { Answer, Exchange } from './exchange.ts';
import { netError, troubleOf } from './trouble.ts';
import { createPlaces } from './places.ts';
import type { Place } from './places.ts';
import { createQueue } from './queue.ts';
import type { Turn } from './queue.ts';
import { createResolve } from './resolve.ts';
import type { FailureCode, FetchRequest } from './result.ts';
import { MAX_WAIT_MS, sleep } from './retry.ts';
import { serviceOf } from './service.ts';
import type { ServiceRule } from './service.ts';

export interface Sent extends Answer {
  /** Milliseconds from the start of its connection or request to the end of its body. */
  ms: number;
  /** What a 403 means there. */
  onForbidden: ServiceRule['onForbidden'];
}

/** Sends single requests: in turn, within the limits, over checked connections. */
export interface Transport {
  /** @throws when there was no answer; `troubleOf` tells why */
  send(url: URL, request: FetchRequest, headers: string[]): Promise<Sent>;
  /** The service behind the address wants at least so long between two requests. */
  slowDown(url: URL, request: FetchRequest, gapMs: number): Promise<void>;
  /** The service behind the address wants to be left alone for so long. */
  hold(url: URL, request: FetchRequest, ms: number): Promise<void>;
  /** The service behind the address is not to be asked again by this client. */
  halt(url: URL, reason: string): Promise<void>;
  halted(): ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Failures that say something about the host, not about one document. */
const HOST_TROUBLE: ReadonlySet<FailureCode> = new Set(['dns', 'refused', 'unreachable', 'timeout', 'slow', 'reset']);

/** Failures to connect; behind a proxy they are about the proxy. */
const PROXY_TROUBLE: ReadonlySet<FailureCode> = new Set(['dns', 'refused', 'unreachable']);

const DNS_TIMEOUT_MS = 2500;

/** Header pairs every request begins with. */
export function baseHeaders(userAgent: string, accept: string): string[] {
  return ['user-agent', userAgent, 'accept', accept, 'accept-encoding', ACCEPT_ENCODING];
}

export function createTransport(options: ClientOptions): Transport {
  const { timeouts, caps } = options;
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const breaker = createBreaker(options.jitter);
  const places = createPlaces(options.concurrency);
  const { perService, delayMs, jitter, pace } = options;
  const queue = createQueue(
    { perService, delayMs, jitter, pace, closing: closing.signal },
    options.halted ?? new Map(),
  );
  const resolve = options.resolve ?? createResolve(DNS_TIMEOUT_MS);
  const underWay = new Set<Exchange>();
  const agents = new Map<string, Dispatcher>();
  const services = new Map<string, string>();

  const isFree = (request: FetchRequest): boolean => options.noDelay === true && request.allowPrivate === true;

  /** Private sources are near; the proxy is the way to the others. */
  const isProxied = (request: FetchRequest): boolean => options.proxy !== undefined && request.allowPrivate !== true;

  /** Connections of sources with different rights are never shared: what was opened for one must not serve the other. */
  const agentFor = async (request: FetchRequest): Promise<Dispatcher> => {
    const allowPrivate = request.allowPrivate === true;
    const name = isFree(request) ? 'free' : allowPrivate ? 'private' : 'public';
    const known = agents.get(name);
    if (known !== undefined) return known;
    const common = {
      maxHeaderSize: caps.headerBytes,
      // Where we do the counting ourselves, a limit here would let hanging requests block the others.
      ...(name === 'free' ? {} : { connections: perService }),
    };
    const agent =
      isProxied(request) && options.proxy !== undefined
        ? await proxyAgent(options.proxy, common, options.ca)
        : new Agent({
            ...common,
            connect: guardedConnector({ allowPrivate, resolve, timeoutMs: timeouts.connectMs, ca: options.ca }),
          });
    agents.set(name, agent);
    return agent;
  };

  const serviceFor = async (url: URL): Promise<string> => {
    const known = services.get(url.host);
    if (known !== undefined) return known;
    const service = await serviceOf(url);
    services.set(url.host, service);
    return service;
  };

  /** Waits for the host's rest and the service's turn. */
  const inTurn = async (url: URL, start: () => Promise<void>): Promise<Turn> => {
    const service = await serviceFor(url);
    for (;;) {
      const rest = breaker.restMs(url.host);
      if (rest > MAX_WAIT_MS) throw netError('circuit-open', '', rest);
      if (rest > 0) await sleep(rest, closing.signal);
      const turn = await queue.enter(service, start);
      if (breaker.restMs(url.host) === 0) return turn;
      turn.done();
    }
  };

  const send = async (url: URL, request: FetchRequest, headers: string[]): Promise<Sent> => {
    const free = isFree(request);
    let place: Place | null = null;
    let exchange: Exchange | null = null;
    let answered = false;
    const tooSlow = (): void => exchange?.abort(netError('slow', `${timeouts.totalMs / 1000} s`));
    const start = async (): Promise<void> => {
      place = await places.take(timeouts.totalMs, tooSlow);
    };
    const stop = (): void => exchange?.abort(netError('aborted', ''));
    const turn = free ? await start() : await inTurn(url, start);
    const rule = free ? null : queue.rule(await serviceFor(url));
    const since = performance.now();
    try {
      if (closing.signal.aborted || request.signal?.aborted === true) throw netError('aborted', '');
      request.signal?.addEventListener('abort', stop);
      exchange = startExchange({
        dispatcher: await agentFor(request),
        origin: url.origin,
        path: url.pathname + url.search,
        headers,
        wireBytes: Math.min(caps.wireBytes, request.maxBytes ?? Infinity),
        reset: rule?.shared === true,
        headersTimeout: timeouts.headersMs,
        bodyTimeout: timeouts.bodyMs,
      });
      underWay.add(exchange);
      const answer = await exchange.answer;
      answered = true;
      if (!free) breaker[answer.status >= 500 ? 'failed' : 'answered'](url.host);
      return { ...answer, ms: performance.now() - since, onForbidden: rule?.onForbidden ?? 'fail' };
    } catch (error) {
      const { code, detail } = troubleOf(error);
      if (isProxied(request) && PROXY_TROUBLE.has(code)) throw netError('proxy', detail);
      if (!free && HOST_TROUBLE.has(code)) breaker.failed(url.host);
      throw error;
    } finally {
      if (exchange !== null) underWay.delete(exchange);
      request.signal?.removeEventListener('abort', stop);
      if (place !== null) places.leave(place, answered);
      turn?.done();
    }
  };

  return {
    send,
    halted: queue.halted,
    async halt(url, reason) {
      queue.halt(await serviceFor(url), reason);
    },
    async slowDown(url, request, gapMs) {
      if (!isFree(request)) queue.slowDown(await serviceFor(url), gapMs);
    },
    async hold(url, request, ms) {
      if (!isFree(request)) queue.hold(await serviceFor(url), ms);
    },
    async close() {
      closing.abort();
      for (const exchange of underWay) exchange.abort(netError('aborted', ''));
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}

/**
 * A proxy looks names up and dials for us, so only addresses given by number can be checked, and they have been. Plain
 * http is passed on without a tunnel: many proxies allow tunnels to port 443 only.
 */
async function proxyAgent(uri: string, common: object, ca: string | undefined): Promise<Dispatcher> {
  const { ProxyAgent } = await import('undici');
  return new ProxyAgent({ uri, proxyTunnel: false, ...(ca === undefined ? {} : { requestTls: { ca } }), ...common });
}
