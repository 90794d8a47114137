import type { Dispatcher } from 'undici';
import Agent from 'undici/lib/dispatcher/agent.js';
import type { ClientOptions } from './options.ts';
import { guardedConnector } from './connect.ts';
import { createResolve } from './resolve.ts';

/**
 * What a source may do, and so whose connections it shares: those of sources with other rights never, for what was
 * opened for one must not serve the other. "free" is private without delays and limits.
 */
export type Rights = 'public' | 'private' | 'free';

/** Open connections, kept by undici for each of the rights apart. */
export interface Agents {
  for(rights: Rights): Promise<Dispatcher>;
  close(): Promise<void>;
}

const DNS_TIMEOUT_MS = 2500;

export function createAgents(options: ClientOptions): Agents {
  const agents = new Map<Rights, Promise<Dispatcher>>();
  const resolve = options.resolve ?? createResolve(DNS_TIMEOUT_MS);
  const maxHeaderSize = options.caps.headerBytes;

  const open = async (rights: Rights): Promise<Dispatcher> => {
    // Free requests are counted by us alone: undici's limit would let those that hang block the others of their origin.
    const common = rights === 'free' ? { maxHeaderSize } : { maxHeaderSize, connections: options.perService };
    if (rights === 'public' && options.proxy !== undefined) {
      // A file of its own, because it loads the whole of undici.
      return (await import('./proxy.ts')).proxyAgent(options.proxy, options.ca, common);
    }
    const { timeouts, ca } = options;
    const connect = guardedConnector({ allowPrivate: rights !== 'public', resolve, timeoutMs: timeouts.connectMs, ca });
    return new Agent({ ...common, connect });
  };

  return {
    for(rights) {
      const known = agents.get(rights);
      if (known !== undefined) return known;
      const opened = open(rights);
      agents.set(rights, opened);
      return opened;
    },
    async close() {
      await Promise.all([...agents.values()].map(async (agent) => (await agent).destroy()));
    },
  };
}
