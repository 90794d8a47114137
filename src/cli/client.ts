import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config.ts';
import type { Client } from '../net/client.ts';
import { createClient } from '../net/client.ts';
import { openPace } from '../store/pace.ts';
import { ROOT } from './context.ts';
import { UsageError } from './failure.ts';

export interface ClientSettings {
  now: () => number;
  /** Honoured only for sources that allow private addresses. */
  noDelay: boolean;
  /** The database that is worked on: all processes beside one take turns at arXiv. The default one when missing. */
  db?: string | undefined;
  concurrency?: number | undefined;
}

/** The polite client as feeds.yaml wants it. */
export function clientFor(config: Config, settings: ClientSettings): Client {
  const { now, noDelay, db, concurrency } = settings;
  const { net } = config;
  const folder = db === undefined ? join(ROOT, 'db') : dirname(db);
  const pace = openPace(join(folder, 'pace.sqlite'), {
    now,
    nightEnds: async () => (await import('./due.ts')).nextDue(config, now()),
  });
  const client = createClient({
    userAgent: userAgent(config.contact),
    concurrency: concurrency ?? net.concurrency,
    perService: net.perService,
    delayMs: net.delayMs,
    jitter: Math.random,
    timeouts: { connectMs: 10_000, headersMs: net.timeoutMs, bodyMs: net.timeoutMs, totalMs: net.timeoutMs * 2 },
    caps: { bytes: net.maxBytes, wireBytes: net.maxBytes, ratio: 200, headerBytes: 64_000, redirects: 5 },
    retries: net.retries,
    now,
    noDelay,
    ports: net.ports,
    pace,
    ...(net.proxy === '' ? {} : { proxy: proxyOf(net.proxy) }),
  });
  return {
    ...client,
    async close() {
      await client.close();
      pace.close();
    },
  };
}

/** Without its proxy nothing is asked: the operator may have reasons not to be seen. */
function proxyOf(variable: string): string {
  const proxy = process.env[variable] ?? '';
  if (proxy === '') throw new UsageError(`"net.proxy": the environment variable ${variable} is not set.`);
  return proxy;
}

/** Who asks, in which version, and whom to write to. */
export function userAgent(contact: string): string {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  return contact === '' ? `Nightdesk/${version}` : `Nightdesk/${version} (+${contact})`;
}
