import { setMaxListeners } from 'node:events';
import { onAbort } from './abort.ts';
import { createAdmissions } from './admission.ts';
import { createAgents } from './agents.ts';
import type { Rights } from './agents.ts';
import type { ClientOptions } from './options.ts';
import { startExchange } from './exchange.ts';
import type { Answer, Exchange } from './exchange.ts';
import type { FailureCode, FetchRequest } from './result.ts';
import { HALTED_BY_403 } from './service.ts';
import type { ServiceRule } from './service.ts';
import { netError, troubleOf } from './trouble.ts';
import { say } from '../text/said.ts';

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
  halted(): ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Failures that say something about the host, not about one document. */
const HOST_TROUBLE: ReadonlySet<FailureCode> = new Set(['dns', 'refused', 'unreachable', 'timeout', 'slow', 'reset']);

/** Failures to connect; behind a proxy they are about the proxy. */
const PROXY_TROUBLE: ReadonlySet<FailureCode> = new Set(['dns', 'refused', 'unreachable']);

export function createTransport(options: ClientOptions): Transport {
  const { timeouts, caps } = options;
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const agents = createAgents(options);
  const admissions = createAdmissions(options, closing.signal);
  const { queue, breaker } = admissions;
  const underWay = new Set<Exchange>();

  const rightsOf = (request: FetchRequest): Rights =>
    request.allowPrivate !== true ? 'public' : options.noDelay === true ? 'free' : 'private';

  const exchangeFor = async (url: URL, request: FetchRequest, headers: string[], reset: boolean): Promise<Exchange> =>
    startExchange({
      dispatcher: await agents.for(rightsOf(request)),
      origin: url.origin,
      path: url.pathname + url.search,
      headers,
      wireBytes: Math.min(caps.wireBytes, request.maxBytes ?? Infinity),
      reset,
      headersTimeout: timeouts.headersMs,
      bodyTimeout: timeouts.bodyMs,
    });

  /** Tells the breaker of the host, and names the proxy where the proxy is to blame. */
  const blame = (error: unknown, url: URL, rights: Rights): unknown => {
    const { code, detail } = troubleOf(error);
    const proxied = options.proxy !== undefined && rights === 'public';
    if (proxied && PROXY_TROUBLE.has(code)) return netError('proxy', detail);
    if (rights !== 'free' && HOST_TROUBLE.has(code)) breaker.failed(url.host);
    return error;
  };

  const send = async (url: URL, request: FetchRequest, headers: string[]): Promise<Sent> => {
    const rights = rightsOf(request);
    let exchange: Exchange | null = null;
    let answered = false;
    let letGo = (): void => {};
    const stop = (): void => exchange?.abort(netError('aborted', ''));
    const tooSlow = (): void => exchange?.abort(netError('slow', say('time.seconds', { n: timeouts.totalMs / 1000 })));
    const admission = await admissions.admit(url, rights === 'free', tooSlow);
    const { rule } = admission;
    const since = performance.now();
    try {
      if (closing.signal.aborted || request.signal?.aborted === true) throw netError('aborted', '');
      letGo = onAbort(request.signal, stop);
      // Where all hosts together have one connection, none may stay open: the next request may go to another host.
      exchange = await exchangeFor(url, request, headers, rule?.shared === true);
      underWay.add(exchange);
      const answer = await exchange.answer;
      answered = true;
      // Before the turn is handed back, so that no other process asks once more.
      if (answer.status === 403 && rule?.onForbidden === 'halt')
        queue.halt(await admissions.serviceFor(url), HALTED_BY_403);
      if (rights !== 'free') breaker[answer.status >= 500 ? 'failed' : 'answered'](url.host);
      return { ...answer, ms: performance.now() - since, onForbidden: rule?.onForbidden ?? 'fail' };
    } catch (error) {
      throw blame(error, url, rights);
    } finally {
      if (exchange !== null) underWay.delete(exchange);
      letGo();
      admission.leave(answered);
    }
  };

  return {
    send,
    halted: queue.halted,
    async slowDown(url, request, gapMs) {
      if (rightsOf(request) !== 'free') queue.slowDown(await admissions.serviceFor(url), gapMs);
    },
    async hold(url, request, ms) {
      if (rightsOf(request) !== 'free') queue.hold(await admissions.serviceFor(url), ms);
    },
    async close() {
      closing.abort();
      for (const exchange of underWay) exchange.abort(netError('aborted', ''));
      await agents.close();
    },
  };
}
